import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RotateKeys } from '../../src/accounts/rotate-keys.ts';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { fingerprintOf } from '../../src/exports/signing-key.ts';
import { freshDatabase } from '../support/database.ts';
import { World } from '../support/world.ts';
import { emptyFolder } from './archive-world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
  await furnished(world);
});
afterAll(() => world.close());

async function furnished(of: World): Promise<void> {
  const olga = await of.person('olga').signsIn();
  const made = await olga.post('/admin/conferences', {
    slug: 'signed',
    title: 'Signed',
    timeZone: 'UTC',
    locale: 'en',
    startsOn: '2026-05-02',
    endsOn: '2026-05-02',
  });
  expect(made.status).toBe(201);
}

async function signedBy(node: World): Promise<string> {
  const dir = await emptyFolder();
  const { fingerprint } = await node.app.get(ExportArchive).export('signed', dir);
  await rm(dir, { recursive: true, force: true });
  return fingerprint;
}

describe('the key that signs archives', () => {
  it('is one for all nodes of a forum', async () => {
    const other = await world.beside();
    try {
      const [here, there] = await Promise.all([signedBy(world), signedBy(other)]);
      expect(there).toBe(here);
    } finally {
      await other.close();
    }
  });

  it('is sealed again when the keys are rotated, and stays the same', async () => {
    const before = await signedBy(world);
    const done = await world.app.get(RotateKeys, { strict: false }).rotate();
    expect(await world.query('select name, secret_key_id "keyId" from forum_secrets')).toEqual([
      { name: 'archive-key', keyId: done!.keyId },
    ]);
    expect(await signedBy(world)).toBe(before);
  });

  it('is taken over from the folder where an earlier version kept it', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-test-'));
    const { privateKey } = generateKeyPairSync('ed25519');
    await mkdir(path.join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
    await writeFile(path.join(dataDir, 'keys', 'archive-key'), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    const { url, drop } = await freshDatabase();
    const old = await World.on(url, drop, { DATA_DIR: dataDir });
    try {
      await furnished(old);
      expect(await signedBy(old)).toBe(fingerprintOf(privateKey));
      const other = await old.beside();
      const there = await signedBy(other);
      await other.close();
      expect(there).toBe(fingerprintOf(privateKey));
    } finally {
      await old.close();
    }
  });
});
