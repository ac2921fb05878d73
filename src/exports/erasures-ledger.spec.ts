import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../platform/config/settings.ts';
import { ErasuresLedger, type ErasuresLedgerEntry } from './erasures-ledger.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-ledger-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the ledger of erasures', () => {
  it('notes each erasure once, also when it is told of it several times at once', async () => {
    const ledger = new ErasuresLedger(readConfig({ DATA_DIR: folder }));
    const erasure: ErasuresLedgerEntry = {
      account: '0192f3a4-7b3c-4234-8f3a-000000000001',
      posts: 'keep',
      at: '2026-01-01T00:00:00.000Z',
    };
    await Promise.all([ledger.note([erasure]), ledger.note([erasure]), ledger.note([erasure])]);
    expect(await ledger.list()).toEqual([erasure]);
  });
});
