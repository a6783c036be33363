import { authority, crossSign, issuersAt, server } from '../../support/minted-hierarchy.ts';
import { newKeys } from '../../support/minter.ts';
import { offer, type Specimen } from '../../support/zoo.ts';
import {
  forger,
  ISSUING,
  ladder,
  LEAF,
  leafAt,
  LOW_LEAF,
  LOWER,
  PAST,
  pathLength,
  ROOT,
  serving,
  STRANGE_ISSUING,
  STRANGER,
  UPPER,
} from './material.ts';

const loopA = authority('Loop A');
const loopB = authority('Loop B');
const loopACross = crossSign(loopA, loopB);
const loopBCross = crossSign(loopB, loopA);
const ladderOf11 = ladder(11);
const strangeLeaf = server(STRANGE_ISSUING);
const impostorRoot = authority('Zoo Root');
const impostor = authority('Zoo Issuing CA 1', impostorRoot);
const generation2 = authority('Zoo Issuing CA 1', ROOT);
const expiredCross = crossSign(ROOT, STRANGER, { validity: PAST });
const expiredRoot = authority('Expired Root', undefined, { validity: PAST });
const underExpired = authority('Under an expired root', expiredRoot);
const strays = Array.from({ length: 48 }, (_, index) => authority(`Stray ${index}`, STRANGER));

/** Defects of a chain as such. */
export const CHAIN_SPECIMENS: readonly Specimen[] = [
  { what: 'leaf only', show: serving([LEAF]), finds: ['missing-intermediate'], verdict: 'broken' },
  {
    what: 'leaf only, with the issuer at its AIA address',
    show: async () => serving([leafAt(await offer(ISSUING.certificate.der))])(),
    finds: ['missing-intermediate'],
    verdict: 'repairable',
  },
  {
    what: 'leaf and root, without the intermediate',
    show: serving([LEAF, ROOT]),
    finds: ['missing-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'two intermediates missing',
    show: async () => {
      const lower = authority('Zoo Issuing CA 3', UPPER, {
        extensions: issuersAt(await offer(UPPER.certificate.der)),
      });
      return serving([leafAt(await offer(lower.certificate.der), lower)])();
    },
    finds: ['incomplete-chain'],
    verdict: 'repairable',
  },
  {
    what: 'the lower intermediate missing',
    show: () => {
      // One that says that it certifies authorities: it does not stand in the place of an issuing one.
      const policy = authority('Zoo Policy CA 2', ROOT, { extensions: pathLength(1) });
      return serving([server(authority('Zoo Issuing CA 6', policy)), policy])();
    },
    finds: ['missing-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'the upper intermediate missing, and nothing says where it is',
    show: serving([LOW_LEAF, LOWER]),
    // From a root that nobody trusts it cannot be told.
    finds: ['untrusted-root'],
    verdict: 'broken',
  },
  {
    what: 'the other generation of the intermediate',
    show: serving([LEAF, generation2]),
    finds: ['wrong-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'the intermediate of another customer',
    show: serving([LEAF, STRANGE_ISSUING]),
    finds: ['wrong-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'the intermediate twice',
    show: serving([LEAF, ISSUING, ISSUING]),
    finds: ['duplicate-certificate'],
    verdict: 'degraded',
  },
  {
    what: 'the leaf twice',
    show: serving([LEAF, LEAF, ISSUING]),
    finds: ['duplicate-certificate'],
    verdict: 'degraded',
  },
  {
    what: 'intermediates in reverse',
    show: serving([LOW_LEAF, UPPER, LOWER]),
    finds: ['wrong-order'],
    verdict: 'degraded',
  },
  {
    what: 'issuers in reverse, root and all',
    show: serving([LOW_LEAF, ROOT, UPPER, LOWER]),
    finds: ['wrong-order'],
    verdict: 'degraded',
  },
  {
    what: 'a stray intermediate',
    show: serving([LEAF, ISSUING, STRANGE_ISSUING]),
    finds: ['extra-certificate'],
    verdict: 'degraded',
  },
  {
    what: 'a stray root',
    show: serving([LEAF, ISSUING, STRANGER]),
    finds: ['extra-certificate'],
    verdict: 'degraded',
  },
  {
    what: 'two leaves',
    show: serving([LEAF, server(ISSUING), ISSUING]),
    finds: ['extra-certificate'],
    verdict: 'degraded',
  },
  {
    what: 'a private root, sent',
    show: serving([strangeLeaf, STRANGE_ISSUING, STRANGER]),
    finds: ['untrusted-root'],
    verdict: 'broken',
  },
  {
    what: 'a private root, not sent',
    show: serving([strangeLeaf, STRANGE_ISSUING]),
    finds: ['untrusted-root'],
    verdict: 'broken',
  },
  { what: 'a leaf that signs itself', show: serving([server()]), finds: ['self-signed'], verdict: 'broken' },
  {
    what: 'an authority that signs itself, as leaf',
    show: serving([STRANGER], {}, { domain: 'rec.example.com' }),
    finds: ['self-signed'],
    may: ['no-san', 'invalid-ca', 'wrong-key-usage', 'malformed-certificate'],
    verdict: 'broken',
  },
  {
    what: 'a root with the name of the trusted one and another key',
    show: serving([server(impostor), impostor, impostorRoot]),
    finds: ['untrusted-root'],
    verdict: 'broken',
  },
  {
    what: 'a loop',
    show: serving([server(loopA), loopACross, loopBCross]),
    finds: ['certificate-loop'],
    verdict: 'broken',
  },
  {
    what: 'eleven intermediates',
    show: serving([server(ladderOf11[0]), ...ladderOf11]),
    finds: ['chain-too-long'],
    verdict: 'broken',
  },
  {
    what: 'fifty certificates',
    show: serving([LEAF, ISSUING, ...strays]),
    finds: ['chain-too-long', 'extra-certificate'],
    verdict: 'repairable',
  },
  {
    what: 'a forged leaf',
    show: serving([server(forger(ISSUING)), ISSUING]),
    finds: ['bad-signature'],
    verdict: 'broken',
  },
  {
    what: 'a forged intermediate',
    show: () => {
      const forged = authority('Zoo Forged CA', forger(ROOT));
      return serving([server(forged), forged])();
    },
    finds: ['bad-signature'],
    verdict: 'broken',
  },
  {
    what: 'an expired cross-sign of the trusted root',
    show: serving([LEAF, ISSUING, expiredCross]),
    finds: ['expired-cross-sign'],
    verdict: 'degraded',
  },
  {
    what: 'an expired cross-sign and nothing else',
    show: () => {
      const keys = newKeys();
      const expired = authority('Zoo Renewed CA', ROOT, { keys, validity: PAST });
      return serving([server(expired), expired])();
    },
    finds: ['expired-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'an expired intermediate beside its renewal',
    show: () => serving([LEAF, crossSign(ISSUING, ROOT, { validity: PAST }), ISSUING])(),
    finds: ['expired-cross-sign'],
    verdict: 'degraded',
  },
  {
    what: 'a leaf under a root that has expired and is trusted',
    show: serving([server(underExpired), underExpired], {}, { roots: [expiredRoot] }),
    finds: ['expired-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'a leaf that another leaf has issued',
    show: serving([server(LEAF), LEAF, ISSUING]),
    finds: ['invalid-ca'],
    verdict: 'broken',
  },
];
