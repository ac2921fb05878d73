import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { openSocket } from '../support/api/recorder.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { freePort, RunningServer } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until } from '../support/world.ts';

skipWithout('caddy');

let dir: string;
let database: { url: string; drop: () => Promise<void> };
const closing: (() => Promise<unknown> | void)[] = [];
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-proxy-'));
  database = await freshDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

/** Debian's Caddy with the Caddyfile of this repository, told by its environment alone. */
async function proxy(settings: Record<string, string>): Promise<ChildProcess> {
  const { PATH = '' } = process.env;
  const admin = `localhost:${await freePort()}`;
  const env = { PATH, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir, CADDY_ADMIN: admin, ...settings };
  const child = spawn('caddy', ['run', '--config', path.resolve('Caddyfile'), '--adapter', 'caddyfile'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  closing.push(async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await ended;
  });
  await until('Caddy to serve', () => {
    if (child.exitCode !== null) throw new Error(`Caddy ended: ${said}`);
    return said.includes('serving initial configuration');
  });
  return child;
}

const KEYS = `k1:${Buffer.alloc(64, 7).toString('base64')}`;

async function node(publicUrl: string, name: string): Promise<RunningServer> {
  const server = await RunningServer.start({
    DATABASE_URL: database.url,
    DATA_DIR: path.join(dir, name),
    PUBLIC_URL: publicUrl,
    SECRET_KEYS: KEYS,
    TRUSTED_PROXIES: '127.0.0.1',
    DEMO: 'off',
    HOST: '127.0.0.1',
  });
  expect(server.exit).toBeNull();
  closing.push(async () => {
    if (!server.exit) await server.ends();
  });
  return server;
}

const placeOf = ({ base }: RunningServer): string => `127.0.0.1:${new URL(base).port}`;

/** Asks again and again until it is told to stop; answers how often each status came. */
function asking(url: string): () => Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const status = await fetch(`${url}/api/v1/conferences`).then(
        (answer) => answer.text().then(() => String(answer.status)),
        () => 'none',
      );
      seen[status] = (seen[status] ?? 0) + 1;
    }
  };
  const all = Promise.all([1, 2, 3, 4].map(ask));
  return async () => {
    isOver = true;
    await all;
    return seen;
  };
}

