import type { z } from 'zod';
import type { configFileSchema } from '../../src/config/schema.ts';

type Named<Parent extends string, Key extends string> = Parent extends '' ? Key : `${Parent}.${Key}`;
type Plain = string | number | boolean | undefined;

/** The keys in a value of this type, as `endpoints[].health.path`. */
type KeysOf<Value, Parent extends string> = Value extends Plain
  ? never
  : Value extends readonly (infer Item)[]
    ? KeysOf<Item, `${Parent}[]`>
    : {
        [Key in keyof Value & string]-?: Named<Parent, Key> | KeysOf<Value[Key], Named<Parent, Key>>;
      }[keyof Value & string];

/** Every key that airec-https.yml may have. */
export type ConfigKey = KeysOf<z.input<typeof configFileSchema>, ''>;

const PEM_ANCHORS = (client: string) => `含有${client}的信任锚的 PEM 文件，相对于本文件。`;
const ORIGIN = (product: string) => `${product}API 的源（origin）。`;

/** What the schema says of each key, in Chinese; Markdown. */
export const CONFIG_GUIDE_ZH: Readonly<Record<ConfigKey, string>> = {
  region: 'AIRec 实例及其接入产品所在的地域，例如 cn-hangzhou。',

  cas: '数字证书管理服务。',
  'cas.api':
    '所使用的接口。`2020-04-07`：数字证书管理服务和各接入产品的公开 API。`guide`：AIRec HTTPS 指南中的调用。',
  'cas.endpoint':
    '服务的源（origin）。默认：中国内地地域（cn-…）为 <https://cas.aliyuncs.com>，其他地域为 <https://cas.ap-southeast-1.aliyuncs.com>。只有回环主机才接受 http。',
  'cas.retention':
    '部署之后删除已被取代的证书：由 airec-https 为该域名上传且没有产品使用的证书。没有该项时不删除任何证书。',
  'cas.retention.keep': '保留多少张已被取代的证书，保留最新的。',
  'cas.retention.grace-days': '当前使用的证书生效多少天之后，才可以删除其他证书。',
  'cas.contacts': 'CAS 联系人的 ID，用于接收部署任务的通知（`via: cas-job`）。',

  'cloud-endpoints': '其他产品 API 的源（origin），用于 VPC 或代理。默认为公网地址。',
  'cloud-endpoints.slb': ORIGIN('CLB '),
  'cloud-endpoints.alb': ORIGIN('ALB '),
  'cloud-endpoints.nlb': ORIGIN('NLB '),
  'cloud-endpoints.cdn': ORIGIN('CDN '),
  'cloud-endpoints.dcdn': ORIGIN('DCDN '),
  'cloud-endpoints.apigateway': ORIGIN('API 网关 '),
  'cloud-endpoints.apig': ORIGIN('云原生 API 网关 '),
  'cloud-endpoints.alidns': ORIGIN('云解析 DNS（Alidns）的 '),
  'cloud-endpoints.sts': ORIGIN('STS '),

  airec: 'AIRec 实例，以及证书如何绑定到该实例。',
  'airec.instance': 'AIRec 实例的 ID，例如 ai-rec-prod。',
  'airec.mapping': '将域名映射到证书的工作簿。不存在时会创建，旁边附带一个 .tsv 副本。',
  'airec.bind':
    '应用映射的命令：其名称或路径，或由命令及其前置参数组成的列表。不经过 shell。`none` 表示由您自行应用映射文件。',
  'airec.environment': '除 PATH、HOME、区域设置等以外，绑定命令可以看到的环境变量的名称。',

  endpoints: 'HTTPS 端点，每个端点为一个域名和一个端口。',
  'endpoints[].domain': '与客户端所用完全一致的完整域名：小写，末尾无点，不含通配符，使用 A-label。',
  'endpoints[].port': 'HTTPS 监听的端口。',
  'endpoints[].certificate': '该端点应提供的证书：证书链文件及其私钥、cas-id，或 request。',
  'endpoints[].certificate.bundle': '包含服务器证书及其中间证书的 PEM 文件，相对于本文件。需要 `key`。',
  'endpoints[].certificate.key': '`bundle` 的私钥来自何处。',
  'endpoints[].certificate.key.env': '以 PEM 形式保存私钥的环境变量的名称。',
  'endpoints[].certificate.key.file': '以 PEM 形式保存私钥的文件，相对于本文件。不要放入仓库。',
  'endpoints[].certificate.cas-id': '数字证书管理服务中已有证书的 ID。',
  'endpoints[].certificate.request': '向数字证书管理服务申请一次证书；此后使用签发的证书。',
  'endpoints[].certificate.request.type': '所申请证书的类型：域名验证型（DV）。',
  'endpoints[].certificate.request.product':
    '所用资源包的产品代码；默认为中国站的 digicert-free-1-free。不适用于 `cas.api: guide`。',
  'endpoints[].ingress': '为该域名终结 TLS 的所有产品；证书会部署到每一个。',
  'endpoints[].ingress[].type':
    '在 AIRec 前面终结 TLS 的产品。SLB 即 CLB。API_GATEWAY 为传统 API 网关，APIG 为云原生 API 网关。`cas.api: guide` 支持 SLB、CDN 和 API_GATEWAY。',
  'endpoints[].ingress[].instance':
    '负载均衡实例（lb-…、alb-…、nlb-…）或监听（lsn-…）、加速域名、API 网关的分组，或云原生 API 网关（gw-…）。',
  'endpoints[].ingress[].port': '监听的端口，如果与端点的端口不同。',
  'endpoints[].ingress[].region': '实例所在的地域，如果与上面的 `region` 不同。',
  'endpoints[].ingress[].sni':
    '用于负载均衡：true 表示只为该域名绑定证书（扩展域名、扩展证书），false 表示绑定为监听的默认证书。没有该项时：如果 CLB 有该域名的扩展域名则绑定到扩展域名，否则绑定为默认证书。',
  'endpoints[].ingress[].via':
    '由 CAS 的部署任务而不是产品自己的接口进行更改。对上传的证书会收费，并且需要 `cas.contacts`。',
  'endpoints[].ingress[].enable-https':
    '用于 CDN 和 DCDN：HTTPS 处于关闭状态时是否可以开启。没有该项时视为错误。',
  'endpoints[].health': '握手成功之后发起的 HTTP 请求。',
  'endpoints[].health.path': '握手之后请求的路径，可以带查询参数。',
  'endpoints[].health.method': '该请求的方法。NONE：不发起 HTTP 请求，例如位于直接转发 TLS 的监听之后。',
  'endpoints[].health.accept': '表明后端正常的 HTTP 状态码。请求不带凭证，因此默认包含 401。',
  'endpoints[].clients': '以哪些客户端的结论为准。openssl 代表 curl、Node.js、Python 和 Go。',
  'endpoints[].addresses':
    '代替 DNS 结果进行检查的地址，例如 "203.0.113.7"、"203.0.113.7:8443" 或 "[2001:db8::1]:8443"。',

  trust: '在公共 CA 之外所信任的内容。',
  'trust.roots': '含有公共 CA 以外信任锚的 PEM 文件，相对于本文件。',
  'trust.clients': '只信任自有信任锚，而不信任公共 CA 和 `roots` 的客户端。',
  'trust.clients.chrome': PEM_ANCHORS(' Chrome '),
  'trust.clients.firefox': PEM_ANCHORS(' Firefox '),
  'trust.clients.java': PEM_ANCHORS(' Java（即其信任库）'),
  'trust.clients.android': PEM_ANCHORS(' Android '),
  'trust.clients.openssl': PEM_ANCHORS(' curl、Node.js、Python 和 Go '),
  'trust.private-networks': '是否可以检查回环地址和私网地址，以及从中获取内容。',

  deadlines: '等待时间：数字加单位 ms、s、m 或 h。',
  'deadlines.call': '一次云服务调用，包含所有重试。',
  'deadlines.status': '从签发或部署开始，到服务报告完成为止。',
  'deadlines.propagation': '从此时开始，到每个地址都提供预期的证书为止。',
  'deadlines.bind': '绑定命令。',
  'deadlines.connection': '与端点的一次连接：建立连接、握手、响应。',

  monitor: '监控在何时、以何种频率通知它所看到的内容。',
  'monitor.open-after': '连续多少次运行发现问题后才通知。证书过期和域名不匹配会立即通知。',
  'monitor.resolve-after': '连续多少次运行未再发现问题后视为恢复。',
  'monitor.remind-days': '没有人确认的告警每隔多少天提醒一次。',
  'monitor.group': '同一次运行中因同一原因失败的端点达到多少个时合并为一条消息。',
  'monitor.unknown-after': '连续多少次运行无法判定端点状态后写入周报。',
  'monitor.history-days': '已恢复的事件和端点每日结论的保留天数。',
  'monitor.digest': '发送周报的日子（UTC）；`never` 表示不发送。',
  'monitor.vantage':
    '监控的观测位置，由您自行描述，例如 office-hangzhou。默认取运行器提供的信息，例如 github-hosted/Linux。',

  slack: 'Slack 提醒谁，以及谁可以回应。',
  'slack.mention':
    '客户端被拒绝时提醒谁：用户 ID（U…）、用户组 ID（S…）、`here` 或 `channel`。默认不提醒任何人。',
  'slack.users': '可以确认、暂停提醒和执行命令的用户的 ID。默认没有人可以。',
  'slack.channels': '接受命令的频道的 ID。默认只有告警频道。',
  'slack.buttons': '是否用同一个应用运行 `airec-https bot`，使告警带有按钮。',
};

