import { MigrationExecutor, type DataSource } from 'typeorm';
import pg from 'pg';
import { migrationSource } from './data-source.ts';
import type { ProgressReporter } from './embedded/account.ts';

/** Key of the advisory lock, equal on every node: one node migrates, the others wait and find nothing left to do. */
const MIGRATION_LOCK = 20_120_411;

/** Wait for another node's migrations before the operator is told, in milliseconds. */
const WAITING_IS_SAID_AFTER_MS = 5_000;

/** Migrates the database at `url` to this build. Several nodes may call it at once. */
export function runMigrations(url: string, report: ProgressReporter = toStandardError): Promise<void> {
  return alone(url, async (source) => void (await source.runMigrations()), report);
}

/** A connection in a transaction, and migrations that run in the same transaction. */
export interface RebuildContext {
  readonly client: pg.Client;
  /** Runs the named migrations that the database has not seen; all of this build without names. */
  migrate(names?: readonly string[]): Promise<void>;
}

/** Rebuilds a database in one transaction while no other node migrates it; after an error nothing has changed. */
export function rebuild<T>(url: string, work: (rebuilding: RebuildContext) => Promise<T>): Promise<T> {
  return alone(url, async (source) => {
    const runner = source.createQueryRunner();
    const all = source.migrations;
    // The tables are not in use yet, and `create index concurrently` cannot run in a transaction.
    const query = runner.query.bind(runner);
    runner.query = (sql: string, ...rest: []) => query(sql.replace(/\bindex\s+concurrently\b/i, 'index'), ...rest);
    const migrate = async (names?: readonly string[]): Promise<void> => {
      const executor = new MigrationExecutor(
        Object.assign(source, { migrations: all.filter(({ name }) => !names || names.includes(name!)) }),
        runner,
      );
      executor.transaction = 'none';
      await executor.executePendingMigrations();
    };
    await runner.startTransaction();
    try {
      const result = await work({ client: (await runner.connect()) as pg.Client, migrate });
      await runner.commitTransaction();
      return result;
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  });
}

const toStandardError: ProgressReporter = (sentence) => void process.stderr.write(`${sentence}\n`);

/** Limits that a database may set for all sessions, and that neither waiting nor migrating may meet. */
const UNLIMITED = `
  select set_config(name, '0', true) from pg_settings
  where name in ('lock_timeout', 'statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;

/**
 * Runs `work` while this node alone migrates. The lock belongs to a transaction, which ends with its connection; a
 * session lock would stay with a connection that a pooler keeps.
 */
async function alone<T>(
  url: string,
  work: (source: DataSource) => Promise<T>,
  report: ProgressReporter = toStandardError,
): Promise<T> {
  const guard = new pg.Client({ connectionString: url });
  guard.on('error', () => undefined);
  await guard.connect();
  const timer = setTimeout(() => void reportWhoMigrates(url, report), WAITING_IS_SAID_AFTER_MS);
  try {
    // At `read committed` an open transaction holds no snapshot that `create index concurrently` would wait for.
    await guard.query('begin isolation level read committed');
    await guard.query(UNLIMITED);
    await guard.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    clearTimeout(timer);
    const source = await migrationSource(url).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  } finally {
    clearTimeout(timer);
    await guard.end();
  }
}

/** Tells the operator which session holds the lock: a node at work, or one that was left behind. */
async function reportWhoMigrates(url: string, report: ProgressReporter): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks
       where locktype = 'advisory' and granted and classid = 0 and objid = $1
         and database = (select oid from pg_database where datname = current_database())`,
      [MIGRATION_LOCK],
    );
    if (rows.length === 0) return;
    report(
      'Waiting for another node that brings the database up to date. If there is none, end what it left behind: ' +
        `select pg_terminate_backend(${rows[0]!.pid});`,
    );
  } catch {
    // Failures show on the connection that waits for the lock.
  } finally {
    await client.end().catch(() => undefined);
  }
}
