import type { ErrorEntry } from '../app-error.ts';

/** The command that turns a file of another format into PEM. */
const CONVERSIONS = {
  DER: 'openssl x509 -inform DER -in FILE -out FILE.pem',
  'PKCS#7': 'openssl pkcs7 -print_certs -in FILE -out FILE.pem',
  'PKCS#12': 'openssl pkcs12 -nokeys -in FILE -out FILE.pem',
} as const;

export const certificateErrors = {
  CERTIFICATE_MALFORMED: ({ reason }: { reason: string }) => ({
    category: 'certificate',
    problem: `The certificate is not valid DER-encoded X.509: ${reason}`,
    help: 'Download the certificate again from the authority that issued it, and copy it whole.',
  }),
  PEM_NO_CERTIFICATE: ({ source }: { source: string }) => ({
    category: 'configuration',
    problem: `${source} holds no certificate`,
    help: 'Put the leaf certificate first, then its intermediates, each between BEGIN CERTIFICATE and END CERTIFICATE.',
  }),
  PEM_HOLDS_PRIVATE_KEY: ({ source }: { source: string }) => ({
    category: 'configuration',
    problem: `${source} holds a private key where only certificates belong`,
    help: 'Move the private key out of this file into a secret that an environment variable carries. If the file was ever committed, have the certificate reissued with a new key.',
  }),
  PEM_MALFORMED: ({ source, reason }: { source: string; reason: string }) => ({
    category: 'configuration',
    problem: `${source} is not valid PEM: ${reason}`,
    help: 'Copy the block again, whole, from its BEGIN line to its END line.',
  }),
  PEM_TOO_LARGE: ({ source, length, limit }: { source: string; length: number; limit: number }) => ({
    category: 'configuration',
    problem: `${source} has ${length} characters, more than ${limit}`,
    help: 'Keep only the certificates that are needed in this file.',
  }),
  PEM_WRONG_FORMAT: ({ source, format }: { source: string; format: keyof typeof CONVERSIONS }) => ({
    category: 'configuration',
    problem: `${source} is ${format}, not PEM`,
    help: `Convert it: ${CONVERSIONS[format].replaceAll('FILE', () => source)}`,
  }),
  KEY_MALFORMED: ({ source, reason }: { source: string; reason: string }) => ({
    category: 'configuration',
    problem: `${source} is not a private key in PEM: ${reason}`,
    help: 'Give one unencrypted private key, PKCS#8, PKCS#1 or SEC1, from its BEGIN line to its END line.',
  }),
  KEY_ENCRYPTED: ({ source }: { source: string }) => ({
    category: 'configuration',
    problem: `The private key in ${source} is encrypted, and nobody can type its passphrase here`,
    help: 'Decrypt it with `openssl pkey -in KEY.pem -out DECRYPTED.pem`, and keep the result only in a secret.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
