import { createHash, randomInt } from 'node:crypto';
import { readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startCluster, type Cluster } from '../../src/platform/database/embedded/cluster.ts';
import { aboutMissing, missingPrograms } from './programs.mjs';
import { runMigrations } from '../../src/platform/database/migrate.ts';

declare global {
  var testCluster: { cluster: Cluster; users: number; said: string; heard: number; inMemory?: string } | undefined;
}

/** Memory that must be free for the databases of a run, in bytes, several times what they take. */
const ROOM = 4e9;

/**
 * The folder of this run's databases: in memory, where Linux has a file system for that with room, else on the disk,
 * where it is kept. Each database is some 750 files, and ext4 looks long for a place when as many were just removed.
 */
async function folderOfDatabases(): Promise<{ dir: string; inMemory?: string }> {
  const memory = await statfs('/dev/shm').catch(() => null);
  if (process.platform !== 'linux' || memory === null || memory.bavail * memory.bsize < ROOM)
    return { dir: path.resolve('.cache', 'test-postgres') };
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12);
  const inMemory = path.join('/dev/shm', `aftertalk-tests-${checkout}`);
  return { dir: path.join(inMemory, 'postgres'), inMemory };
}

/** Starts one cluster for the whole run; each test file copies the migrated template. */
export default async function setUp(): Promise<void> {
  if (globalThis.testCluster) {
    globalThis.testCluster.users += 1;
    return;
  }
  const missing = await missingPrograms();
  process.env['TEST_WITHOUT'] = missing.join(' ');
  if (missing.length > 0) process.stdout.write(`${aboutMissing(missing)}\n`);
  if (!process.env['FAULTS_SEED']) {
    process.env['FAULTS_SEED'] = String(randomInt(1, 2 ** 31));
    process.stdout.write(`FAULTS_SEED=${process.env['FAULTS_SEED']} breaks the same things again.\n`);
  }
  const { joinWorkers } = (await import(path.resolve('tools/join-workers.mjs'))) as {
    joinWorkers: (places: { from: string; ending: string; to: string }) => Promise<void>;
  };
  await joinWorkers({ from: 'src', ending: '.ts', to: '.cache/start' });
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '64MB',
    max_connections: '300',
    autovacuum: 'off',
    jit: 'off',
  };
  const { dir, inMemory } = await folderOfDatabases();
  const cluster = await startCluster({ dir, settings, environment: process.env });
  const said = path.join(dir, 'server.log');
  const heard = (await readFile(said, 'latin1').catch(() => '')).length;
  globalThis.testCluster = { cluster, users: 1, said, heard, ...(inMemory && { inMemory }) };
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  const old = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'test\\_%' or datname = 'template_aftertalk'`,
  );
  for (const { datname } of old.rows) await admin.query(`drop database "${datname}" with (force)`);
  await admin.query('create database template_aftertalk');
  await runMigrations(cluster.url('template_aftertalk'));
  await admin.end();
  process.env['TEST_DATABASES'] = cluster.url('DB');
}
