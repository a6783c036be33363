import { FILE_RULES } from '../../src/endpoints/findings/file-rules.ts';
import { ENDPOINT_RULES, FAILURE_RULES, SERVED_RULES } from '../../src/endpoints/findings/registry.ts';
import { FINDING_IDS, type FindingId } from '../../src/endpoints/finding.ts';
import { FINDING_GUIDE, type FindingGuide } from '../support/finding-guide.ts';
import { FINDING_GUIDE_ZH } from '../support/finding-guide-zh.ts';
import type { Language } from './language.ts';
import { markdownTable } from './markdown.ts';

interface Words {
  /** What stands before the table; Markdown. */
  readonly begin: string;
  readonly heading: readonly string[];
  readonly severity: string;
  readonly fails: string;
  readonly remedy: string;
  readonly restsOn: string;
  /** Between two citations. */
  readonly and: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    begin: `# Findings

What \`check\`, \`plan\`, \`deploy\` and \`monitor\` may say is wrong. The ids are stable. Severity goes by consequence: \`error\`
when a declared client refuses, \`warning\` when it works now and will not for long, only by luck, or not for some clients
outside the declared ones, \`info\` to know. Which client said it in which words: [troubleshooting](troubleshooting.md).`,
    heading: ['id', 'severity', 'what it means'],
    severity: '**Severity:** ',
    fails: '**Who fails:** ',
    remedy: '**What to do:** ',
    restsOn: '**Rests on:** ',
    and: '; ',
  },
  zh: {
    begin: `# 问题项

[English](../findings.md)

\`check\`、\`plan\`、\`deploy\` 和 \`monitor\` 可能指出的问题。ID 保持稳定。严重程度由后果决定：有所声明的客户端拒绝时为 \`error\`；目前可用但不会长久、只是侥幸可用，或对所声明以外的部分客户端不可用时为 \`warning\`；仅供了解时为 \`info\`。哪个客户端以什么文本报告该问题，参见[故障排查](troubleshooting.md)。`,
    heading: ['ID', '严重程度', '含义'],
    severity: '**严重程度**：',
    fails: '**受影响的客户端**：',
    remedy: '**处理方法**：',
    restsOn: '**依据**：',
    and: '；',
  },
};

const GUIDES: Readonly<Record<Language, Readonly<Record<FindingId, FindingGuide>>>> = {
  en: FINDING_GUIDE,
  zh: FINDING_GUIDE_ZH,
};

/** docs/findings.md, or its twin: every finding, with the citations of the rules that report it. */
export function findingsPage(language: Language): string {
  const words = WORDS[language];
  const order = Object.keys(FINDING_GUIDE);
  const ids = FINDING_IDS.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  const index = ids.map((id) => {
    const [severity, meaning] = GUIDES[language][id];
    return [`[\`${id}\`](#${id})`, severity, meaning];
  });
  return `${words.begin}

${markdownTable([words.heading, ...index])}

${ids.map((id) => section(id, GUIDES[language][id], words)).join('\n')}`;
}

function section(id: FindingId, [severity, meaning, fails, remedy]: FindingGuide, words: Words): string {
  const rules = [...SERVED_RULES, ...ENDPOINT_RULES, ...FAILURE_RULES, ...FILE_RULES];
  const citations = new Set(rules.flatMap((rule) => (rule.id === id ? [rule.citation] : [])));
  const restsOn = citations.size > 0 ? [`- ${words.restsOn}${[...citations].join(words.and)}`] : [];
  const facts = [
    `- ${words.severity}${severity}`,
    `- ${words.fails}${fails}`,
    `- ${words.remedy}${remedy}`,
    ...restsOn,
  ];
  return `## ${id}\n\n${meaning}\n\n${facts.join('\n')}\n`;
}