describe('Caddy before two nodes', () => {
  inLongForm('answers every question while one node is killed, and while the other is replaced', async () => {
    const publicUrl = `http://localhost:${await freePort()}`;
    const [first, second] = [await node(publicUrl, 'first'), await node(publicUrl, 'second')];
    const port = new URL(first.base).port;
    await proxy({ PUBLIC_URL: publicUrl, NODES: `${placeOf(first)} ${placeOf(second)}` });
    const answersBefore = asking(publicUrl);
    await first.ends('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const before = await answersBefore();
    // Answers that the killed node had begun are lost with it: at most one question of each client.
    const { '200': answered = 0, ...others } = before;
    expect(answered).toBeGreaterThan(20);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);

    const settings = { PORT: port, DATABASE_URL: database.url, PUBLIC_URL: publicUrl, SECRET_KEYS: KEYS, DEMO: 'off' };
    const again = await RunningServer.start({ ...settings, DATA_DIR: path.join(dir, 'first') });
    closing.push(() => again.ends().then(() => undefined));
    // Until the health checks have found it again.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const answersAfter = asking(publicUrl);
    expect(await second.ends('SIGTERM')).toEqual({ code: 0, signal: null });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(Object.keys(await answersAfter())).toEqual(['200']);
  });

  it('asks each node whether it is ready, and gives none to one that is not; believes no forwarded address', async () => {
    const publicUrl = `http://localhost:${await freePort()}`;
    const asked: { ready: string[]; busy: string[] } = { ready: [], busy: [] };
    const forwarded = new Set<unknown>();
    const open = async (name: 'ready' | 'busy', status: number): Promise<string> => {
      const server = http.createServer(({ url, headers }, response) => {
        asked[name].push(url!);
        if (url !== '/health/ready') forwarded.add(headers['x-forwarded-for']);
        response.writeHead(url === '/health/ready' ? status : 200).end();
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return `127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    await proxy({ PUBLIC_URL: publicUrl, NODES: `${await open('ready', 200)} ${await open('busy', 503)}` });
    await until('both to have been asked twice', () => Math.min(asked.ready.length, asked.busy.length) >= 2);
    for (let i = 0; i < 20; i += 1) await fetch(`${publicUrl}/page`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(new Set(asked.busy)).toEqual(new Set(['/health/ready']));
    expect(asked.ready.filter((url) => url === '/page')).toHaveLength(20);
    expect([...forwarded].every((value) => /^(127\.0\.0\.1|::1)$/.test(String(value)))).toBe(true);
  });

  inLongForm('serves https under the name of PUBLIC_URL, passes WebSockets, and leads http there', async () => {
    const [httpsPort, httpPort] = [String(await freePort()), String(await freePort())];
    const publicUrl = `https://localhost:${httpsPort}`;
    const server = await node(publicUrl, 'third');
    await proxy({ PUBLIC_URL: publicUrl, NODES: placeOf(server), HTTPS_PORT: httpsPort, HTTP_PORT: httpPort });
    const ca = await until('the certificate', () => {
      try {
        return readFileSync(path.join(dir, 'caddy/pki/authorities/local/root.crt'));
      } catch {
        return null;
      }
    });
    const page = await until(
      'an answer',
      () =>
        new Promise<http.IncomingMessage | null>((resolve) => {
          https
            .get(`${publicUrl}/`, { ca, agent: false }, (answer) => resolve(answer.resume()))
            .on('error', () => resolve(null));
        }),
    );
    expect(page.statusCode).toBe(200);
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
    const socket = openSocket(publicUrl, { transports: ['websocket'], ca: ca.toString(), reconnection: false });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    socket.disconnect();
    const redirected = await fetch(`http://localhost:${httpPort}/c/x`, { redirect: 'manual' });
    expect({ status: redirected.status, location: redirected.headers.get('location') }).toEqual({
      status: 308,
      // Caddy takes its port for the one that readers see as 443.
      location: 'https://localhost/c/x',
    });
  });
});

const hasCompose = spawnSync('docker-compose', ['--version']).status === 0;
const LOOK = {
  SECRET_KEYS: KEYS,
  POSTGRES_PASSWORD: 'secret',
  PUBLIC_URL: 'http://localhost',
  SMTP_URL: 'smtp://mailpit:1025',
  MAIL_FROM: 'Aftertalk <aftertalk@localhost>',
};
const compose = (
  args: readonly string[],
  settings: Record<string, string>,
): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync('docker-compose', ['--project-directory', '.', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: dir, ...settings },
  });
  return { status, said: stdout + stderr };
};

(hasCompose ? describe : describe.skip)('docker-compose.yml', () => {
  it('catches e-mails only in the profile for a first look', () => {
    const { status, said } = compose(['config'], LOOK);
    expect(status).toBe(0);
    const [, mailpit] = /^ {2}mailpit:\n((?: {4}.*\n)+)/m.exec(said)!;
    expect(mailpit).toMatch(/profiles:\n {4}- look\n/);
  });

  it.each(Object.keys(LOOK))('does not start without %s', (name) => {
    const settings = Object.fromEntries(Object.entries(LOOK).filter(([each]) => each !== name));
    const { status, said } = compose(['config', '--quiet'], settings);
    expect(status).not.toBe(0);
    expect(said).toMatch(/first lines of docker-compose.yml/);
  });
});

describe('the images of the containers', () => {
  const text = readFileSync('docker-compose.yml', 'utf8') + readFileSync('Dockerfile', 'utf8');

  it('are of a named version, to the last number', () => {
    const images = [...text.matchAll(/^(?:\s+image:|FROM) (\S+)/gm)].map(([, image]) => image!);
    expect(images.length).toBeGreaterThan(5);
    for (const image of images) expect(image).toMatch(/:v?\d+\.\d+\.\d+(-slim)?$|^postgres:\d+\.\d+$/);
  });

  it('keep what must outlive them in volumes that have a name', () => {
    const named = new Set(/^volumes:\n((?: {2}\S+:\n?)+)/m.exec(text)![1]!.match(/[\w-]+/g));
    const used = [...text.matchAll(/["-] ?"?([\w-]+):\/(data|config|var\/lib\/postgresql)\b/g)].map(
      ([, name]) => name!,
    );
    expect(used.toSorted()).toEqual([...named].toSorted());
    expect(used).toEqual(expect.arrayContaining(['data-1', 'data-2', 'database', 'certificates']));
  });

  it('believe the forwarded addresses of the proxy’s own network alone', () => {
    const subnet = '${PROXY_NETWORK:-172.30.91.0/24}';
    expect(text).toContain(`TRUSTED_PROXIES: ${subnet}`);
    expect(text).toContain(`- subnet: ${subnet}`);
  });
});
