import type { CertificateStore } from './certificate-store.ts';

/** Uploads each bundle once, however many endpoints of a run it is for. */
export function uploadingOnce(upload: CertificateStore['upload']): CertificateStore['upload'] {
  const uploads = new Map<string, ReturnType<CertificateStore['upload']>>();
  return (order) => {
    const key = order.bundle.map(({ fingerprint }) => fingerprint).join();
    const earlier = uploads.get(key);
    if (earlier) return earlier;
    const made = upload(order);
    uploads.set(key, made);
    // One that failed is no reason for the next to fail.
    made.catch(() => uploads.delete(key));
    return made;
  };
}
