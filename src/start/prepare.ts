import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from './app.module.ts';
import { CorrectedClock } from '../kernel/clock.ts';
import { BuildId } from '../platform/build-id.ts';
import type { Config } from '../platform/config/settings.ts';
import { runMigrations } from '../platform/database/migrate.ts';
import type { AppOptions } from '../platform/platform.module.ts';
import { holdDatabase, openDatabase, type OpenedDatabase } from '../platform/database/open-database.ts';

/** Folders whose files decide the bytes of an answer. */
const BUILT_FROM = ['src', 'web', 'locales'];

/**
 * Opens and migrates the database, DATABASE_URL's or our own; returns the options of the application and how to leave
 * it.
 */
export async function prepareOptions(
  config: Config,
  environment: NodeJS.ProcessEnv,
): Promise<{ options: AppOptions; leave: () => Promise<void> }> {
  return optionsFor(config, await holdDatabase(config, environment));
}

/** The application without routes, for a command: beside a running server, or alone on the same data. */
export async function connectOrStart(
  config: Config,
  environment: NodeJS.ProcessEnv,
): Promise<{ app: INestApplicationContext; close: () => Promise<void> }> {
  const { options, leave } = await optionsFor(config, await openDatabase(config, environment));
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(options), {
    logger: false,
    abortOnError: false,
  });
  return {
    app,
    close: async () => {
      await app.close();
      await leave();
    },
  };
}

async function optionsFor(
  config: Config,
  { url, leave }: OpenedDatabase,
): Promise<{ options: AppOptions; leave: () => Promise<void> }> {
  try {
    await runMigrations(url);
    return {
      options: {
        config,
        databaseUrl: url,
        clock: new CorrectedClock(),
        build: new BuildId(path.resolve(import.meta.dirname, '../..'), BUILT_FROM, config.publicUrl),
      },
      leave,
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
