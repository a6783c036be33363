import type { ErrorCategory } from '../../src/errors/app-error.ts';
import type { Language } from '../pages/language.ts';

/** The parts of the catalogue. */
export type Area =
  | 'configuration'
  | 'certificates'
  | 'cloud'
  | 'airec'
  | 'endpoints'
  | 'commands'
  | 'github'
  | 'slack';

/** What the page of errors says around them; Markdown. */
export interface ErrorWords {
  readonly begin: string;
  /** Of the table of categories. */
  readonly heading: readonly string[];
  readonly categories: Readonly<Record<ErrorCategory, string>>;
  readonly aboutRetries: string;
  readonly areas: Readonly<Record<Area, string>>;
  readonly retryable: string;
  readonly final: string;
  /** Retryable or not, as the service says. */
  readonly either: string;
  readonly exitCode: (code: number) => string;
}

const EXAMPLE = `\`\`\`text
There is no configuration file at airec-https.yml [CONFIG_NOT_FOUND]
  → Create airec-https.yml as the README shows, or name another file with config (Action) or --config (terminal).
\`\`\``;

export const ERROR_WORDS: Readonly<Record<Language, ErrorWords>> = {
  en: {
    begin: `# Errors

What keeps airec-https from doing its job. A certificate or an endpoint that is not as it should be is no error but a
[finding](findings.md). The codes are stable. What is in italics differs from case to case.

${EXAMPLE}

The exit code is that of a run which the error ended before anything was changed. A deployment that had begun ends with 3, or
with 1 when there is a finding too, or when the error is about certificates.`,
    heading: ['category', 'whose move it is', 'exit code'],
    categories: {
      configuration: 'something that you wrote or named has to be corrected',
      authentication: 'credentials are missing, refused or out of date',
      permission: 'credentials are good, and not allowed to do this',
      quota: 'an account may use no more of it',
      remote: 'a service answered otherwise than it should',
      network: 'there was no answer',
      certificate: 'a certificate, a chain or a key is not what it should be',
      internal: 'a defect of airec-https: please report it',
    },
    aboutRetries: '"Retryable" says that the same may succeed later without anybody changing anything.',
    areas: {
      configuration: 'The configuration file',
      certificates: 'Certificates and keys',
      cloud: 'Alibaba Cloud',
      airec: 'The mapping file and the bind command',
      endpoints: 'Endpoints',
      commands: 'Commands, the monitor and the status page',
      github: 'GitHub',
      slack: 'Slack',
    },
    retryable: 'retryable',
    final: 'not retryable',
    either: 'retryable or not, as the service says',
    exitCode: (code) => `exit code ${code}`,
  },
  zh: {
    begin: `# 错误码

[English](../errors.md)

使 airec-https 无法完成工作的原因。证书或端点不符合要求不是错误，而是[问题项](findings.md)。错误码保持稳定。程序输出为英文，并在其中给出具体的对象、原因和处理方法。

${EXAMPLE}

退出码对应在更改任何内容之前就因该错误结束的运行。已经开始的部署以 3 结束；如果同时存在问题项，或错误与证书有关，则以 1 结束。`,
    heading: ['类别', '需要由谁处理', '退出码'],
    categories: {
      configuration: '需要更正您所填写或指定的内容',
      authentication: '访问凭证缺失、被拒绝或已过期',
      permission: '访问凭证有效，但没有此操作的权限',
      quota: '账号可用的额度已用尽',
      remote: '服务的响应不符合预期',
      network: '没有收到响应',
      certificate: '证书、证书链或私钥不符合要求',
      internal: 'airec-https 的缺陷：请反馈',
    },
    aboutRetries: '“可重试”表示无需任何更改，稍后重试就可能成功。',
    areas: {
      configuration: '配置文件',
      certificates: '证书与私钥',
      cloud: '阿里云',
      airec: '映射文件与绑定命令',
      endpoints: '端点',
      commands: '命令、监控与状态页',
      github: 'GitHub',
      slack: 'Slack',
    },
    retryable: '可重试',
    final: '不可重试',
    either: '是否可重试由服务的响应决定',
    exitCode: (code) => `退出码 ${code}`,
  },
};
