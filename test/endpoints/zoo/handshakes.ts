import { toPem } from '../../../src/certificates/pem.ts';
import { sequence, integer } from '../../../src/emulator/der-writer.ts';
import { NOW } from '../../support/deployment.ts';
import { server } from '../../support/minted-hierarchy.ts';
import { extension, type Minted } from '../../support/minter.ts';
import { type ResponseDeviation, revoked, UNKNOWN, writeOcsp } from '../../support/ocsp-writer.ts';
import { handshakeMessage, records, serverHello, tls12Certificate } from '../../support/tls-wire.ts';
import { type Specimen } from '../../support/zoo.ts';
import { forger, ISSUING, LEAF, ROOT, RSA_KEYS, serving } from './material.ts';
import { answering } from './failures.ts';

const RSA_LEAF = server(ISSUING, { keys: RSA_KEYS });
const MUST_STAPLE = {
  '1.3.6.1.5.5.7.1.24': extension('1.3.6.1.5.5.7.1.24', sequence(integer(Buffer.of(5)))),
};

interface Staple extends Pick<Specimen, 'what' | 'finds'> {
  readonly staple: Buffer;
}

function stapled({ what, staple, finds }: Staple): Specimen {
  const show = serving([LEAF, ISSUING], { staple }, { time: NOW });
  return { what: `a staple that is ${what}`, show, finds, verdict: 'broken' };
}

/** About the leaf, by its issuer. */
function respond(deviation: ResponseDeviation, subject: Minted = LEAF): Buffer {
  return writeOcsp(subject, ISSUING, deviation);
}

function suite(cipherSuite: number): Buffer {
  const hello = serverHello({ cipherSuite, tls13: false });
  const done = handshakeMessage(14, Buffer.alloc(0));
  return records(
    22,
    Buffer.concat([hello, tls12Certificate([RSA_LEAF.certificate.der, ISSUING.certificate.der]), done]),
  );
}

const STAPLES: readonly Specimen[] = [
  ...[
    {
      what: 'a revocation',
      staple: respond({ answers: [{ status: revoked(1) }] }),
      finds: ['revoked'] as const,
    },
    {
      what: 'stale',
      staple: respond({ answers: [{ thisUpdate: '2026-05-01', nextUpdate: '2026-05-08' }] }),
      finds: ['stale-ocsp'] as const,
    },
    {
      what: 'about another certificate',
      staple: respond({}, server(ISSUING, { serial: integer(Buffer.of(9, 9)) })),
      finds: ['invalid-ocsp'] as const,
    },
    { what: 'no OCSP', staple: Buffer.from('not an OCSP response'), finds: ['invalid-ocsp'] as const },
    { what: 'tryLater', staple: respond({ responseStatus: 3 }), finds: ['invalid-ocsp'] as const },
    {
      what: 'forged',
      staple: respond({ responder: forger(ISSUING), certificates: [] }),
      finds: ['invalid-ocsp'] as const,
    },
    {
      what: 'of status unknown',
      staple: respond({ answers: [{ status: UNKNOWN }] }),
      finds: ['invalid-ocsp'] as const,
    },
  ].map((each) => stapled(each)),
  {
    what: 'must-staple without a staple',
    show: serving([server(ISSUING, { extensions: MUST_STAPLE }), ISSUING]),
    finds: ['must-staple-missing'],
    verdict: 'broken',
  },
];

const OLD = 'ALL:@SECLEVEL=0';

const PROTOCOLS: readonly Specimen[] = [
  {
    what: 'TLS 1.0 alone',
    show: serving([LEAF, ISSUING], { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: OLD }),
    finds: ['old-protocol'],
    may: ['weak-cipher'],
    verdict: 'broken',
  },
  {
    what: 'TLS 1.1 alone',
    show: serving([LEAF, ISSUING], { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: OLD }),
    finds: ['old-protocol'],
    may: ['weak-cipher'],
    verdict: 'broken',
  },
  {
    what: 'ECDHE with CBC alone',
    show: serving([RSA_LEAF, ISSUING], { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-SHA' }),
    finds: ['weak-cipher'],
    verdict: 'degraded',
  },
  {
    what: 'DHE alone',
    show: serving([RSA_LEAF, ISSUING], {
      maxVersion: 'TLSv1.2',
      ciphers: 'DHE-RSA-AES128-GCM-SHA256',
      dhparam: 'auto',
    }),
    finds: ['weak-cipher'],
    verdict: 'broken',
  },
  {
    what: 'key exchange by RSA alone',
    show: () =>
      serving([server(ISSUING, { keys: RSA_KEYS, extensions: { '2.5.29.15': 'none' } }), ISSUING], {
        maxVersion: 'TLSv1.2',
        ciphers: 'AES128-GCM-SHA256',
      })(),
    finds: ['weak-cipher'],
    verdict: 'broken',
  },
  {
    what: '3DES alone',
    show: answering(suite(0x000a)),
    finds: ['weak-cipher'],
    may: ['wrong-key-usage'],
    verdict: 'broken',
  },
  {
    what: 'client certificates required in TLS 1.2',
    show: serving([LEAF, ISSUING], {
      requestCert: true,
      rejectUnauthorized: true,
      maxVersion: 'TLSv1.2',
      ca: toPem([ROOT.certificate]),
    }),
    finds: ['client-cert-required'],
    verdict: 'broken',
  },
  {
    what: 'client certificates required in TLS 1.3',
    show: serving([LEAF, ISSUING], {
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
      ca: toPem([ROOT.certificate]),
    }),
    finds: ['client-cert-required'],
    verdict: 'broken',
  },
];

/** Defects of a handshake that succeeds: its staple, version and cipher suite, and the certificate it asks for. */
export const HANDSHAKE_SPECIMENS: readonly Specimen[] = [...STAPLES, ...PROTOCOLS];
