import type { ErrorEntry } from '../app-error.ts';

/** The command that turns a file of another format into PEM. */
const CONVERSIONS = {
  DER: 'openssl x509 -inform DER -in FILE -out FILE.pem',
  'a key in DER': 'openssl pkey -inform DER -in FILE -out FILE.pem',
  'PKCS#7': 'openssl pkcs7 -print_certs -in FILE -out FILE.pem',
  'PKCS#7 in DER': 'openssl pkcs7 -inform DER -print_certs -in FILE -out FILE.pem',
  'PKCS#12': 'openssl pkcs12 -nokeys -in FILE -out FILE.pem',
  'a Java key store':
    'keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype PKCS12, then openssl pkcs12 -nokeys -in FILE.p12 -out FILE.pem',
  'a ZIP archive': 'unzip FILE',
  'a TRUSTED CERTIFICATE': 'openssl x509 -in FILE -out FILE.pem',
  'an OpenSSH key': 'ssh-keygen -p -m PEM -f FILE',
  'text in UTF-16': 'iconv -f UTF-16 -t UTF-8 FILE > FILE.pem',
  'base64 of a PEM file': 'base64 --decode FILE > FILE.pem',
  'base64 without BEGIN and END lines': 'base64 --decode FILE | openssl x509 -inform DER -out FILE.pem',
} as const;

/** What people have instead of PEM. */
export type ForeignFormat = keyof typeof CONVERSIONS;

export const certificateErrors = {
  CERTIFICATE_MALFORMED: ({ reason }: { reason: string }) => ({
    category: 'certificate',
    problem: `The certificate is not valid DER-encoded X.509: ${reason}`,
    help: 'Download the certificate again from the authority that issued it, and copy it whole.',
  }),
  PEM_NO_CERTIFICATE: ({ source, held }: { source: string; held: string }) => ({
    category: 'configuration',
    problem: `${source} holds no certificate but ${held}`,
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
    problem: `${source} has ${length} bytes, more than ${limit}`,
    help: 'Keep only the certificates that are needed in this file.',
  }),
  PEM_WRONG_FORMAT: ({ source, format }: { source: string; format: ForeignFormat }) => ({
    category: 'configuration',
    problem: `${source} is ${format}, not PEM`,
    help: `Convert it: ${CONVERSIONS[format].replaceAll('FILE', () => source)}`,
  }),
  PKCS7_MALFORMED: ({ source, reason }: { source: string; reason: string }) => ({
    category: 'configuration',
    problem: `The PKCS#7 message in ${source} cannot be read: ${reason}`,
    help: 'Download the bundle again from the authority that issued it, as PEM if it offers that.',
  }),
  KEY_MALFORMED: ({ source, reason }: { source: string; reason: string }) => ({
    category: 'configuration',
    problem: `No private key can be read from ${source}: ${reason}`,
    help: 'Give one unencrypted private key, PKCS#8, PKCS#1 or SEC1, from its BEGIN line to its END line.',
  }),
  KEY_ENCRYPTED: ({ source, scheme }: { source: string; scheme: string }) => ({
    category: 'configuration',
    problem: `The private key in ${source} is encrypted (${scheme}), and nobody can type its passphrase here`,
    help: 'Decrypt it with `openssl pkey -in KEY.pem -out DECRYPTED.pem`, and keep the result only in a secret.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
