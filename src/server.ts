import path from 'node:path';
import pg from 'pg';
import { createApp } from './bootstrap.ts';
import { CorrectedClock } from './kernel/clock.ts';
import { BuildId } from './platform/build-id.ts';
import { BadSetting, readConfig, type Config } from './platform/config/settings.ts';
import { startCluster, type Cluster } from './platform/database/embedded/cluster.ts';
import { runMigrations } from './platform/database/migrate.ts';
import { Log } from './platform/logging/log.ts';

const DATABASE = 'aftertalk';

/** Our own PostgreSQL is small: the forum fits in memory for most conferences. */
const SETTINGS = { shared_buffers: '128MB', max_connections: '60', jit: 'off', log_min_messages: 'warning' };

/** Runs the server until a signal; a setting or a database that cannot be used ends it with one sentence. */
export async function runServer(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  let cluster: Cluster | null = null;
  try {
    const config = readConfig(environment);
    cluster = config.get('DATABASE_URL') === null ? await ownCluster(config, environment) : null;
    const databaseUrl = cluster?.url(DATABASE) ?? config.get('DATABASE_URL')!;
    await runMigrations(databaseUrl);
    const clock = new CorrectedClock();
    const app = await createApp({ config, databaseUrl, clock, build: new BuildId(path.resolve(import.meta.dirname, '..'), BUILT_FROM) });
    drainOnSignal(async () => {
      await app.close();
      await cluster?.stop();
    }, new Log(config.get('LOG_LEVEL')));
    await app.listen(config.get('PORT'), config.get('HOST'));
  } catch (error) {
    await cluster?.stop().catch(() => undefined);
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  }
}

/** What decides the bytes of an answer. */
const BUILT_FROM = ['src', 'web', 'locales'];

export async function ownCluster(config: Config, environment: NodeJS.ProcessEnv): Promise<Cluster> {
  const cluster = await startCluster({ dir: path.join(config.get('DATA_DIR'), 'postgres'), settings: SETTINGS, environment });
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await admin.query(`create database ${DATABASE}`);
  await admin.end();
  return cluster;
}

/** Not Nest's shutdown hooks: they raise the signal again before the database is stopped. */
function drainOnSignal(drain: () => Promise<void>, log: Log): void {
  let draining = false;
  const stop = (): void => {
    if (draining) return;
    draining = true;
    drain().then(() => process.exit(0), (error: unknown) => {
      log.error({ error }, 'the server did not end cleanly');
      process.exit(1);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function sentence(error: unknown): string {
  if (error instanceof BadSetting) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'PORT is in use: stop what listens there, or set another PORT.';
  if (code === 'ECONNREFUSED' || code === '3D000' || code === '28P01' || code === 'ENOTFOUND') return `The database cannot be reached (${message}): check DATABASE_URL, or leave it out to use the server's own.`;
  return message;
}
