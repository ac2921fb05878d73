import { MigrationExecutor, type DataSource } from 'typeorm';
import pg from 'pg';
import { migrationSource } from './data-source.ts';

/** Any number, the same for every node: the first to take it migrates, the others wait and find nothing left to do. */
const MIGRATION_LOCK = 20_120_411;

/** How long a node waits for another's migrations before it says so, in milliseconds. */
const WAITING_IS_SAID_AFTER_MS = 5_000;

/** Says a sentence to whoever started this. */
type Tell = (sentence: string) => void;

/** Brings the database at `url` up to this build. Safe to run from several nodes at once. */
export function runMigrations(url: string, tell: Tell = toStandardError): Promise<void> {
  return alone(url, async (source) => void (await source.runMigrations()), tell);
}

/** A connection in a transaction, and the changes of the schema, which happen in it too. */
export interface Rebuilding {
  readonly client: pg.Client;
  /** Runs those of these changes that the database has not seen; all of this build's when none are named. */
  migrate(names?: readonly string[]): Promise<void>;
}

/**
 * Makes a database anew in one transaction, while nobody else migrates it: all of it stands at the end, or nothing has
 * happened.
 */
export function rebuild<T>(url: string, work: (rebuilding: Rebuilding) => Promise<T>): Promise<T> {
  return alone(url, async (source) => {
    const runner = source.createQueryRunner();
    const all = source.migrations;
    // Nobody uses the tables while they are made, and an index that spares its users cannot be made in a transaction.
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

const toStandardError: Tell = (sentence) => void process.stderr.write(`${sentence}\n`);

/** Limits that a database may have for all its sessions, and that neither waiting nor migrating may meet. */
const UNLIMITED = `
  select set_config(name, '0', true) from pg_settings
  where name in ('lock_timeout', 'statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;

/**
 * Runs `work` while this node alone migrates. The lock is that of a transaction, which ends with its connection: a
 * session's own would stay with a connection that a pooler keeps.
 */
async function alone<T>(
  url: string,
  work: (source: DataSource) => Promise<T>,
  tell: Tell = toStandardError,
): Promise<T> {
  const guard = new pg.Client({ connectionString: url });
  guard.on('error', () => undefined);
  await guard.connect();
  const saying = setTimeout(() => void tellWhoMigrates(url, tell), WAITING_IS_SAID_AFTER_MS);
  try {
    // An open transaction that sees each statement's own present delays no index that is made concurrently.
    await guard.query('begin isolation level read committed');
    await guard.query(UNLIMITED);
    await guard.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    clearTimeout(saying);
    const source = await migrationSource(url).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  } finally {
    clearTimeout(saying);
    await guard.end();
  }
}

/** Names the session that others wait for: it is a node at work, or one that was left behind. */
async function tellWhoMigrates(url: string, tell: Tell): Promise<void> {
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
    tell(
      'Waiting for another node that brings the database up to date. If there is none, end what it left behind: ' +
        `select pg_terminate_backend(${rows[0]!.pid});`,
    );
  } catch {
    // Whoever waits will hear of it by the connection that waits.
  } finally {
    await client.end().catch(() => undefined);
  }
}
