import { afterAll, describe, expect, it } from 'vitest';
import { closeServers } from '../../support/servers.ts';
import { fingerprintsOf, tryRepair } from '../../support/repairs.ts';
import { alarms, look, type Specimen } from '../../support/zoo.ts';
import { ADDRESS_SPECIMENS } from './addresses.ts';
import { CERTIFICATE_SPECIMENS } from './certificates.ts';
import { CHAIN_SPECIMENS } from './chains.ts';
import { FAILURE_SPECIMENS } from './failures.ts';
import { FILE_SPECIMENS, HEALTHY_FILES, lookAtFiles } from './files.ts';
import { HANDSHAKE_SPECIMENS } from './handshakes.ts';
import { HEALTHY } from './healthy.ts';
import { ISSUER_SPECIMENS } from './issuers.ts';
import { NAME_AND_DATE_SPECIMENS } from './names-and-dates.ts';
import { REPAIRABLE, UNREPAIRABLE } from './repairs.ts';

const SPECIMENS: readonly Specimen[] = [
  ...CHAIN_SPECIMENS,
  ...ADDRESS_SPECIMENS,
  ...CERTIFICATE_SPECIMENS,
  ...NAME_AND_DATE_SPECIMENS,
  ...HANDSHAKE_SPECIMENS,
  ...FAILURE_SPECIMENS,
  ...ISSUER_SPECIMENS,
];

/** Longer is a hang: a search for issuers alone may take 3.5 s. */
const LIMIT_MS = 10_000;

const tally = {
  named: 0,
  specimens: 0,
  mended: 0,
  repairable: 0,
  falseAlarms: 0,
  silent: 0,
  healthy: 0,
  hangs: 0,
};

afterAll(async () => {
  await closeServers();
  const { named, specimens, mended, repairable, silent, healthy, falseAlarms, hangs } = tally;
  process.stdout.write(
    `zoo: named ${named} of ${specimens} defects, mended ${mended} of ${repairable} chains, ` +
      `silent on ${silent} of ${healthy} healthy endpoints, ${falseAlarms} false alarms, ${hangs} hangs\n`,
  );
});

/** Rejects when the check takes too long, and counts that. */
async function lookInTime(specimen: Pick<Specimen, 'show'>) {
  const exhibit = await specimen.show();
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      tally.hangs += 1;
      reject(new Error('the check hangs'));
    }, LIMIT_MS);
  });
  try {
    return await Promise.race([look(exhibit), hang]);
  } finally {
    clearTimeout(timer);
  }
}

describe.concurrent('defects are named, and nothing else is', () => {
  it.each(SPECIMENS)('$what', async (specimen) => {
    const { finds, may = [], verdict } = specimen;
    tally.specimens += 1;
    const check = await lookInTime(specimen);
    const found = alarms(check.served.findings);
    const extra = found.filter((id) => !finds.includes(id) && !may.includes(id));
    tally.falseAlarms += extra.length;
    const named = check.served.findings.map(({ id }) => id);
    if (finds.every((id) => named.includes(id))) tally.named += 1;
    expect(named).toEqual(expect.arrayContaining([...finds]));
    expect(extra).toEqual([]);
    expect(check.verdict).toBe(verdict ?? check.verdict);
  });
});

describe.concurrent('defects of files are named, and nothing else is', () => {
  it.each(FILE_SPECIMENS)('$what', async (specimen) => {
    tally.specimens += 1;
    const { findings, verdict } = await lookAtFiles(specimen);
    const named = findings.map(({ id }) => id);
    const extra = alarms(findings).filter((id) => !specimen.finds.includes(id));
    tally.falseAlarms += extra.length;
    if (specimen.finds.every((id) => named.includes(id))) tally.named += 1;
    expect(named).toEqual(expect.arrayContaining([...specimen.finds]));
    expect(extra).toEqual([]);
    expect(verdict).toBe(specimen.verdict);
  });

  it.each(HEALTHY_FILES)('nothing of $what', async (specimen) => {
    tally.healthy += 1;
    const { findings, verdict } = await lookAtFiles(specimen);
    tally.falseAlarms += alarms(findings).length;
    expect(findings.map(({ id, problem }) => `${id}: ${problem}`)).toEqual([]);
    expect(verdict).toBe('healthy');
    tally.silent += 1;
  });
});

describe.concurrent('what can be mended is mended', () => {
  it.each(REPAIRABLE)('$what', async ({ show }) => {
    tally.repairable += 1;
    const { leaf, ...exhibit } = await show();
    const { roots = [], trust } = exhibit;
    const check = await lookInTime({ show: async () => exhibit });
    expect(fingerprintsOf(check.repair?.bundle)[0]).toBe(leaf.certificate.fingerprint);
    const after = await tryRepair(check, leaf, { roots, ...(trust ? { trust } : {}) });
    expect(after).toEqual({ strict: 'accepts', verdict: 'healthy' });
    tally.mended += 1;
  });

  it.each(UNREPAIRABLE)('and nothing is made up: $what', async (specimen) => {
    const { repair, verdict } = await lookInTime(specimen);
    expect(repair).toBeUndefined();
    expect(verdict).toBe('broken');
  });
});

describe.concurrent('nothing is said of what is in order', () => {
  it.each(HEALTHY)('$what', async (specimen) => {
    tally.healthy += 1;
    const { served, verdict } = await lookInTime(specimen);
    tally.falseAlarms += alarms(served.findings).length;
    expect(served.findings.map(({ id, problem }) => `${id}: ${problem}`)).toEqual([]);
    expect(verdict).toBe('healthy');
    tally.silent += 1;
  });
});
