import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { keysAreAtHand } from '../accounts/keys-at-hand.ts';
import { repeatErasures } from '../exports/repeat-erasures.ts';
import type { Config } from '../platform/config/settings.ts';
import { MIGRATIONS } from '../platform/database/data-source.ts';
import { isAway } from '../platform/database/away.ts';
import type { Tx } from '../platform/database/database.ts';
import { rebuild, type RebuildContext } from '../platform/database/migrate.ts';
import { liftEditions } from '../programme/lift-editions.ts';
import { liftNumbers } from '../threads/lift-numbers.ts';
import { DEMO_CONFERENCE } from './demo-conference.ts';
import { BadBackup, damaged, RowCounter, type LastLine, type Preface, type TableHead } from './backup/backup-format.ts';
import { BackupReader } from './backup/backup-reader.ts';
import { dropTables, liftForeignKeys, listMigrations, listTables, lockOut, named, SPELLING } from './backup/tables.ts';

export interface RestoreSummary {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Accounts that have left since. */ readonly erased: number;
}

/**
 * Restores a backup into the database at `url`, in one transaction.
 * 1. The schema and rows of the time of the backup; then every migration since.
 * 2. Accounts erased since are erased again.
 * 3. All numbers are lifted.
 *
 * Throws BadBackup, having changed nothing: a database in use, a newer or damaged file, other keys.
 */
export async function restoreBackup(file: string, url: string, config: Config): Promise<RestoreSummary> {
  try {
    return await pipeline(
      createReadStream(file),
      createGunzip({ chunkSize: 65_536 }),
      async (bytes: AsyncIterable<Buffer>) => {
        const reader = new BackupReader(bytes);
        const preface = await reader.preface();
        assertKnown(preface);
        return rebuild(url, (rebuilding) => refill(rebuilding, { reader, preface, config }));
      },
    );
  } catch (error) {
    throw asSentence(error);
  }
}

interface RefillInput {
  readonly reader: BackupReader;
  readonly preface: Preface;
  readonly config: Config;
}

async function refill(database: RebuildContext, { reader, preface, config }: RefillInput): Promise<RestoreSummary> {
  const { client } = database;
  await client.query(SPELLING);
  await clear(client);
  await database.migrate(preface.migrations);
  const putBack = await liftForeignKeys(client);
  const { tables, rows } = await fill(client, reader);
  await putBack().catch((error: unknown) => {
    throw unfit(error);
  });
  await database.migrate();
  const tx = inTransactionOf(client);
  if (!(await keysAreAtHand(tx, config))) {
    throw new BadBackup(
      'The addresses in the backup are sealed with keys that are not here: put the keys of the server it was ' +
        'made on into SECRET_KEYS or DATA_DIR/keys, and restore again.',
    );
  }
  const erased = await repeatErasures(tx, config);
  await liftNumbers(tx);
  await liftEditions(tx);
  await client.query('analyze');
  return { takenAt: preface.takenAt, tables, rows, erased };
}

function assertKnown({ migrations, takenAt }: Preface): void {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  if (!Array.isArray(migrations) || typeof takenAt !== 'string') throw damaged();
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new BadBackup(
      `The backup was made by a newer Aftertalk (with ${newer[0]}): install that version, and restore it there.`,
    );
}

/** Removes what an unused database holds: nothing, an empty schema, or the contents of a first start. */
async function clear(client: pg.Client): Promise<void> {
  const tables = (await listTables(client)).map(({ table }) => table);
  await assertUnused(client, tables);
  await lockOut(client, tables);
  // An account may have been made before the lock.
  await assertUnused(client, tables);
  await dropTables(client, tables);
}

/** Without accounts, comments and conferences but the demo nothing is lost, since all else depends on these. */
async function assertUnused(client: pg.Client, tables: readonly string[]): Promise<void> {
  if (tables.length > 0 && !(await listMigrations(client)).includes(MIGRATIONS[0]!.name))
    throw new BadBackup('The database holds tables that are not of Aftertalk: give it a database of its own.');
  if (tables.length === 0) return;
  const { rowCount } = await client.query(
    'select from accounts union all select from comments union all select from conferences where slug <> $1 limit 1',
    [DEMO_CONFERENCE.slug],
  );
  if (rowCount)
    throw new BadBackup(
      'The database is in use: a backup is restored into an empty one only. With DATABASE_URL, make another ' +
        'database; without it, stop the server and move DATA_DIR/postgres away (DATA_DIR/keys stays).',
    );
}

async function fill(client: pg.Client, reader: BackupReader): Promise<LastLine> {
  const done = { tables: 0, rows: 0 };
  for (;;) {
    const next = await reader.next();
    if ('end' in next) {
      if (next.tables !== done.tables || next.rows !== done.rows) throw damaged();
      return next;
    }
    done.rows += await fillTable(client, reader, next);
    done.tables += 1;
  }
}

async function fillTable(client: pg.Client, reader: BackupReader, table: TableHead): Promise<number> {
  const rowCounter = new RowCounter();
  await pipeline(passed(reader.rows(), rowCounter), client.query(copyFrom(`copy ${named(table)} from stdin`))).catch(
    (error: unknown) => {
      throw unfit(error);
    },
  );
  const [foot, found] = [await reader.foot(), rowCounter.foot()];
  if (foot.rows !== found.rows || foot.sha256 !== found.sha256) throw damaged();
  return found.rows;
}

async function* passed(rows: AsyncIterable<Buffer>, rowCounter: RowCounter): AsyncGenerator<Buffer> {
  for await (const chunk of rows) {
    rowCounter.pass(chunk);
    yield chunk;
  }
}

/** Runs the modules' verbs on this connection, one statement after the other. */
function inTransactionOf(client: pg.Client): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const next = last.then(async () => (await client.query(sql, [...values])).rows as Row[]);
    last = next.catch(() => undefined);
    return next;
  };
  // A failed statement fails all later ones, as in any transaction.
  return {
    query,
    send: (sql, values, onRows) =>
      void query(sql, values)
        .then(onRows as never)
        .catch(() => undefined),
  };
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/** Maps errors of rows that do not fit the tables to a damaged backup. */
const unfit = (error: unknown): unknown =>
  /^(22|23|42)...$/.test(codeOf(error)) ? Object.assign(damaged(), { cause: error }) : error;

function asSentence(error: unknown): unknown {
  const code = codeOf(error);
  if ((error as NodeJS.ErrnoException).path !== undefined)
    return new BadBackup(`The file cannot be read (${(error as Error).message}).`);
  if (error instanceof BadBackup) return error;
  if (code.startsWith('Z_')) return Object.assign(damaged(), { cause: error });
  if (code === '40P01' || code === '55P03')
    return new BadBackup('The database is busy: stop the server, and restore again.');
  return isAway(error) ? new BadBackup('The database went away: nothing was restored.') : error;
}
