import { MigrationExecutor, type DataSource } from 'typeorm';
import pg from 'pg';
import { migrationSource } from './data-source.ts';

/** Any number, the same for every node: the first to take it migrates, the others wait and find nothing left to do. */
const MIGRATION_LOCK = 20_120_411;

/** Brings the database at `url` up to this build. Safe to run from several nodes at once. */
export function runMigrations(url: string): Promise<void> {
  return alone(url, async (source) => void (await source.runMigrations()));
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

async function alone<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const guard = new pg.Client({ connectionString: url });
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await migrationSource(url).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
