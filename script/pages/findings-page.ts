import { FILE_RULES } from '../../src/endpoints/findings/file-rules.ts';
import { ENDPOINT_RULES, FAILURE_RULES, SERVED_RULES } from '../../src/endpoints/findings/registry.ts';
import { FINDING_GUIDE, type FindingGuide } from '../support/finding-guide.ts';
import { markdownTable } from './markdown.ts';

/** docs/findings.md: every finding, with the citations of the rules that report it. */
export function findingsPage(): string {
  const guides = Object.entries(FINDING_GUIDE);
  const index = guides.map(([id, [severity, meaning]]) => [`[\`${id}\`](#${id})`, severity, meaning]);
  return `# Findings

What \`check\`, \`plan\`, \`deploy\` and \`monitor\` may say is wrong. The ids are stable. Severity goes by consequence: \`error\`
when a declared client refuses, \`warning\` when it works now and will not for long, only by luck, or not for some clients
outside the declared ones, \`info\` to know. Which client said it in which words: [troubleshooting](troubleshooting.md).

${markdownTable([['id', 'severity', 'what it means'], ...index])}

${guides.map(([id, guide]) => section(id, guide)).join('\n')}`;
}

function section(id: string, [severity, meaning, fails, remedy]: FindingGuide): string {
  const rules = [...SERVED_RULES, ...ENDPOINT_RULES, ...FAILURE_RULES, ...FILE_RULES];
  const citations = new Set(rules.flatMap((rule) => (rule.id === id ? [rule.citation] : [])));
  const restsOn = citations.size > 0 ? [`- **Rests on:** ${[...citations].join('; ')}`] : [];
  const facts = [
    `- **Severity:** ${severity}`,
    `- **Who fails:** ${fails}`,
    `- **What to do:** ${remedy}`,
    ...restsOn,
  ];
  return `## ${id}\n\n${meaning}\n\n${facts.join('\n')}\n`;
}
