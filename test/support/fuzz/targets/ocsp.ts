import { createHash } from 'node:crypto';
import { judgeOcsp } from '../../../../src/certificates/revocation/ocsp.ts';
import { parseSctList } from '../../../../src/certificates/transparency/sct.ts';
import { embeddedScts, stapledScts } from '../../../../src/certificates/transparency/sct-extensions.ts';
import {
  bitString,
  explicit,
  implicit,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../../src/emulator/der-writer.ts';
import { element, extension, mint, type Minted, name, signWith } from '../../minter.ts';
import { NOON } from '../../paths.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { makeCorpus, sctList } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import { fixedKeys } from '../fixed-keys.ts';
import type { FuzzTarget } from '../target.ts';
import { parseOrNothing } from './chain.ts';

const SCTS = '1.3.6.1.4.1.11129.2.4.5';
const EMBEDDED_SCTS = '1.3.6.1.4.1.11129.2.4.2';

/** A stapled answer, signed again by the issuer or by whom it has authorised. */
export const ocsp: FuzzTarget = {
  name: 'ocsp',
  codes: [],
  cases: 150,
  prepare() {
    const { chain, ders } = makeCorpus();
    const [leaf, issuer] = chain;
    if (!leaf || !issuer) throw new Error('there is no chain');
    const responder = mintResponder(issuer);
    const plain = responseData(leaf, issuer);
    const whole = respond(plain, issuer, responder);
    const query = { certificate: leaf.certificate, issuer: issuer.certificate, time: NOON };
    return {
      generate: (random) => {
        if (random.oneIn(4)) return [mutateBytes(whole, random)];
        if (random.oneIn(4)) return [mutateDer(whole, random, ders)];
        return [respond(mutateDer(plain, random, ders), random.pick([issuer, responder]), responder)];
      },
      run: ([der = Buffer.alloc(0)]) => {
        judgeOcsp({ ...query, der });
        stapledScts(der, leaf.certificate, issuer.certificate);
      },
    };
  },
};

/** Timestamps of certificate transparency, in a certificate and by themselves. */
export const scts: FuzzTarget = {
  name: 'scts',
  codes: [],
  cases: 150,
  prepare() {
    const { chain } = makeCorpus();
    const [, issuer] = chain;
    const keys = fixedKeys('scts');
    return {
      generate: (random) => {
        const list = mutateBytes(sctList(), random, [sctList()]);
        const wrapped = random.oneIn(6) ? mutateDer(octetString(list), random) : octetString(list);
        const extensions = { [EMBEDDED_SCTS]: extension(EMBEDDED_SCTS, wrapped.subarray(0, 20_000)) };
        return [list, mint({ ...(issuer && { issuer }), keys, extensions }).certificate.der];
      },
      run: ([list = Buffer.alloc(0), der = Buffer.alloc(0)]) => {
        parseSctList(list, 'tls');
        for (const certificate of parseOrNothing(der)) embeddedScts(certificate);
      },
    };
  },
};

function mintResponder(issuer: Minted): Minted {
  const signing = extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.9')));
  const noCheck = extension('1.3.6.1.5.5.7.48.1.5', nullValue());
  return mint({
    issuer,
    subject: name('Responder'),
    keys: fixedKeys('responder'),
    extensions: { '2.5.29.37': signing, '1.3.6.1.5.5.7.48.1.5': noCheck },
  });
}

/** ResponseData (RFC 6960 §4.2.1) that says good. */
function responseData({ certificate }: Minted, issuer: Minted): Buffer {
  const point = issuer.keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-65);
  const certId = sequence(
    sequence(objectIdentifier('1.3.14.3.2.26'), nullValue()),
    octetString(sha1(issuer.subject)),
    octetString(sha1(point)),
    integer(certificate.form.serialOctets),
  );
  const single = sequence(
    certId,
    implicit(0, Buffer.alloc(0)),
    instant('20260601000000Z'),
    explicit(0, instant('20260608000000Z')),
    explicit(1, sequence(extension(SCTS, octetString(sctList())))),
  );
  return sequence(explicit(2, octetString(sha1(point))), instant('20260601000000Z'), sequence(single));
}

function respond(data: Buffer, signer: Minted, responder: Minted): Buffer {
  const basic = sequence(
    data,
    sequence(objectIdentifier('1.2.840.10045.4.3.2')),
    bitString(signWith(signer.keys, data)),
    explicit(0, sequence(responder.certificate.der)),
  );
  const bytes = sequence(objectIdentifier('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
  return sequence(element(0x0a, Buffer.of(0)), explicit(0, bytes));
}

function instant(text: string): Buffer {
  return element(0x18, Buffer.from(text));
}

function sha1(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest();
}
