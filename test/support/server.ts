import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from './world.ts';

/** An unused port. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return port;
}

let building: Promise<unknown> | undefined;

/** Builds what was changed since the last build, so that no test runs an earlier server; nothing otherwise. */
const buildPresent = (): Promise<unknown> =>
  (building ??= promisify(execFile)(process.execPath, ['tools/build.mjs'], { cwd: path.resolve('.') }));

/** The built server as an operator starts it: a process of its own, settings in the environment. */
export class RunningServer {
  output = '';
  exit: { code: number | null; signal: string | null } | null = null;

  private constructor(
    readonly child: ChildProcess,
    readonly base: string,
  ) {
    const collect = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout!.on('data', collect);
    child.stderr!.on('data', collect);
    child.on('exit', (code, signal) => {
      this.exit = { code, signal };
    });
  }

  /** Resolves once it is ready or has ended; `stopAfterMs` stops it, ready or not. */
  static async start(
    settings: Record<string, string>,
    build = path.resolve('dist'),
    stopAfterMs?: number,
  ): Promise<RunningServer> {
    if (build === path.resolve('dist')) await buildPresent();
    const port = settings['PORT'] ?? String(await freePort());
    const { PATH = '', HOME = '', TMPDIR } = process.env;
    const env = { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), PORT: port, LOG_LEVEL: 'warn', ...settings };
    const server = new RunningServer(
      spawn(process.execPath, [path.join(build, 'start/main.js')], {
        env,
        cwd: os.tmpdir(),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
      `http://localhost:${port}`,
    );
    if (stopAfterMs !== undefined) setTimeout(() => server.child.kill('SIGTERM'), stopAfterMs);
    const isReady = (): boolean => stopAfterMs === undefined && server.output.includes('is ready');
    await until('the server to be ready', () => server.exit !== null || isReady(), 120_000).catch((error: unknown) => {
      server.child.kill('SIGKILL');
      throw error;
    });
    return server;
  }

  /** Sends a signal and waits until the server has ended. */
  async ends(
    signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM',
  ): Promise<{ code: number | null; signal: string | null }> {
    this.child.kill(signal);
    return until('the server to end', () => this.exit, 60_000);
  }
}

/** Runs an operator's command; returns its output and exit code. */
export async function typed(
  args: readonly string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  await buildPresent();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', path.resolve('dist/start/cli.js'), ...args], {
    env: { PATH, HOME, ...settings },
    cwd: os.tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, said };
}
