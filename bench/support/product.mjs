import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { atEnd, exited, freePort, now, sleep } from './processes.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(root, 'dist/start/main.js');
export const ORGANIZER = 'olga@mail.example';

/** A folder for one server, which PostgreSQL's account can enter when the server runs as root. */
export async function dataDir() {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-bench-'));
  await chmod(dir, 0o755);
  atEnd(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** The built server on its own database, and how long it took to be ready. */
export async function startProduct({ dir, demo = 'off', settings = {}, flags = [] }) {
  if (!existsSync(MAIN)) throw new Error('There is no build to measure: run npm run build first.');
  const port = await freePort();
  const log = path.join(dir, 'server.log');
  const fd = openSync(log, 'a');
  const begun = now();
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME ?? '/',
    TMPDIR: os.tmpdir(),
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dir,
    RATE_LIMITS: 'off',
    DEMO: demo,
    ORGANIZERS: ORGANIZER,
    ...settings,
  };
  // In a process group of its own; Ctrl-C is passed on once, as a SIGTERM.
  const child = spawn(process.execPath, [...flags, MAIN], {
    cwd: root,
    env,
    stdio: ['ignore', fd, fd],
    detached: true,
  });
  closeSync(fd);
  const product = new Product(child, port, dir);
  atEnd(() => product.stop());
  while (!(await isReady(product.base))) {
    if (child.exitCode !== null || now() - begun > 180_000)
      throw new Error(`The server did not become ready:\n${readFileSync(log, 'utf8')}`);
    await sleep(5);
  }
  product.readyAfter = now() - begun;
  return product;
}

const isReady = (base) =>
  fetch(`${base}/health/ready`).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status === 200;
    },
    () => false,
  );

/** Another node on the same database, with the same keys. */
export async function startBeside(product, settings) {
  const keys = (await readFile(path.join(product.dir, 'keys/secret-keys'), 'utf8')).trim();
  return startProduct({
    dir: await dataDir(),
    settings: { DATABASE_URL: product.databaseUrl, SECRET_KEYS: keys, ...settings },
  });
}

class Product {
  constructor(child, port, dir) {
    this.child = child;
    this.pid = child.pid;
    this.port = port;
    this.dir = dir;
    this.base = `http://127.0.0.1:${port}`;
  }

  /** Port and pid of its PostgreSQL, from PostgreSQL's own pid file. */
  get postmaster() {
    const file = path.join(this.dir, 'postgres/postmaster.pid');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return { pid: Number(lines[0]), socketDir: lines[4] ?? null };
  }

  get databaseUrl() {
    const password = readFileSync(path.join(this.dir, 'keys/postgres-password'), 'utf8').trim();
    const host = encodeURIComponent(this.postmaster.socketDir);
    return `postgres://aftertalk:${password}@/aftertalk?host=${host}&port=5432`;
  }

  /** Calls the API; throws anything but success, with its problem. */
  async ask(method, url, { token, body } = {}) {
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const response = await fetch(`${this.base}/api/v1${url}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url} was answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** The e-mails in the outbox, decoded. */
  async mails() {
    const folder = path.join(this.dir, 'outbox');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    return mails.map((mail) =>
      mail.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  /** SIGTERM; the server stops its PostgreSQL itself. */
  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await exited(this.child);
  }
}
