import type { ErrorCode } from '../../src/errors/catalogue.ts';

/** What the documentation says of an error in Chinese; Markdown. */
export type ErrorGuide = readonly [meaning: string, remedy: string];

const BY_HAND = '手工将中间证书添加到证书链文件中';
const TELL_CA = `${BY_HAND}，并告知 CA。`;
const LATER = '稍后再次运行。';
const DEFECT = '这是 airec-https 的缺陷，请反馈。';
const WRITABLE_FILE = '指定位于已有文件夹中、当前用户可写的文件。';

/** What the catalogue says, without the values of one occurrence. */
export const ERROR_GUIDE_ZH: Readonly<Record<ErrorCode, ErrorGuide>> = {
  // src/errors/catalogue/airec.ts
  MAPPING_UNREADABLE: [
    '无法读取映射文件。',
    '确保它是当前用户可读的普通文件，或在 airec.mapping 中指定其他文件。',
  ],
  MAPPING_NOT_WRITABLE: ['无法写入映射文件。', '在其他程序中关闭它，并允许当前用户写入其所在文件夹。'],
  MAPPING_NOT_WORKBOOK: [
    '映射文件不是 .xlsx 工作簿。',
    '另存为不带密码的 Excel 工作簿（.xlsx），或将其删除，让它重新生成。',
  ],
  MAPPING_MALFORMED: ['映射文件已损坏或被篡改。', '用电子表格程序打开并保存，或从版本控制中恢复。'],
  MAPPING_TOO_LARGE: ['映射文件过大。', '将映射单独放在一个工作簿中；将格式和数据验证限制在已使用的行内。'],
  MAPPING_MACROS: [
    '映射文件中含有宏；宏既不会运行，也不会保留。',
    '另存为 Excel 工作簿（.xlsx），即不含宏的格式。',
  ],
  MAPPING_NOT_PRESERVED: [
    '映射文件中含有修改后会丢失的内容。',
    '将图表、数据透视表、形状和链接移到其他工作簿。',
  ],
  MAPPING_HEADER: [
    '映射文件没有可用的表头。',
    '在同一行中命名 Domain、CertificateID、Protocol 和 Port 列，各一次。',
  ],
  MAPPING_INVALID_CELL: ['单元格的内容不是预期的值。', '在该单元格中填写错误信息所示的预期值。'],
  MAPPING_MERGED_CELLS: [
    '单元格属于合并单元格。',
    '取消 Domain、CertificateID、Protocol 和 Port 列下的单元格合并。',
  ],
  MAPPING_DUPLICATE_ROW: ['有两行映射了同一个端点。', '每个域名和端口只保留一行。'],
  MAPPING_DOMAIN_NOT_EXACT: ['行中的域名与 AIRec 所需的域名不完全一致。', '域名应与配置中的写法完全一致。'],
  BIND_COMMAND_NOT_FOUND: [
    '本机上没有绑定命令。',
    '安装该命令，或在 airec.bind 中填写其路径；设置 bind: none 则由您自行应用映射文件。',
  ],
  BIND_COMMAND_NOT_EXECUTABLE: [
    '无法运行绑定命令。',
    '确保它是适用于本平台的可执行文件（chmod +x），或在 airec.bind 中填写其他命令。',
  ],

  // src/errors/catalogue/certificate.ts
  CERTIFICATE_MALFORMED: ['证书不是有效的 DER 编码 X.509。', '从颁发该证书的 CA 重新下载，并完整复制。'],
  PEM_NO_CERTIFICATE: [
    '文件中没有证书，而是其他内容。',
    '先放服务器证书，再放中间证书，每张都位于 BEGIN CERTIFICATE 与 END CERTIFICATE 之间。',
  ],
  PEM_HOLDS_PRIVATE_KEY: [
    '只应有证书的文件中含有私钥。',
    '将私钥移出该文件，放入由环境变量传递的 Secret。如果该文件曾被提交，请使用新密钥重新签发证书。',
  ],
  PEM_MALFORMED: ['文件不是有效的 PEM。', '重新完整复制该段内容，从 BEGIN 行到 END 行。'],
  PEM_TOO_LARGE: ['文件超过了大小上限。', '在该文件中只保留所需的证书。'],
  PEM_WRONG_FORMAT: ['文件是其他格式，不是 PEM。', '按错误信息中的命令转换。'],
  PKCS7_MALFORMED: [
    '无法读取 PKCS#7 消息。',
    '从颁发该证书的 CA 重新下载证书链文件；如果提供 PEM 格式，请选择 PEM。',
  ],
  KEY_MALFORMED: ['无法读取私钥。', '提供一个未加密的私钥（PKCS#8、PKCS#1 或 SEC1），从 BEGIN 行到 END 行。'],
  KEY_ENCRYPTED: [
    '私钥已加密，而这里无法输入其口令。',
    '用 `openssl pkey -in KEY.pem -out DECRYPTED.pem` 解密，并且只将结果保存在 Secret 中。',
  ],

  // src/errors/catalogue/cloud.ts
  CREDENTIALS_MISSING: [
    '没有设置阿里云访问凭证。',
    '设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET（使用临时凭证时还有 ALIBABA_CLOUD_SECURITY_TOKEN）。在工作流中，设置输入 role-to-assume 和 oidc-provider-arn，并为作业授予 `permissions: id-token: write`。',
  ],
  OIDC_TOKEN_UNAVAILABLE: [
    '该作业无法从 GitHub 获得 OpenID Connect 令牌。',
    '为作业授予 `permissions: id-token: write`。来自 fork 的 Pull Request 的工作流始终无法获得。',
  ],
  CREDENTIALS_NOT_RENEWED: [
    '最初取得了阿里云访问凭证，再次读取时却没有。',
    '检查凭证来源是否仍可访问，其角色是否仍可扮演。',
  ],
  CLOUD_THROTTLED: ['调用因过于频繁而被拒绝。', '稍后再次运行，并查看同一账号下还有谁在同时调用该 API。'],
  CLOUD_UNAVAILABLE: [
    '服务暂时无法处理该调用。',
    '稍后再次运行。如果持续出现，请查看阿里云健康状态页，或凭 RequestId 提交工单。',
  ],
  CLOUD_UNREACHABLE: [
    '没有收到云服务的响应。',
    '检查本机能否连接到该地址，以及配置中的 cas.endpoint 或 cloud-endpoints（如有）。',
  ],
  CLOUD_ENDPOINT_UNTRUSTED: [
    '无法建立受信任的 TLS 连接，因此没有发送调用。',
    '检查 cas.endpoint 和 cloud-endpoints。如果位于拦截 TLS 的代理之后，请在 NODE_EXTRA_CA_CERTS 中指定其 CA 证书。',
  ],
  CLOUD_ANSWER_UNREADABLE: [
    '响应不是 JSON。',
    '检查 cas.endpoint 是否指向 API 接入地址，以及是否由代理代为响应；否则稍后再次运行。',
  ],
  CLOUD_ANSWER_UNEXPECTED: [
    '响应不属于该 API。',
    '检查 cas.endpoint 是否指向数字证书管理服务，以及 cas.api 是否是它所使用的接口。',
  ],
  CLOUD_AUTHENTICATION: [
    '调用因访问凭证被拒绝。',
    '按错误信息的提示校准时钟、更新临时凭证或检查 AccessKey。',
  ],
  CLOUD_PERMISSION: ['没有调用权限。', '在该用户或角色的 RAM 权限策略中允许此操作；完整策略见 docs/ram.md。'],
  CLOUD_NOT_FOUND: [
    '没有找到所指定的内容。',
    '检查 ID，以及账号和站点（cn-hangzhou 或 ap-southeast-1）是否正确。',
  ],
  CLOUD_QUOTA: ['超出账号的配额。', '在控制台中提升配额、购买资源包或结清欠费，或删除没有使用的证书。'],
  CLOUD_MATERIAL_REFUSED: [
    '证书或其私钥被拒绝。',
    '先放服务器证书，再放中间证书，并提供与服务器证书对应的未加密私钥。',
  ],
  CLOUD_NAME_TAKEN: [
    '名称已被占用。',
    '在证书库中重命名或删除该名称的证书，因为它是另一张服务器证书，或者无法列出。',
  ],
  CLOUD_UNSUPPORTED: ['该服务不提供此调用。', '检查 cas.api 与 cas.endpoint 是否匹配。'],
  CLOUD_NONCE_USED: [
    '调用被当作重复请求。',
    '再次运行。如果持续出现，说明本机与接入地址之间有代理将请求发送了两次。',
  ],
  CLOUD_REFUSED: ['调用被拒绝。', '在产品的 API 参考中查询该错误码，或凭 RequestId 提交工单。'],
  CLOUD_WRITE_IN_DOUBT: [
    '写操作是否完成无法确定，回读也没有得出结论。',
    '再次运行之前，先在控制台中查看是否已经完成，以免重复创建。',
  ],
  CLOUD_IN_USE: ['仍有资源在使用，因此被拒绝。', '先解除绑定。控制台会显示证书的使用情况。'],
  TARGET_UNFIT: ['无法绑定到该目标。', '参见[目标](alibaba-cloud.md#目标)，并查看错误信息。'],
  TARGET_NEEDS_KEY: [
    '该目标需要证书及其私钥，而 CAS 不提供私钥。',
    '为该端点填写 certificate.bundle 和 certificate.key。',
  ],
  RESTORE_IMPOSSIBLE: ['无法重新绑定该目标此前的内容。', '手工绑定先前的证书，或部署一张可用的证书。'],
  CHAIN_NEEDS_KEY: [
    '无法补全证书链：CAS 只接受连同私钥一起上传的证书链，已有内容保持不变。',
    '连同私钥部署完整的证书链文件：certificate.bundle 和 certificate.key。',
  ],
  CLOUD_CALL_INVALID: ['调用没有发送。', DEFECT],

  // src/errors/catalogue/command.ts
  USAGE: [
    '命令、选项、输入或变量不正确，错误信息会指出是哪一个。',
    '参见 `airec-https --help` 或[输入](github.md#输入)。',
  ],
  DEMO_WENT_WRONG: ['演示的结果与预期不符。', '这是 airec-https 的缺陷，或本机上有程序关闭了回环连接。'],
  KEY_VARIABLE_MISSING: [
    '应保存私钥的环境变量没有设置或为空。',
    '在步骤的 env 中设置它。在 fork 和 Dependabot 的工作流中，Secret 为空。',
  ],
  FILE_UNREADABLE: ['无法读取文件。', '检查路径（相对于配置文件），以及工作流是否检出了该文件。'],
  REPORT_NOT_WRITABLE: ['无法写入报告。', WRITABLE_FILE],
  ROLLBACK_REPORT_UNREADABLE: [
    '文件不是部署报告。',
    '指定由 `deploy --report FILE` 写出的文件，或 Action 写出的 report-path 文件。',
  ],
  ROLLBACK_NOTHING: [
    '报告中没有可以撤销的内容。',
    '该次部署没有更改任何目标，或已自行恢复，或使用了指南中的调用，这些调用不提供原有的绑定。',
  ],
  ROLLBACK_SUPERSEDED: [
    '端点提供的证书既不是该次部署的，也不是被它取代的。',
    '此后又部署过其他证书。请先用最新部署自己的报告撤销它，或添加 --force。',
  ],
  ROLLBACK_ENDPOINT_UNKNOWN: ['报告中的端点不在配置中。', '使用该次部署的配置，例如其提交中的配置。'],
  PAGE_REPORT_INVALID: [
    '文件不是监控的报告。',
    '指定由 `monitor --json` 打印的文件，或由带有 `command: monitor` 的 Action 写出的 report-path 文件。',
  ],
  PAGE_STATE_INVALID: [
    '文件不是监控的状态。',
    '指定分支 airec-https-state 中的 state.json，或 `monitor --state` 的文件；没有 --state 时页面不含历史。',
  ],
  PAGE_INPUT_TOO_LARGE: ['文件超过了读取上限。', '指定由监控写出的文件。'],
  PAGE_FOLDER_FOREIGN: [
    '文件夹中有文件，但没有表明它们属于状态页的标记。',
    '指定空文件夹、新文件夹，或由本命令写出的文件夹：不会覆盖其他文件夹中的内容。',
  ],
  PAGE_NOT_WRITABLE: ['无法写入状态页。', '指定当前用户可写的文件夹。'],
  MONITOR_STATE_NEWER: [
    '监控的状态由更新版本的 airec-https 写出。',
    '使用该版本的 airec-https，或删除分支 airec-https-state（或该文件）重新开始。',
  ],
  MONITOR_STATE_NOT_WRITABLE: ['无法写入监控的状态。', WRITABLE_FILE],
  MONITOR_SHARDS_ABSENT: [
    '没有任何分片文件，因此没有检查到任何端点。',
    '指定包含 airec-https-shard-….json 文件的文件夹，并查看分片作业为何没有留下文件。',
  ],
  MONITOR_SHARD_INVALID: [
    '没有使用该分片文件。',
    '让每个作业检出同一个提交，使用同一版本的 airec-https，并将一次运行的文件收集到空文件夹中。',
  ],
  MONITOR_SHARD_MISSING: [
    '缺少分片：没有检查其中的端点。',
    '查看该分片的作业为何没有写出文件就结束，并重新运行。',
  ],
  ISSUE_FAILED: ['CAS 签发失败。', '在 CAS 控制台中查看该订单：最常见的原因是 DNS 中的验证记录缺失或错误。'],
  ISSUE_LATE: [
    'CAS 没有在期限内签发。',
    '稍后再次运行：会找回该订单，不会重复申请。如果您的签发时间较长，请增大 deadlines.status。',
  ],

  // src/errors/catalogue/configuration.ts
  CONFIG_NOT_FOUND: [
    '没有配置文件。',
    '按 README 的示例创建 airec-https.yml，或用 config（Action）或 --config（终端）指定其他文件。',
  ],
  CONFIG_UNREADABLE: ['无法读取配置文件。', '指定当前用户可读的 UTF-8 文本文件。'],
  CONFIG_TOO_LARGE: ['配置文件过大。', '检查是否指定了正确的文件；配置中每个端点只有几行。'],
  CONFIG_SYNTAX: [
    '文件不是此处可读取的 YAML：含有制表符、重复的键、无法解析的别名，或多个文档。',
    '查看错误信息中的行号和列号。',
  ],
  CONFIG_EMPTY: ['配置文件为空。', '至少填写 region、airec 和 endpoints，参见 README。'],
  CONFIG_UNKNOWN_KEY: ['含有未知的配置项。', '按错误信息的提示更正或删除该项。'],
  CONFIG_MISSING_KEY: ['缺少配置项。', '添加该项。'],
  CONFIG_WRONG_TYPE: ['配置项的类型不正确。', '参见[该配置项](configuration.md)。'],
  CONFIG_INVALID_VALUE: [
    '配置项的值不正确，错误信息会说明原因。',
    '参见[该配置项](configuration.md)，并查看错误信息。',
  ],
  CONFIG_DUPLICATE_ENDPOINT: ['同一个端点列出了两次。', '每个域名和端口只保留一项；一项可以有多个接入目标。'],
  CONFIG_CONTESTED_TARGET: [
    '同一个目标的默认证书被指定了两张不同的证书。',
    '除一个端点外，为所有端点设置 `sni: true`，使每个域名各有证书；或为它们使用同一张包含全部域名的证书。',
  ],
  CONFIG_KEY_EXPOSED: [
    'airec.environment 将保存私钥的变量传给了绑定命令。',
    '从 airec.environment 中删除该变量；绑定不需要私钥。',
  ],

  // src/errors/catalogue/endpoint.ts
  TLS_HANDSHAKE_UNREADABLE: [
    '服务器的握手不符合 TLS 协议。',
    '检查该地址是否自行终结 TLS，并使用仍在维护的 TLS 库。',
  ],
  CERTIFICATE_LIST_MALFORMED: [
    '服务器的 Certificate 消息格式错误。',
    '检查接入产品所配置的内容：PEM 证书，服务器证书在最前，最多 20 张。',
  ],
  AIA_URL_REFUSED: ['不会从该 URL 获取颁发者证书。', `${BY_HAND}；私有 CA 需要 trust.private-networks。`],
  AIA_URL_HTTPS: [
    '不会从该 URL 获取颁发者证书：只使用 http，因为验证 https 可能正需要缺少的那张证书。',
    `${BY_HAND}。`,
  ],
  AIA_UNREACHABLE: ['无法从该 URL 获取颁发者证书。', `稍后再次运行，或${BY_HAND}。`],
  AIA_HTTP_STATUS: ['该 URL 返回的 HTTP 状态码不是 200。', TELL_CA],
  AIA_ANSWER_INVALID: ['该 URL 返回的不是颁发者证书。', TELL_CA],
  AIA_TOO_LARGE: ['该 URL 返回的内容过大，颁发者证书不需要这么大。', TELL_CA],
  AIA_GIVEN_UP: ['不会再从该 URL 获取颁发者证书。', `${BY_HAND}，或减少同时检查的端点。`],
  SWEEP_THREAD_FAILED: [
    '用于检查端点的线程没有启动。',
    '检查 airec-https 的文件是否完整、内存是否充足，然后再次运行。',
  ],

  // src/errors/catalogue/github.ts
  GITHUB_REPOSITORY_UNNAMED: [
    '仓库名称不是 owner/name 的形式。',
    '将 GITHUB_REPOSITORY 设置为 owner/name；在工作流中由运行器设置。',
  ],
  GITHUB_TOKEN_REFUSED: [
    'GitHub 不接受该令牌。',
    '传入有效的令牌：`${{ github.token }}`，或 GitHub App 的新令牌。作业的令牌在作业结束后失效。',
  ],
  GITHUB_PERMISSION: [
    '令牌缺少权限。',
    '为作业授予所缺的权限，例如 `permissions: { contents: write }`，或为 GitHub App 授予同样的权限。fork 和 Dependabot 的工作流只有读权限。',
  ],
  GITHUB_PULL_REQUESTS_FORBIDDEN: [
    '该仓库的工作流不允许创建 Pull Request。',
    '在 Settings、Actions、General 中启用“Allow GitHub Actions to create and approve pull requests”，或传入 GitHub App 的令牌。',
  ],
  GITHUB_NOT_FOUND: [
    '不存在，或令牌无权查看。',
    '检查仓库名称。对于私有仓库，令牌需要访问权限：`permissions: { contents: read }`，或在该仓库上安装 GitHub App。',
  ],
  GITHUB_RATE_LIMITED: [
    'GitHub 暂时拒绝更多调用。',
    '在所示时间之后再次运行，并查看还有谁在使用同一令牌。GitHub App 的令牌有自己的限额。',
  ],
  GITHUB_CONFLICT: ['已被他人抢先更改。', '再次运行：会先读取当前的内容。'],
  GITHUB_BRANCH_PROTECTED: [
    '被仓库的规则禁止。',
    '将分支 airec-https-state 和 airec-https/** 排除在该分支保护规则或规则集之外。',
  ],
  GITHUB_UNAVAILABLE: ['GitHub 暂时无法处理。', `${LATER}如果持续出现，请查看 GitHub 状态页。`],
  GITHUB_UNREACHABLE: [
    '没有收到 GitHub 的响应。',
    '检查 GITHUB_API_URL、代理设置，以及本机能否连接到该地址。',
  ],
  GITHUB_REFUSED: [
    '被 GitHub 拒绝。',
    '查看 GitHub 给出的原因。如果仓库中没有相应的原因，请附上请求 ID 反馈。',
  ],
  GITHUB_STATE_CONTESTED: [
    '每次写入之前，状态分支上的文件都已被他人更改。',
    '为定时工作流设置 concurrency 分组，避免运行重叠。',
  ],
  GITHUB_KEY_MATERIAL: [
    '内容中含有私钥或其他机密，没有发送到 GitHub。',
    '将机密移出该文件，放入仓库的 Secret。如果该文件曾被提交，请使用新密钥重新签发证书。',
  ],
  GITHUB_PATH_OUTSIDE: ['路径不是仓库内的文件。', '将证书链文件和映射文件放在工作流检出的仓库中。'],

  // src/errors/catalogue/slack.ts
  SLACK_TOKEN_REFUSED: [
    'Slack 不接受该令牌。',
    '重新安装应用，并在 SLACK_BOT_TOKEN 中传入其机器人令牌（xoxb-…）。',
  ],
  SLACK_APP_TOKEN_REFUSED: [
    '打开 Socket Mode 时，Slack 不接受 App-Level Token。',
    '在同一应用的 Basic Information 中生成权限为 connections:write 的 App-Level Token，并在 SLACK_APP_TOKEN 中传入（xapp-…）。',
  ],
  SLACK_NOT_IN_CHANNEL: ['应用不是该频道的成员。', '在该频道中输入 /invite 和应用的名称。'],
  SLACK_CHANNEL_NOT_FOUND: [
    '令牌看不到可以写入的该频道。',
    '填写频道 ID（C…，位于频道详情末尾）而不是名称；如果是私有频道，请邀请应用；如果已归档，请取消归档。',
  ],
  SLACK_SCOPE_MISSING: [
    '令牌缺少权限（scope）。',
    '在 OAuth & Permissions 的 Bot Token Scopes 中添加所示的权限，并重新安装应用。',
  ],
  SLACK_MESSAGE_GONE: ['消息不存在，或不属于该应用。', '再次运行：被人删除的消息会重新发送。'],
  SLACK_RATE_LIMITED: ['Slack 暂时不接受更多调用。', '在所示时间之后再次运行；届时会发送未发出的内容。'],
  SLACK_UNAVAILABLE: [
    'Slack 暂时无法处理。',
    '稍后再次运行；届时会发送未发出的内容。如果持续出现，请查看 Slack 状态页。',
  ],
  SLACK_UNREACHABLE: [
    '没有收到 Slack 的响应。',
    '检查 SLACK_API_URL，以及本机能否连接到该地址；未发出的内容由下一次运行发送。',
  ],
  SLACK_REFUSED: ['被 Slack 拒绝。', '查看 Slack 给出的原因。如果应用或频道中没有相应的原因，请反馈。'],
  SLACK_WEBHOOK_REFUSED: [
    'Slack 的 Incoming Webhook 不接受消息。',
    '在应用的 Incoming Webhooks 中新建 Webhook，并在 SLACK_WEBHOOK_URL 中传入其 URL。',
  ],
  SLACK_WEBHOOK_MALFORMED: [
    'Slack Incoming Webhook 的 URL 不是 https。',
    '从应用的 Incoming Webhooks 中完整复制，并在 SLACK_WEBHOOK_URL 中传入。',
  ],
};
