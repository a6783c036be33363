/** What action.yml says of its inputs, in Chinese; Markdown. */
export const INPUT_GUIDE_ZH: Readonly<Record<string, string>> = {
  command:
    '要执行的命令：`deploy` 使每个端点提供所配置的证书并加以验证；`plan` 在 Pull Request 上说明部署会做什么，不做任何更改；`monitor` 检查每个端点，报告变化并提出修复。',
  config: '配置文件，相对于工作区。',
  'dry-run': '用于 `deploy`：只打印计划，不做任何更改，`true` 或 `false`。',
  'fail-on': '使步骤失败的最低严重程度：`error`、`warning` 或 `never`。配置不可用时总是失败。',
  shard:
    '用于 `monitor`：要检查的分片，例如 `3/8`。它将看到的结果写入 `shard-path`，不保存状态，也不通知任何人。',
  shards: '用于 `monitor`：包含所有分片文件的文件夹，在此基础上继续，而不自行检查。',
  'role-to-assume':
    '要扮演的 RAM 角色（`acs:ram::ACCOUNT:role/NAME`），使用作业的 OpenID Connect 令牌，而不是保存的密钥。需要在 `permissions` 中将 `id-token` 设为 `write`。',
  'oidc-provider-arn':
    'RAM 中信任 GitHub 的 OIDC 身份提供商（`acs:ram::ACCOUNT:oidc-provider/NAME`），用于 `role-to-assume`。',
  'oidc-audience': '身份提供商所期望的受众（audience）。',
  'role-session-name':
    '审计日志中的会话名称，2 到 64 个字母、数字和 `. @ - _`。默认为 `airec-https-` 加运行的 ID。',
  'github-token':
    '`monitor` 用于保存状态和创建 Pull Request、`plan` 用于维护评论、`deploy` 用于在已合并的 Pull Request 上报告证明的令牌。',
  'slack-bot-token': '`monitor` 用于发送通知的 Slack 应用令牌（`xoxb-…`）。`deploy` 不发送任何消息。',
  'slack-channel': '`monitor` 发送消息的 Slack 频道的 ID（`C…`）。',
  'slack-webhook':
    'Slack Incoming Webhook 的 URL，用于没有机器人令牌的 `monitor`。它不能修改消息，也没有消息列。',
};

/** The same of its outputs. */
export const OUTPUT_GUIDE_ZH: Readonly<Record<string, string>> = {
  status:
    '所有端点中最差的状态：`healthy`、`degraded`、`broken` 或 `unknown`；对 `plan` 为 `unchanged`、`planned`、`open`、`undetermined` 或 `blocked`。',
  changed: '用于 `deploy`：是否向云上或映射文件写入过内容，`true` 或 `false`。',
  'certificate-ids': '用于 `deploy`：JSON 对象，从每个端点（`domain:port`）到为其部署的证书的 ID。',
  'report-path': 'JSON 报告的路径，包含每个端点、步骤和问题项。',
  'endpoints-json': '用于 `monitor`：JSON 数组，包含每个端点的名称和结论。',
  'shard-path': '用于带有 `shard` 的 `monitor`：保存检查结果的文件的路径。',
  'incident-ids': '用于 `monitor`：JSON 数组，包含未关闭的事件的 ID。',
  'pull-request-number': '用于 `monitor`：本次运行的第一个 Pull Request 的编号，或为空。',
  'pull-request-url': '用于 `monitor`：该 Pull Request 的地址，或为空。',
  'pull-request-operation':
    '用于 `monitor`：对它执行的操作，`created`、`updated`、`closed`、`ignored` 或 `none`。',
  'slack-ts': '用于 `monitor`：发送或更新的第一条 Slack 消息的时间戳，或为空。',
};
