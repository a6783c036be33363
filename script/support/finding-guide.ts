import type { FindingId } from '../../src/endpoints/finding.ts';

/** What the documentation says of a kind of finding; Markdown. The severity goes by consequence, so there may be two. */
export type FindingGuide = readonly [severity: string, meaning: string, fails: string, remedy: string];

const REFUSED = 'error';
const REFUSED_OR_LUCKY = 'error, or warning by luck';
const EVERYONE = 'every client';
const NOBODY = 'nobody';
const UNREACHED = 'every client, if they are as far as this machine is';
const RENEW = 'Have a new certificate issued, and deploy its bundle.';
const FULL_BUNDLE =
  'Serve the leaf and every intermediate up to a trusted root: `check --pem` prints the bundle.';

/** For every id, in the words of someone who runs an ingress. The order is that of the documentation. */
export const FINDING_GUIDE: Readonly<Record<FindingId, FindingGuide>> = {
  'missing-intermediate': [
    REFUSED_OR_LUCKY,
    'One intermediate is not sent.',
    'clients without AIA or preload',
    FULL_BUNDLE,
  ],
  'incomplete-chain': [
    REFUSED_OR_LUCKY,
    'Several intermediates are not sent.',
    'clients without AIA or preload',
    FULL_BUNDLE,
  ],
  'wrong-intermediate': [
    REFUSED_OR_LUCKY,
    'Another intermediate is sent in the place of the right one.',
    'clients without AIA or preload',
    'Replace it by the one that came with this leaf: `check --pem`.',
  ],
  'wrong-order': [
    'warning',
    'A certificate is sent before one that it certifies.',
    'clients that follow the order, such as Mbed TLS',
    'Put the leaf first, then each issuer after what it certifies.',
  ],
  'extra-certificate': [
    'warning',
    'A certificate is sent that has nothing to do with the leaf.',
    'some embedded clients',
    'Take it out of the bundle.',
  ],
  'duplicate-certificate': [
    'info',
    'A certificate is sent more than once.',
    NOBODY,
    'Keep the first of them.',
  ],
  'root-included': [
    'info',
    'The root is sent along, which clients have.',
    NOBODY,
    'Leave it out of the bundle.',
  ],
  'chain-too-long': [
    'error or warning',
    'More certificates are sent, or a path is longer, than a client takes.',
    'Java, Firefox',
    'Serve the shortest path; `check --pem`.',
  ],
  'certificate-loop': [
    REFUSED,
    'The issuers lead back into the chain.',
    EVERYONE,
    'Serve the intermediate that leads to a root.',
  ],
  'chain-refused': [
    REFUSED,
    'The chain is refused for a reason without an id of its own.',
    'the clients that are named',
    'See the message of the finding.',
  ],
  'aia-fetch-failed': [
    'warning',
    'The addresses in a certificate do not have its issuer.',
    'clients that count on AIA',
    FULL_BUNDLE,
  ],
  'untrusted-root': [
    REFUSED,
    'The chain ends at a root that clients do not trust.',
    EVERYONE,
    'Use a public authority; a root of your own belongs under `trust.roots` (`--ca`).',
  ],
  'self-signed': [REFUSED, 'The leaf signs itself.', EVERYONE, 'Have a certificate issued by an authority.'],
  'bad-signature': [
    REFUSED,
    'A certificate is not signed by the issuer that is sent.',
    EVERYONE,
    FULL_BUNDLE,
  ],
  'invalid-ca': [REFUSED, 'A certificate stands as an issuer that may not issue.', EVERYONE, FULL_BUNDLE],
  'path-length-exceeded': [
    REFUSED,
    'There are more intermediates below an authority than it allows.',
    EVERYONE,
    RENEW,
  ],
  'name-constraint-violation': [
    REFUSED,
    'An authority issued a name that it may not issue.',
    EVERYONE,
    'Have the certificate issued by an authority that may.',
  ],
  'wrong-eku': [
    REFUSED,
    'A certificate is not for TLS servers.',
    EVERYONE,
    'Have a certificate issued for server authentication.',
  ],
  'wrong-key-usage': [
    REFUSED,
    'The key may not be used as the handshake uses it.',
    'the clients that look',
    RENEW,
  ],
  'unknown-critical-extension': [REFUSED, 'A critical extension that clients do not know.', EVERYONE, RENEW],
  'malformed-certificate': [
    REFUSED,
    'A certificate, sent or in a file, is not what RFC 5280 asks for.',
    'the clients that are named',
    RENEW,
  ],
  'weak-key': [
    REFUSED,
    'A key is too short.',
    'the clients that are named',
    'Make a key of RSA 2048 or P-256, and have a certificate issued for it.',
  ],
  'unsupported-key-type': [
    REFUSED,
    'A client does not know this kind of key.',
    'the clients that are named',
    'Use RSA or P-256.',
  ],
  'weak-signature': [REFUSED, 'SHA-1 or MD5.', EVERYONE, RENEW],
  'expired-leaf': [REFUSED, 'The leaf has expired.', EVERYONE, RENEW],
  'expired-intermediate': [
    REFUSED,
    'An intermediate that is needed has expired.',
    EVERYONE,
    'Ask the authority for its present intermediate.',
  ],
  'expired-cross-sign': [
    'warning',
    'An expired certificate of an authority is sent beside a good one.',
    'old clients that try no other path',
    'Take it out of the bundle.',
  ],
  'not-yet-valid': [
    REFUSED,
    'The leaf is not valid yet.',
    EVERYONE,
    'Wait, or deploy one that is; check clocks.',
  ],
  'not-yet-valid-intermediate': [
    REFUSED,
    'An intermediate is not valid yet.',
    EVERYONE,
    'Serve the one before it until then.',
  ],
  'expires-soon': [
    'warning',
    'A third of the life of the leaf is left, or half when it lives ten days or less.',
    'nobody yet',
    RENEW,
  ],
  'intermediate-expires-soon': [
    'warning',
    'An intermediate expires before the leaf, or soon.',
    'nobody yet',
    'Ask the authority for its present intermediate.',
  ],
  'validity-too-long': [
    REFUSED,
    'A certificate of a public authority is valid for longer than was allowed on its day of issue (398, 200, 100, 47 days).',
    'browsers',
    RENEW,
  ],
  'hostname-mismatch': [
    REFUSED,
    'The certificate is for other names.',
    EVERYONE,
    'Have one issued whose subjectAltName has the domain.',
  ],
  'no-san': [
    REFUSED,
    'The name is in the CN alone.',
    'all but old OpenSSL clients',
    'Have one issued with subjectAltName.',
  ],
  'missing-scts': [
    REFUSED,
    'Fewer SCTs than certificate transparency asks for.',
    'Chrome',
    'Have one issued by an authority that logs it.',
  ],
  revoked: [REFUSED, 'The authority has revoked the certificate.', 'clients that look', RENEW],
  'stale-ocsp': [
    'error or warning',
    'The stapled OCSP response is out of date.',
    'Firefox under roots of your own',
    'Have the listener fetch a new one, or turn stapling off.',
  ],
  'invalid-ocsp': [
    'error or warning',
    'The stapled OCSP response cannot be relied on.',
    'Firefox under roots of your own',
    'Have the listener fetch a new one, or turn stapling off.',
  ],
  'must-staple-missing': [
    'error or warning',
    'The certificate promises a staple and none is sent.',
    'Firefox',
    'Turn stapling on, or have a certificate issued without the promise.',
  ],
  'old-protocol': [
    'error or warning',
    'TLS 1.1 or older.',
    EVERYONE,
    'Enable TLS 1.2 and 1.3 on the listener.',
  ],
  'weak-cipher': [
    'error or warning',
    'A cipher suite that is weak or that a client does not offer.',
    'the clients that are named',
    'Choose a TLS security policy with ECDHE and AES-GCM.',
  ],
  'client-cert-required': [
    REFUSED,
    'The server wants a certificate of the client.',
    EVERYONE,
    'Turn mutual TLS off on the listener.',
  ],
  'inconsistent-addresses': [
    'warning',
    'Addresses serve different chains.',
    'clients by chance',
    'Deploy the same bundle to every listener behind the name.',
  ],
  'certificate-drift': [REFUSED, 'What is served is not the leaf that should be.', NOBODY, 'Deploy again.'],
  'http-failure': [
    'error or warning',
    'The health request has no answer, or not one that is accepted.',
    EVERYONE,
    'Check the listener and what is behind it.',
  ],
  'rehearsal-failed': [
    REFUSED,
    'A TLS server on the deploying machine, with exactly the bundle and key to be deployed, is refused by a declared client.',
    'the clients that are named',
    'Nothing was uploaded. Look at the bundle: `check --bundle FILE --key FILE --host NAME`.',
  ],
  'names-lost': [
    'warning',
    'The certificate that is replaced is for names that the new one is not for.',
    'clients of those names, where they are served there',
    'Have the new certificate issued for them too, or give those names a certificate of their own (`sni: true`).',
  ],
  'quota-exhausted': [
    'error or warning',
    'There is no room left for what deploying needs.',
    'nobody yet',
    'Free some, or have the quota raised.',
  ],
  'dns-failure': ['error or warning', 'The name has no address.', EVERYONE, 'Check the DNS record.'],
  'not-probed': [
    'warning',
    'The address was not looked at, such as a private one.',
    'unknown',
    '`trust.private-networks: true` or `--allow-private`.',
  ],
  'host-unreachable': ['warning', 'No way to the address from here.', 'unknown', 'Check routes and IPv6.'],
  timeout: [
    'warning',
    'No answer in time.',
    UNREACHED,
    'Check the address, the security group and the listener.',
  ],
  'connection-refused': [
    REFUSED,
    'Nothing listens at the port.',
    EVERYONE,
    'Start the listener, or correct the port.',
  ],
  'connection-reset': [
    REFUSED,
    'The connection is reset.',
    EVERYONE,
    'Check the listener and what is before it.',
  ],
  'connection-closed': [
    REFUSED,
    'The connection is closed in the handshake.',
    EVERYONE,
    'Check that the listener has a certificate.',
  ],
  'not-tls': [REFUSED, 'Something else than TLS answers.', EVERYONE, 'Put an HTTPS listener at the port.'],
  'handshake-failure': [
    REFUSED,
    'The server ends the handshake with an alert.',
    EVERYONE,
    'Check the certificate for this name and the TLS security policy.',
  ],
  'key-mismatch': [
    REFUSED,
    'Files: the key does not belong to the leaf.',
    EVERYONE,
    'Supply the key that was made for the certificate.',
  ],
  'malformed-pem': [
    'error or warning',
    'Files: PEM that other programs may not read.',
    'whoever has to read the file',
    'Write the file again: `check --bundle FILE --pem`.',
  ],
  'no-certificate': [
    REFUSED,
    'Files: there is no certificate in it.',
    EVERYONE,
    'Name the file with the leaf and its intermediates.',
  ],
  'wrong-format': [
    'error or warning',
    'Files: not PEM.',
    'whoever has to read the file',
    'Convert it to PEM.',
  ],
  'encrypted-key': [
    REFUSED,
    'Files: the key is encrypted.',
    'whoever has to use it',
    'Decrypt it where it is used.',
  ],
  'not-mended': [
    REFUSED,
    'Deploy: the chain could not be completed.',
    'the clients that are named',
    'See the findings beside it.',
  ],
  'deployment-failed': [REFUSED, 'Deploy: the cloud reports a failure.', 'unknown', 'See the message.'],
  'deployment-late': [
    REFUSED,
    'Deploy: addresses do not serve the new certificate in time.',
    NOBODY,
    'Run again.',
  ],
  'bind-failed': [REFUSED, 'Deploy: the bind command failed.', 'unknown', 'See what it printed.'],
  'mapping-mismatch': [
    'warning',
    'Monitor: the row of the mapping file is missing, there twice, or not exact.',
    NOBODY,
    'Merge the pull request that corrects it.',
  ],
  'root-removal-ahead': [
    'info',
    'Monitor: browsers stop trusting the root within 90 days.',
    NOBODY,
    'Ask the authority for a chain to another root.',
  ],
  'shorter-validity-ahead': [
    'info',
    'Monitor: the next certificate has to live shorter than this one.',
    NOBODY,
    'Renew automatically.',
  ],
  'rolled-back': [
    REFUSED,
    'Deploy: the previous certificate was brought back.',
    NOBODY,
    'See the findings beside it.',
  ],
};
