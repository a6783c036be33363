import type { FindingId } from '../../src/endpoints/finding.ts';
import type { FindingGuide } from './finding-guide.ts';

const REFUSED = 'error';
const REFUSED_OR_LUCKY = 'error；侥幸通过时为 warning';
const REFUSED_OR_NOT = 'error 或 warning';
const EVERYONE = '所有客户端';
const NAMED = '所指出的客户端';
const UNAIDED = '不使用 AIA 或预加载的客户端';
const NOBODY = '无';
const UNREACHED = '网络位置与本机相同的所有客户端';
const RENEW = '申请新证书，并部署其证书链文件。';
const FULL_BUNDLE = '提供服务器证书以及直到受信任根证书的每一张中间证书：`check --pem` 会打印证书链文件。';
const PRESENT_INTERMEDIATE = '向 CA 索取其当前的中间证书。';
const STAPLE = '让监听获取新的响应，或关闭 OCSP Stapling。';

/** What finding-guide.ts says, in Chinese. */
export const FINDING_GUIDE_ZH: Readonly<Record<FindingId, FindingGuide>> = {
  'missing-intermediate': [REFUSED_OR_LUCKY, '缺少一张中间证书。', UNAIDED, FULL_BUNDLE],
  'incomplete-chain': [REFUSED_OR_LUCKY, '缺少多张中间证书。', UNAIDED, FULL_BUNDLE],
  'wrong-intermediate': [
    REFUSED_OR_LUCKY,
    '发送的是另一张中间证书，而不是正确的那一张。',
    UNAIDED,
    '换成随该服务器证书一起颁发的中间证书：`check --pem`。',
  ],
  'wrong-order': [
    'warning',
    '有证书排在由它签发的证书之前。',
    '依赖顺序的客户端，例如 Mbed TLS',
    '先放服务器证书，再依次放每一级的颁发者证书。',
  ],
  'extra-certificate': [
    'warning',
    '发送了与服务器证书无关的证书。',
    '部分嵌入式客户端',
    '从证书链文件中删除。',
  ],
  'duplicate-certificate': ['info', '同一张证书发送了多次。', NOBODY, '只保留第一张。'],
  'root-included': ['info', '同时发送了根证书，而客户端已有根证书。', NOBODY, '从证书链文件中去掉。'],
  'chain-too-long': [
    REFUSED_OR_NOT,
    '发送的证书数量或路径长度超过了客户端的上限。',
    'Java、Firefox',
    '提供最短的路径；`check --pem`。',
  ],
  'certificate-loop': [REFUSED, '颁发关系又回到了链中。', EVERYONE, '提供能够到达根证书的中间证书。'],
  'chain-refused': [REFUSED, '证书链因没有独立 ID 的原因被拒绝。', NAMED, '查看该问题项的说明。'],
  'aia-fetch-failed': ['warning', '从证书中的地址得不到其颁发者证书。', '依赖 AIA 的客户端', FULL_BUNDLE],
  'untrusted-root': [
    REFUSED,
    '证书链终止于客户端不信任的根证书。',
    EVERYONE,
    '使用公共 CA；您自己的根证书应写在 `trust.roots`（`--ca`）中。',
  ],
  'self-signed': [REFUSED, '服务器证书是自签名的。', EVERYONE, '由 CA 签发证书。'],
  'bad-signature': [REFUSED, '有证书不是由所发送的颁发者签名的。', EVERYONE, FULL_BUNDLE],
  'invalid-ca': [REFUSED, '作为颁发者的证书没有签发权限。', EVERYONE, FULL_BUNDLE],
  'path-length-exceeded': [REFUSED, '某个 CA 之下的中间证书数量超过了它允许的上限。', EVERYONE, RENEW],
  'name-constraint-violation': [
    REFUSED,
    'CA 签发了它无权签发的名称。',
    EVERYONE,
    '由有权签发的 CA 签发证书。',
  ],
  'wrong-eku': [REFUSED, '证书不适用于 TLS 服务器。', EVERYONE, '申请用于服务器身份验证的证书。'],
  'wrong-key-usage': [REFUSED, '密钥用途不允许握手中的用法。', '会检查这一点的客户端', RENEW],
  'unknown-critical-extension': [REFUSED, '含有客户端不认识的关键扩展。', EVERYONE, RENEW],
  'malformed-certificate': [REFUSED, '所发送的或文件中的证书不符合 RFC 5280 的要求。', NAMED, RENEW],
  'weak-key': [REFUSED, '密钥太短。', NAMED, '生成 RSA 2048 或 P-256 密钥，并为其申请证书。'],
  'unsupported-key-type': [REFUSED, '客户端不支持这种密钥。', NAMED, '使用 RSA 或 P-256。'],
  'weak-signature': [REFUSED, '使用了 SHA-1 或 MD5。', EVERYONE, RENEW],
  'expired-leaf': [REFUSED, '服务器证书已过期。', EVERYONE, RENEW],
  'expired-intermediate': [REFUSED, '所需的中间证书已过期。', EVERYONE, PRESENT_INTERMEDIATE],
  'expired-cross-sign': [
    'warning',
    '同时发送了同一 CA 的一张过期证书和一张有效证书。',
    '不会尝试其他路径的旧客户端',
    '从证书链文件中删除。',
  ],
  'not-yet-valid': [REFUSED, '服务器证书尚未生效。', EVERYONE, '等待，或部署已生效的证书；检查时钟。'],
  'not-yet-valid-intermediate': [REFUSED, '中间证书尚未生效。', EVERYONE, '在生效之前提供此前的那一张。'],
  'expires-soon': ['warning', '服务器证书只剩三分之一的有效期；有效期不超过十天时为一半。', '暂无', RENEW],
  'intermediate-expires-soon': [
    'warning',
    '中间证书先于服务器证书过期，或即将过期。',
    '暂无',
    PRESENT_INTERMEDIATE,
  ],
  'validity-too-long': [
    REFUSED,
    '公共 CA 证书的有效期超过了签发当日允许的上限（398、200、100、47 天）。',
    '浏览器',
    RENEW,
  ],
  'hostname-mismatch': [REFUSED, '证书中是其他域名。', EVERYONE, '申请 subjectAltName 中包含该域名的证书。'],
  'no-san': [
    REFUSED,
    '域名只在 CN 中。',
    '除旧版 OpenSSL 客户端以外的所有客户端',
    '申请带有 subjectAltName 的证书。',
  ],
  'missing-scts': [
    REFUSED,
    'SCT 数量少于证书透明度的要求。',
    'Chrome',
    '由会提交证书透明度日志的 CA 签发证书。',
  ],
  revoked: [REFUSED, 'CA 已吊销该证书。', '会检查吊销状态的客户端', RENEW],
  'stale-ocsp': [REFUSED_OR_NOT, '装订的 OCSP 响应已过时。', '信任自有根证书的 Firefox', STAPLE],
  'invalid-ocsp': [REFUSED_OR_NOT, '装订的 OCSP 响应不可信。', '信任自有根证书的 Firefox', STAPLE],
  'must-staple-missing': [
    REFUSED_OR_NOT,
    '证书声明会装订 OCSP 响应，但没有发送。',
    'Firefox',
    '开启 OCSP Stapling，或申请不带该声明的证书。',
  ],
  'old-protocol': [REFUSED_OR_NOT, 'TLS 1.1 或更早版本。', EVERYONE, '在监听上启用 TLS 1.2 和 1.3。'],
  'weak-cipher': [
    REFUSED_OR_NOT,
    '加密套件强度不足，或客户端不支持。',
    NAMED,
    '选择包含 ECDHE 和 AES-GCM 的 TLS 安全策略。',
  ],
  'client-cert-required': [REFUSED, '服务器要求客户端证书。', EVERYONE, '在监听上关闭双向认证。'],
  'inconsistent-addresses': [
    'warning',
    '各地址提供的证书链不同。',
    '部分客户端，取决于连到哪个地址',
    '为该域名对应的每个监听部署同一份证书链文件。',
  ],
  'certificate-drift': [REFUSED, '提供的不是应提供的服务器证书。', NOBODY, '重新部署。'],
  'http-failure': [REFUSED_OR_NOT, '健康检查请求没有响应，或响应不被接受。', EVERYONE, '检查监听及其后端。'],
  'rehearsal-failed': [
    REFUSED,
    '在执行部署的机器上，用将要部署的证书链文件和私钥启动的 TLS 服务器，被所声明的客户端拒绝。',
    NAMED,
    '没有上传任何内容。检查证书链文件：`check --bundle FILE --key FILE --host NAME`。',
  ],
  'names-lost': [
    'warning',
    '被取代的证书包含新证书中没有的域名。',
    '这些域名的客户端（如果由此处提供）',
    '申请同样包含这些域名的新证书，或为这些域名单独配置证书（`sni: true`）。',
  ],
  'quota-exhausted': [REFUSED_OR_NOT, '部署所需的配额已用尽。', '暂无', '释放一些，或提升配额。'],
  'dns-failure': [REFUSED_OR_NOT, '该域名没有地址。', EVERYONE, '检查 DNS 记录。'],
  'not-probed': [
    'warning',
    '没有检查该地址，例如私网地址。',
    '未知',
    '`trust.private-networks: true` 或 `--allow-private`。',
  ],
  'host-unreachable': ['warning', '从这里没有到达该地址的路由。', '未知', '检查路由和 IPv6。'],
  timeout: ['warning', '没有及时响应。', UNREACHED, '检查地址、安全组和监听。'],
  'connection-refused': [REFUSED, '该端口没有监听。', EVERYONE, '启动监听，或更正端口。'],
  'connection-reset': [REFUSED, '连接被重置。', EVERYONE, '检查监听及其前面的设备。'],
  'connection-closed': [REFUSED, '连接在握手过程中被关闭。', EVERYONE, '检查监听是否配置了证书。'],
  'not-tls': [REFUSED, '响应的不是 TLS。', EVERYONE, '在该端口上配置 HTTPS 监听。'],
  'handshake-failure': [
    REFUSED,
    '服务器以告警（alert）结束了握手。',
    EVERYONE,
    '检查该域名的证书和 TLS 安全策略。',
  ],
  'key-mismatch': [REFUSED, '文件：私钥与服务器证书不匹配。', EVERYONE, '提供与该证书对应的私钥。'],
  'malformed-pem': [
    REFUSED_OR_NOT,
    '文件：其他程序可能无法读取的 PEM。',
    '需要读取该文件的程序',
    '重新写出该文件：`check --bundle FILE --pem`。',
  ],
  'no-certificate': [REFUSED, '文件：其中没有证书。', EVERYONE, '指定包含服务器证书及其中间证书的文件。'],
  'wrong-format': [REFUSED_OR_NOT, '文件：不是 PEM。', '需要读取该文件的程序', '转换为 PEM。'],
  'encrypted-key': [REFUSED, '文件：私钥已加密。', '需要使用它的程序', '在使用它的地方解密。'],
  'not-mended': [REFUSED, '部署：证书链无法补全。', NAMED, '查看同时列出的问题项。'],
  'deployment-failed': [REFUSED, '部署：云服务报告失败。', '未知', '查看错误信息。'],
  'deployment-late': [REFUSED, '部署：有地址没有及时提供新证书。', NOBODY, '再次运行。'],
  'bind-failed': [REFUSED, '部署：绑定命令失败。', '未知', '查看它打印的内容。'],
  'mapping-mismatch': [
    'warning',
    '监控：映射文件中的行缺失、重复或不精确。',
    NOBODY,
    '合并用于更正的 Pull Request。',
  ],
  'root-removal-ahead': [
    'info',
    '监控：浏览器将在 90 天内停止信任该根证书。',
    NOBODY,
    '向 CA 索取通往其他根证书的证书链。',
  ],
  'shorter-validity-ahead': ['info', '监控：下一张证书的有效期必须比这一张更短。', NOBODY, '使用自动续签。'],
  'rolled-back': [REFUSED, '部署：已恢复先前的证书。', NOBODY, '查看同时列出的问题项。'],
};
