import { createHash } from 'node:crypto';
import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';

/** What package-lock.json has about an installed package. */
export interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
}

export interface Release {
  readonly version: string;
  /** Of the tag's commit. */
  readonly date: Date;
  readonly archive: { readonly name: string; readonly bytes: Buffer };
  /** The packages whose code is in dist/, as keys of package-lock.json. */
  readonly bundled: readonly string[];
}

/**
 * The bill of materials of a release, as CycloneDX 1.6 in JSON: the packages whose code is in dist/, each with its version,
 * licence, place in the registry (purl) and hash from package-lock.json. The same input gives the same text.
 *
 * @throws Error when a package is not in the lock file, or the document is not valid by the schema of CycloneDX.
 */
export async function sbom(
  release: Release,
  locked: Readonly<Record<string, LockedPackage>>,
): Promise<string> {
  const components = new Map(
    release.bundled.map((key) => {
      const component = toComponent(key, locked[key]);
      return [component['bom-ref'], component] as const;
    }),
  );
  const refs = [...components.keys()].toSorted();
  const self = `airec-https@${release.version}`;
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(release.archive.bytes),
    version: 1,
    metadata: {
      timestamp: release.date.toISOString(),
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'airec-https',
        version: release.version,
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-256', content: sha256(release.archive.bytes) }],
        properties: [{ name: 'airec-https:archive', value: release.archive.name }],
      },
    },
    components: refs.map((ref) => components.get(ref)),
    dependencies: [{ ref: self, dependsOn: refs }, ...refs.map((ref) => ({ ref }))],
    // The bundler knows every module that it put in: nothing is missing.
    compositions: [{ aggregate: 'complete', assemblies: [self] }],
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const problems = await new JsonStrictValidator(Version.v1dot6).validate(text);
  if (problems !== null) throw new Error(`The SBOM is not valid: ${JSON.stringify(problems)}`);
  return text;
}

function toComponent(key: string, locked: LockedPackage | undefined) {
  const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (locked === undefined) throw new Error(`package-lock.json does not have ${key}`);
  const { version, integrity, license } = locked;
  const [scope, plain = name] = name.startsWith('@') ? name.split('/') : [undefined, name];
  // https://github.com/package-url/purl-spec: the @ of a scope is escaped, its slash is not.
  const purl = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${plain}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope === undefined ? {} : { group: scope }),
    name: plain,
    version,
    ...(integrity === undefined ? {} : { hashes: integrity.split(' ').map(toHash) }),
    ...(license === undefined
      ? {}
      : { licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }] }),
    purl,
  };
}

/** Of Subresource Integrity (`sha512-BASE64`). */
function toHash(integrity: string) {
  const [algorithm = '', digest = ''] = integrity.split(/-(.*)/s);
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A UUID of version 8 (RFC 9562 §5.8), for the archive: another archive has another one. */
function serialNumber(archive: Buffer): string {
  const hex = sha256(archive).slice(0, 32).split('');
  hex[12] = '8';
  hex[16] = '8';
  const text = hex.join('');
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}
