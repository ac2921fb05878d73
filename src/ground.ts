import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { AppModule } from './app.module.ts';
import { CorrectedClock } from './kernel/clock.ts';
import { BuildId } from './platform/build-id.ts';
import type { Config } from './platform/config/settings.ts';
import { runningClusterUrl, startCluster, type Cluster } from './platform/database/embedded/cluster.ts';
import { keepRunning } from './platform/database/embedded/keep-running.ts';
import { runMigrations } from './platform/database/migrate.ts';
import type { Ground } from './platform/platform.module.ts';

const DATABASE = 'aftertalk';

/** Our own PostgreSQL is small: most conferences fit in memory. */
const SETTINGS = { shared_buffers: '128MB', max_connections: '60', jit: 'off', log_min_messages: 'warning' };

/** What decides the bytes of an answer. */
const BUILT_FROM = ['src', 'web', 'locales'];

const clusterDir = (config: Config): string => path.join(config.get('DATA_DIR'), 'postgres');

/** A migrated database to stand on, and how to leave it: the one DATABASE_URL names, else our own, started here. */
export async function prepareGround(config: Config, environment: NodeJS.ProcessEnv): Promise<{ ground: Ground; leave: () => Promise<void> }> {
  const given = config.get('DATABASE_URL');
  if (given !== null) return { ground: await groundOn(config, given), leave: async () => undefined };
  const cluster = await startCluster({ dir: clusterDir(config), settings: SETTINGS, environment });
  try {
    const ground = await groundOn(config, await databaseIn(cluster));
    const letGo = keepRunning(cluster, (sentence) => process.stderr.write(`${sentence}\n`));
    return { ground, leave: async () => {
      await letGo();
      await cluster.stop();
    } };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** The rooms without their doors, for a command: beside a running server, or alone on the same data. */
export async function connectOrStart(config: Config, environment: NodeJS.ProcessEnv): Promise<{ app: INestApplicationContext; close: () => Promise<void> }> {
  const running = config.get('DATABASE_URL') === null ? await runningClusterUrl(clusterDir(config)) : null;
  const { ground, leave } = running === null
    ? await prepareGround(config, environment)
    : { ground: await groundOn(config, running(DATABASE)), leave: async () => undefined };
  const app = await NestFactory.createApplicationContext(AppModule.on(ground), { logger: false, abortOnError: false });
  return {
    app,
    close: async () => {
      await app.close();
      await leave();
    },
  };
}

async function groundOn(config: Config, databaseUrl: string): Promise<Ground> {
  await runMigrations(databaseUrl);
  return { config, databaseUrl, clock: new CorrectedClock(), build: new BuildId(path.resolve(import.meta.dirname, '..'), BUILT_FROM) };
}

async function databaseIn(cluster: Cluster): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await admin.query(`create database ${DATABASE}`);
  await admin.end();
  return cluster.url(DATABASE);
}
