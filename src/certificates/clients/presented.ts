import type { Path } from '../paths/path.ts';

/** What a client is shown. */
export interface Presented {
  /** As received, the leaf first; order, strays and duplicates do no harm. */
  readonly chain: Path;
  /** The name that the client asks for; undefined: names are not looked at. */
  readonly domain: string | undefined;
  /** The handshake; undefined: files alone are judged. */
  readonly transport: Transport | undefined;
}

export interface Transport {
  /** `TLSv1.3` and the like. */
  readonly protocol: string;
  /** IANA name. */
  readonly cipher: string;
  /** What a client gets that does not offer `cipher`, as far as it is known. */
  readonly commonCipher?: string | undefined;
  readonly clientCertificate: 'none' | 'requested' | 'required';
  /** DER OCSPResponse for the leaf; undefined: none. */
  readonly ocspStaple: Uint8Array | undefined;
  /** SignedCertificateTimestampList of the TLS extension; undefined: none. */
  readonly sctList: Uint8Array | undefined;
}
