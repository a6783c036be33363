import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';

describe('loadConfig', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'airec-config-'));
  });

  it('starts relative paths from the folder of the file and keeps its name as given', async () => {
    const file = path.join(folder, 'good.yml');
    await writeFile(
      file,
      '\uFEFFregion: cn-hangzhou\nairec: { instance: a }\nendpoints:\n  - { domain: a.example.com, certificate: { bundle: a.pem, key: { env: K } }, ingress: [{ type: SLB, instance: l }] }\n',
    );
    const given = path.relative(process.cwd(), file);
    const config = await loadConfig(given);
    expect(config.file).toBe(given);
    expect(config.airec.mapping).toBe(path.join(folder, 'certificate_info.xlsx'));
    expect(config.endpoints[0]?.locations.domain.file).toBe(given);
  });

  it('says where it looked for a missing file', async () => {
    await expect(loadConfig(path.join(folder, 'none.yml'))).rejects.toMatchObject({
      code: 'CONFIG_NOT_FOUND',
      location: { file: path.join(folder, 'none.yml') },
    });
  });

  it('refuses a folder', async () => {
    await expect(loadConfig(folder)).rejects.toMatchObject({ code: 'CONFIG_UNREADABLE' });
  });

  it('refuses more than a mebibyte', async () => {
    const file = path.join(folder, 'large.yml');
    await writeFile(file, '#'.repeat(4 * 1024 * 1024 + 1));
    await expect(loadConfig(file)).rejects.toMatchObject({ code: 'CONFIG_TOO_LARGE' });
  });

  it('refuses text that is not UTF-8', async () => {
    const file = path.join(folder, 'latin1.yml');
    await writeFile(file, Buffer.from('region: caf\u00E9', 'latin1'));
    await expect(loadConfig(file)).rejects.toMatchObject({ code: 'CONFIG_UNREADABLE' });
  });
});
