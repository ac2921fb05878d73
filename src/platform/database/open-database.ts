import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config/settings.ts';
import { holdsCluster, runningClusterUrl, startCluster, type Cluster } from './embedded/cluster.ts';
import { keepRunning } from './embedded/keep-running.ts';
import { knownPassword } from './embedded/password.ts';
import { checkGivenDatabase } from './given-database.ts';

const DATABASE = 'aftertalk';

/** Settings of our own PostgreSQL: most conferences fit into this memory. */
const SETTINGS = { shared_buffers: '128MB', max_connections: '60', jit: 'off', log_min_messages: 'warning' };

const clusterDir = (config: Config): string => path.join(config.get('DATA_DIR'), 'postgres');

/** A database, and how to disconnect from it. */
export interface OpenedDatabase {
  readonly url: string;
  readonly leave: () => Promise<void>;
}

/** Opens the database for a server: the one of DATABASE_URL, else our own, which is started here. */
export async function holdDatabase(config: Config, environment: NodeJS.ProcessEnv): Promise<OpenedDatabase> {
  const given = config.get('DATABASE_URL');
  if (given !== null) return { url: await checkGivenDatabase(given), leave: async () => undefined };
  const cluster = await startCluster({ dir: clusterDir(config), settings: SETTINGS, environment });
  try {
    const url = await databaseIn(cluster);
    const letGo = keepRunning(cluster, (sentence) => process.stderr.write(`${sentence}\n`));
    return {
      url,
      leave: async () => {
        await letGo();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Opens the database for a command: like a server, or our own that a running server has started. */
export async function openDatabase(config: Config, environment: NodeJS.ProcessEnv): Promise<OpenedDatabase> {
  const running = config.get('DATABASE_URL') === null ? await runningClusterUrl(clusterDir(config)) : null;
  return running === null
    ? holdDatabase(config, environment)
    : { url: running(DATABASE), leave: async () => undefined };
}

/** Like `openDatabase`, where there is a database already; throws, and makes nothing, where there is none. */
export async function openExistingDatabase(config: Config, environment: NodeJS.ProcessEnv): Promise<OpenedDatabase> {
  if (config.get('DATABASE_URL') !== null) return openDatabase(config, environment);
  const dir = path.resolve(clusterDir(config));
  if (!holdsCluster(dir))
    throw new Error(
      `There is no database in ${path.dirname(dir)}: set DATA_DIR or DATABASE_URL as for the server, which makes its ` +
        'database when it starts.',
    );
  if ((await knownPassword(dir)) === null && (await runningClusterUrl(dir)) === null)
    throw new Error('DATA_DIR/keys/postgres-password is missing: start the server, which sets it anew.');
  return openDatabase(config, environment);
}

async function databaseIn(cluster: Cluster): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await admin.query(`create database ${DATABASE}`);
  await admin.end();
  return cluster.url(DATABASE);
}