/** Comments of docs/examples/airec-https.yml, in Chinese. */
export const CONFIG_COMMENTS_ZH: Readonly<Record<string, string>> = {
  'Every key there is. Most files need `region`, `airec.instance` and `endpoints` alone.':
    '全部配置项。大多数文件只需要 `region`、`airec.instance` 和 `endpoints`。',
  'or guide': '或 guide',
  'without it nothing is deleted': '没有该项时不删除任何证书',
  'for `via: cas-job`': '用于 `via: cas-job`',
  'or a name, a path, none': '或名称、路径、none',
  'exactly as clients use it': '与客户端使用的域名完全一致',
  'a bundle of yours with its key': '您的证书链文件及其私钥',
  'the leaf, then its intermediates': '先服务器证书，后中间证书',
  'the name of a variable, never the key': '变量的名称，绝不是私钥本身',
  'everything that terminates TLS for the domain': '为该域名终结 TLS 的所有产品',
  'instead of those in DNS': '代替 DNS 中的地址',
  'a certificate that is in CAS already': 'CAS 中已有的证书',
  'one that CAS has issued, once': '由 CAS 签发的证书，只申请一次',
  'beyond the public authorities': '公共 CA 以外的根证书',
  'instead of all others, for one client': '某个客户端只信任这些',
  'for hosts of a VPC or a proxy; these are the public ones': '用于 VPC 或代理的主机；此处为公网地址',
  'a user group, a user, here or channel': '用户组、用户、here 或 channel',
};
