import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { Command } from 'commander';
import { readConfig, type Config } from '../../platform/config/settings.ts';
import { openDatabase } from '../../platform/database/open-database.ts';

/** The surroundings of every command: its output, its modules, and how file names are read. */
export interface CommandContext {
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** A file as the operator typed it: relative to where npm was called. */
  readonly fileOf: (name: string) => string;
  /** Runs `work` with the modules of the forum, beside a running server or alone, and closes them afterwards. */
  readonly withApp: (work: (get: <T>(type: Type<T>) => T) => Promise<void>) => Promise<void>;
  /** Runs `work` with the database alone, because a backup is quicker without the modules. */
  readonly withDatabase: (work: (url: string, config: Config) => Promise<void>) => Promise<void>;
}

/** Adds a command to the program. Its verb is loaded when it runs, so that `backup` and `--help` load no module. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

export function contextOf(environment: NodeJS.ProcessEnv): CommandContext {
  const config = (): Config => readConfig({ ...environment, LOG_LEVEL: environment['LOG_LEVEL'] ?? 'error' });
  return {
    environment,
    say: (line) => process.stdout.write(`${line}\n`),
    fileOf: (name) => path.resolve(environment['INIT_CWD'] ?? '.', name),
    async withApp(work) {
      const { connectOrStart } = await import('../prepare.ts');
      const { app, close } = await connectOrStart(config(), environment);
      try {
        await work((type) => app.get(type, { strict: false }));
      } finally {
        await close();
      }
    },
    async withDatabase(work) {
      const read = config();
      const { url, leave } = await openDatabase(read, environment);
      try {
        await work(url, read);
      } finally {
        await leave();
      }
    },
  };
}

/** Shows the progress of a long command: a bar on a terminal, a line each tenth in a log. */
export function progressBar(): (done: number, total: number) => void {
  let shown = -1;
  const { isTTY } = process.stderr;
  return (done, total) => {
    const hundredths = total === 0 ? 100 : Math.floor((done / total) * 100);
    const step = isTTY ? hundredths : Math.floor(hundredths / 10) * 10;
    if (step === shown) return;
    shown = step;
    process.stderr.write(isTTY ? bar(hundredths) : `${step} %\n`);
  };
}

function bar(hundredths: number): string {
  const filled = Math.floor(hundredths / 4);
  const end = hundredths === 100 ? '\n' : '';
  return `\r[${'#'.repeat(filled)}${'.'.repeat(25 - filled)}] ${hundredths} %${end}`;
}
