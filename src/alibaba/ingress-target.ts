import type { IngressConfig } from '../config/config.ts';
import type { Secret } from '../errors/secret.ts';
import type { CertificateStatus, Room, StoredCertificate } from './certificate-store.ts';

/**
 * What is bound to a target, in the words of its product's API: all that is needed to bind it again. It goes into the
 * report, so it never holds key material.
 */
export type Binding = Readonly<Record<string, string>>;

/** A target with regard to one certificate. Evidence, never the verdict. */
export interface TargetState {
  /** How far the certificate has come here; undefined: it is not bound here. */
  readonly status: CertificateStatus | undefined;
  /** Whether the API told; otherwise `status` is a guess. */
  readonly isTold: boolean;
  /** Whether a change is under way, whatever it is. */
  readonly isChanging: boolean;
  /** The same for people, such as `CAS reports Deploying` or `listener 443 has 1234_5678_cn-hangzhou`. */
  readonly said: string;
  /** What is bound now; undefined when the API does not tell. */
  readonly binding: Binding | undefined;
}

/** For a product that takes the certificate itself instead of its id. */
export interface BindMaterial {
  readonly name: string;
  /** PEM, leaf first. */
  readonly chainPem: string;
  readonly key: Secret;
}

/** Another name that clients reach through a target. */
export interface Neighbour {
  readonly domain: string;
  /** Whether it has a certificate of its own there; otherwise it is shown what `bind` replaces. */
  readonly hasOwn: boolean;
}

/** What else there is to know of a target before it is changed. */
export interface Surroundings {
  /** Undefined: the API does not tell. */
  readonly neighbours: readonly Neighbour[] | undefined;
  /** Undefined: `bind` takes up nothing that is counted, or the API does not tell. */
  readonly room: Room | undefined;
}

/** One thing that terminates TLS: a listener, an accelerated domain, a gateway. */
export interface IngressTarget {
  readonly config: IngressConfig;
  /** For people: `CLB lb-ai-rec-01:443`. */
  readonly name: string;
  /** Whether `bind` needs the certificate and its key themselves. */
  readonly needsMaterial: boolean;
  /** Whether `read` is answered with a private key, so that whoever only looks does not ask. */
  readonly tellsKey: boolean;
  /** RAM actions with which `bind` and `restore` change something; empty: not published. */
  readonly writes: readonly string[];
  /**
   * The present state, with regard to `certificate` as far as it is stored already. Changes nothing.
   *
   * @throws CLOUD_NOT_FOUND, TARGET_UNFIT when nothing can be bound there
   */
  read(certificate: StoredCertificate | undefined): Promise<TargetState>;
  /** Starts binding; `readBack` tells when it is done. Binding what is bound already does no harm. */
  bind(certificate: StoredCertificate, material: BindMaterial | undefined): Promise<void>;
  /** The state after `bind`. */
  readBack(certificate: StoredCertificate): Promise<TargetState>;
  /** Whom else binding concerns, and whether there is room. Changes nothing. */
  survey(): Promise<Surroundings>;
  /** Why `restore` could not bring it back; undefined: it could. */
  whyNotRestorable(before: Binding): string | undefined;
  /**
   * Starts binding what was bound before.
   *
   * @throws RESTORE_IMPOSSIBLE when the cloud no longer has, or never had, what that needs
   */
  restore(before: Binding): Promise<void>;
}

/** The cloud as a deployment needs it: where certificates are kept, and what they are bound to. */
export interface CertificateCloud<Store> {
  readonly store: Store;
  /**
   * Who acts; undefined when nobody can say.
   *
   * @throws CLOUD_AUTHENTICATION when the credentials are not accepted
   */
  identify(): Promise<string | undefined>;
  /** The targets of an endpoint, in the order of the configuration. */
  targetsOf(endpoint: {
    readonly domain: string;
    readonly port: number;
    readonly ingress: readonly IngressConfig[];
  }): readonly IngressTarget[];
}
