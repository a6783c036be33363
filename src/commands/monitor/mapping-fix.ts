import { createHash } from 'node:crypto';
import { tsvPathOf } from '../../airec/mapping-tsv.ts';
import type { FixProposal } from '../../github/fix-pull-request.ts';
import type { Config } from '../../config/config.ts';
import type { Incident } from '../../monitoring/incident.ts';
import { renderMappingBody } from '../../reports/fix/mapping-body.ts';
import { type MappingFile, review } from './ledger.ts';

/** A proposal for the mapping file, and the open incidents that it ends. */
export interface MappingFix {
  readonly proposal: Omit<FixProposal, 'base' | 'labels'>;
  readonly incidents: readonly string[];
  readonly path: string;
}

/**
 * The pull request that open incidents ask for: one, for there is one file. Undefined when there is none to make: nothing
 * is wrong, or nothing can be corrected without a guess. Endpoints for which people have closed it are left out.
 */
export async function proposeMapping(
  incidents: readonly Incident[],
  { config, mapping, configFile }: { config: Config; mapping: MappingFile; configFile: string },
): Promise<MappingFix | undefined> {
  const open = incidents
    .filter(({ cause, phase, endpoint, links }) => {
      const isOpen = cause === 'mapping' && phase === 'open' && endpoint !== null;
      return isOpen && links.pullRequest?.state !== 'ignored';
    })
    .toSorted((a, b) => (a.firstSeen + a.key < b.firstSeen + b.key ? -1 : 1));
  const names = new Set(open.map(({ endpoint }) => endpoint));
  const [first] = open;
  if (!first) return undefined;
  const endpoints = config.endpoints.filter(({ domain, port }) => names.has(`${domain}:${port}`));
  const found = await review(endpoints, mapping.absolute, mapping.deployed);
  if (!found?.correction) return undefined;
  const { workbook, tsv, changes } = found.correction;
  const { path } = mapping;
  const tsvPath = tsvPathOf(path);
  // Of the oldest: those that come to it change the same pull request.
  const key = createHash('sha256')
    .update(JSON.stringify([path, first.key, first.firstSeen]))
    .digest('hex');
  const [shown, ...others] = endpoints;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    proposal: {
      what: path,
      key,
      title: `fix(mapping): correct the row of ${shown?.domain ?? ''}${more}`,
      body: renderMappingBody({
        path,
        tsvPath,
        endpoints: endpoints.map(({ domain, port }) => `${domain}:${port}`),
        problems: [
          ...new Set(found.defects.map(({ problem }) => problem.replaceAll(mapping.absolute, path))),
        ],
        changes,
        isOfIds: changes.some(
          ({ before, after }) => after !== null && before?.[1] !== after[1] && before?.[0] !== 'Domain',
        ),
        configFile,
      }),
      files: [
        { path, bytes: workbook },
        { path: tsvPath, bytes: Buffer.from(tsv) },
      ],
    },
    incidents: open.map((incident) => incident.key),
    path,
  };
}
