import pg from 'pg';
import { migrationSource } from './data-source.ts';

/** Any number, the same for every node: the first to take it migrates, the others wait and find nothing left to do. */
const MIGRATION_LOCK = 20_120_411;

/** Brings the database at `url` up to this build. Safe to run from several nodes at once. */
export async function runMigrations(url: string): Promise<void> {
  const guard = new pg.Client({ connectionString: url });
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await migrationSource(url).initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
