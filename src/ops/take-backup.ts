import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BadBackup, END_OF_ROWS, FORMAT, RowCounter, type LastLine, type Preface } from './backup/backup-format.ts';
import { listMigrations, listTables, named, SPELLING } from './backup/tables.ts';

/**
 * Tables that are left out: expired within minutes, or written anew by every running server; a session that ended since
 * must not return, nor an address whose invitation was used or cancelled since.
 */
export const LEFT_OUT: readonly string[] = [
  'invitation_emails',
  'invitations_mailed',
  'key_holders',
  'login_codes',
  'passkey_challenges',
  'pending_comments',
  'sessions',
  'speaker_addresses',
  'spent_proofs',
  'waiting_files',
  'wrong_codes',
];

export interface BackupSummary {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes all tables of the database at `url` but `LEFT_OUT` into one file, as one snapshot beside other writes, with a
 * few chunks in memory. The file gets its name once it is whole and on the disk; an earlier one stays until then.
 */
export async function takeBackup(file: string, url: string): Promise<BackupSummary> {
  const half = `${file}.${randomUUID().slice(0, 8)}.half`;
  const client = new pg.Client({ connectionString: url, application_name: 'aftertalk backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${SPELLING}`);
    const taken = { takenAt: '', tables: 0, rows: 0 };
    await pipeline(
      Readable.from(sealed(contents(client, taken), taken), { objectMode: false }),
      createGzip(),
      createWriteStream(half, { flags: 'wx', mode: 0o600 }),
    );
    await settle(half, file);
    return taken;
  } catch (error) {
    await fs.rm(half, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

type BackupCounts = { -readonly [K in keyof BackupSummary]: BackupSummary[K] };

async function* contents(client: pg.Client, taken: BackupCounts): AsyncGenerator<Buffer> {
  const migrations = await listMigrations(client);
  if (migrations.length === 0)
    throw new BadBackup('There is nothing to back up: the database holds no tables of Aftertalk.');
  const {
    rows: [clock],
  } = await client.query<{ now: Date }>('select now() now');
  taken.takenAt = clock!.now.toISOString();
  yield line({ aftertalk: 'backup', format: FORMAT, takenAt: taken.takenAt, migrations } satisfies Preface);
  for (const table of await listTables(client)) {
    if (LEFT_OUT.includes(table.table)) continue;
    yield line(table);
    const passing = new RowCounter();
    for await (const chunk of client.query(copyTo(`copy ${named(table)} to stdout`)) as AsyncIterable<Buffer>) {
      passing.pass(chunk);
      yield chunk;
    }
    yield Buffer.from(END_OF_ROWS);
    yield line(passing.foot());
    taken.tables += 1;
    taken.rows += passing.rows;
  }
}

/** Passes `parts` on and appends the line that seals them. */
async function* sealed(parts: AsyncIterable<Buffer>, taken: BackupCounts): AsyncGenerator<Buffer> {
  const seal = createHash('sha256');
  for await (const part of parts) {
    seal.update(part);
    yield part;
  }
  yield line({ end: true, tables: taken.tables, rows: taken.rows, sha256: seal.digest('hex') } satisfies LastLine);
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** Renames the file once its bytes have reached the disk, then flushes its name. */
async function settle(half: string, file: string): Promise<void> {
  await synced(half);
  await fs.rename(half, file);
  await synced(path.dirname(file));
}

async function synced(name: string): Promise<void> {
  const handle = await fs.open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
