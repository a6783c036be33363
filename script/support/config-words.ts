import type { Language } from '../pages/language.ts';
import { CONFIG_COMMENTS_ZH, CONFIG_GUIDE_ZH, type ConfigKey } from './config-guide-zh.ts';

/** What the page of the configuration says around its keys; Markdown. */
export interface ConfigWords {
  readonly begin: string;
  readonly file: string;
  readonly heading: readonly string[];
  readonly required: string;
  readonly below: string;
  readonly comma: string;
  readonly or: string;
  readonly text: string;
  readonly texts: string;
  readonly number: string;
  readonly mapping: string;
  readonly mappings: string;
  readonly listOf: (type: string) => string;
  readonly range: (from: number, to: number) => string;
  /** The title of the table of a mapping. */
  readonly mappingOf: (name: string) => string;
  /** The meaning of a key, of which the schema says `description`. */
  readonly describe: (key: string, description: string) => string;
  /** A configuration with its comments. */
  readonly comment: (example: string) => string;
}

export const CONFIG_WORDS: Readonly<Record<Language, ConfigWords>> = {
  en: {
    begin: `# Configuration

\`airec-https.yml\` says which endpoints serve which certificate, and what stands in front of them. Editors complete and check
it with [its JSON Schema](../airec-https.schema.json). What is wrong is reported all at once, each with line and column, and
with [its code](errors.md#the-configuration-file). Paths are relative to the file. No value of it is a secret.

[The smallest one](../README.md#use-it) has ten lines. This one has every key there is:`,
    file: 'The file',
    heading: ['key', 'type', 'default', 'example', 'meaning'],
    required: 'required',
    below: 'below',
    comma: ', ',
    or: ' or ',
    text: 'text',
    texts: 'list of texts',
    number: 'number',
    mapping: 'mapping',
    mappings: 'list of mappings',
    listOf: (type) => `list of ${type}`,
    range: (from, to) => `${from} to ${to}`,
    mappingOf: (name) => `${name} mapping`,
    describe: (_key, description) => description,
    comment: (example) => example,
  },
  zh: {
    begin: `# 配置

[English](../configuration.md)

\`airec-https.yml\` 说明哪些端点提供哪张证书，以及它们前面是什么。编辑器可以借助[其 JSON Schema](../../airec-https.schema.json) 补全和检查。所有错误会一次性报告，每个错误都带有行号、列号和[错误码](errors.md#配置文件)。路径均相对于该文件。其中没有任何值是机密。

[最小的配置](README.md#使用)只有十行。下面的配置包含全部配置项：`,
    file: '配置文件',
    heading: ['配置项', '类型', '默认值', '示例', '含义'],
    required: '必填',
    below: '见下文',
    comma: '、',
    or: ' 或 ',
    text: '文本',
    texts: '文本列表',
    number: '数字',
    mapping: '映射',
    mappings: '映射列表',
    listOf: (type) => `列表：${type}`,
    range: (from, to) => `${from} 到 ${to}`,
    mappingOf: (name) => `${name} 映射`,
    describe: (key) => CONFIG_GUIDE_ZH[key as ConfigKey],
    comment: (example) =>
      example.replaceAll(/(?<=(?:^|\s)# ).*$/gm, (comment) => CONFIG_COMMENTS_ZH[comment] ?? comment),
  },
};
