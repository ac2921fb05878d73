import 'reflect-metadata';
import type { Server } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Socket } from 'socket.io-client';
import { createApp } from '../../src/start/create-app.ts';
import { CorrectedClock, type Span } from '../../src/kernel/clock.ts';
import { BuildId } from '../../src/platform/build-id.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { RecurringTasks } from '../../src/platform/recurring-tasks.ts';
import { SERVER_LIMITS } from '../../src/platform/http/server-limits.ts';
import { ask } from './ask.ts';
import { openSocket } from './api/recorder.ts';
import { freshDatabase } from './database.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely
export type Json = Record<string, any>;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
  text: string;
}

/** Waits for a condition; on giving up it says what it waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 60_000,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() - begun > ms) throw new Error(`waited ${ms} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A participant's browser or program, with a session and the API's routes. */
export class Person {
  constructor(
    readonly world: World,
    readonly email: string,
    public token: string | null = null,
  ) {}

  async ask(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const base = `${this.world.base}${url.startsWith('/api') ? '' : '/api/v1'}`;
    const received = await ask(url.startsWith('http') ? url : base + url, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: sentAs(body) }),
    });
    const { status, text } = received;
    let parsed: Json = {};
    try {
      parsed = JSON.parse(text) as Json;
    } catch {
      /* A page, or nothing. */
    }
    return {
      status,
      get headers() {
        return received.headers;
      },
      body: parsed,
      text,
    };
  }

  get(url: string, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('GET', url, undefined, headers);
  }
  post(url: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('POST', url, body, headers);
  }
  put(url: string, body?: unknown): Promise<Answer> {
    return this.ask('PUT', url, body);
  }
  patch(url: string, body: unknown): Promise<Answer> {
    return this.ask('PATCH', url, body);
  }
  delete(url: string): Promise<Answer> {
    return this.ask('DELETE', url);
  }

  async signsIn(): Promise<this> {
    const before = await this.world.mails();
    const asked = await this.post('/auth/codes', { email: this.email });
    if (asked.status !== 202) throw new Error(`a code was refused: ${asked.text}`);
    const mail = await this.world.nextMail(before, this.email, CODE);
    const answer = await this.post('/auth/sessions', { email: this.email, code: codeIn(mail) });
    if (answer.status !== 201) throw new Error(`sign-in was answered ${answer.status}: ${answer.text}`);
    this.token = answer.body['token'] as string;
    return this;
  }

  /** Begins without an address, as a guest. */
  async beginsAsGuest(headers: Record<string, string> = {}): Promise<this> {
    const answer = await this.ask('POST', '/auth/guests', undefined, headers);
    if (answer.status !== 201) throw new Error(`a guest was refused: ${answer.text}`);
    this.token = answer.body['token'] as string;
    return this;
  }

  async calledIn(conference: string, name: string): Promise<this> {
    const answer = await this.post(`/conferences/${conference}/personas`, { name });
    if (answer.status !== 201) throw new Error(`a persona was refused: ${answer.text}`);
    return this;
  }

  /** Posts a comment and returns it; throws a refusal with its problem. */
  async says(threadId: string, body: string, extra: Json = {}): Promise<Json> {
    const answer = await this.post(`/threads/${threadId}/comments`, { body, ...extra });
    if (answer.status !== 201) throw new Error(`a comment was refused: ${answer.text}`);
    return answer.body;
  }

  async listens(transports: readonly ('polling' | 'websocket')[] = ['websocket']): Promise<Socket> {
    const socket = openSocket(this.world.base, {
      path: '/socket.io',
      transports: [...transports],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      auth: this.token ? { token: this.token } : {},
    });
    this.world.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
      socket.connect();
    });
    return socket;
  }
}

/** Not a part of an id, of which e-mails have links. */
const CODE = /(?<![\w-])([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})(?![\w-])/;

export const codeIn = (mail: string): string => {
  const code = CODE.exec(mail.slice(mail.indexOf('\r\n\r\n')))?.[1];
  if (!code) throw new Error('the mail holds no code');
  return code;
};

const newDataDir = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'aftertalk-test-'));

interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly clock: CorrectedClock;
}

/**
 * From now to nine in the morning (UTC) of the next day, but for the minutes: what a page says of a day must not depend
 * on the hour at which the tests run, as it did when it was tomorrow in Paris already. Always ahead of the database's
 * own clock, by ten hours at least, so that a test that mixes the two fails at any hour, or at none.
 */
const TO_THE_MORNING: Span = { hours: 24 + 9 - new Date().getUTCHours() };

/** Longest wait for unfinished requests when a world is closed, in milliseconds. */
const UNFINISHED_MS = 5_000;

/** A running server on its own database, with a clock that tests move. */
export class World {
  readonly sockets: Socket[] = [];
  private pool: pg.Pool | null = null;
  private running: RunningApp | null;

  // A world holds a whole server with its database, its clock and its outbox.
  // oxlint-disable-next-line max-params
  private constructor(
    app: NestFastifyApplication,
    readonly base: string,
    clock: CorrectedClock,
    readonly dataDir: string,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {
    this.running = { app, clock };
  }

  get app(): NestFastifyApplication {
    return this.whileOpen().app;
  }

  get clock(): CorrectedClock {
    return this.whileOpen().clock;
  }

  private whileOpen(): RunningApp {
    if (!this.running) throw new Error('this world is closed');
    return this.running;
  }

  static async open(settings: Record<string, string> = {}, port = 0): Promise<World> {
    const { url, drop } = await freshDatabase();
    return World.on(url, drop, settings, { port });
  }

  /** Another node on the same database, with the same keys and outbox: either may send what was asked of the other. */
  async beside(
    settings: Record<string, string> = {},
    options: { build?: BuildId; patience?: number } = {},
  ): Promise<World> {
    const keys = (await readFile(path.join(this.dataDir, 'keys', 'secret-keys'), 'utf8')).trim();
    const dataDir = await this.sharesOutbox(await newDataDir());
    return World.on(
      this.databaseUrl,
      async () => undefined,
      { SECRET_KEYS: keys, DATA_DIR: dataDir, ...settings },
      options,
    );
  }

  /** A node on the caller's database; DATA_DIR and PORT may be given, to replace another node. */
  static async on(
    url: string,
    drop: () => Promise<void>,
    settings: Record<string, string>,
    {
      build = new BuildId(path.resolve('.'), ['src/transcript']),
      port = Number(settings['PORT'] ?? 0),
      limits = SERVER_LIMITS,
      // Factor by which the database may take longer than in operation, because tests share their machine.
      patience = 10,
    } = {},
  ): Promise<World> {
    const dataDir = settings['DATA_DIR'] ?? (await newDataDir());
    const config = readConfig({
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      ORGANIZERS: 'olga@mail.example',
      DEMO: 'off',
      ...settings,
    });
    const clock = new CorrectedClock();
    clock.advance(TO_THE_MORNING);
    const app = await createApp({ config, databaseUrl: url, databasePatience: patience, clock, build }, limits);
    await app.listen(port, '127.0.0.1');
    return new World(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'), clock, dataDir, url, drop);
  }

  /** Lets go of the application, because Node keeps each test file that was loaded, with its world. */
  async close(): Promise<void> {
    for (const socket of this.sockets.splice(0)) socket.disconnect();
    // As the server does when it ends: a client that was refused while it sent keeps its connection for a minute.
    const ending = setTimeout(() => (this.app.getHttpServer() as Server).closeAllConnections(), UNFINISHED_MS);
    await this.app.close();
    clearTimeout(ending);
    this.running = null;
    await this.pool?.end();
    await this.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  person(name: string): Person {
    return new Person(this, `${name}@mail.example`);
  }

  advance(span: Span): void {
    this.clock.advance(span);
  }

  /**
   * Sets the clock to that of the machine, which servers in processes of their own have. Tasks of the start end first:
   * one that took its time from a clock a day ahead would remove what is new.
   */
  async followMachine(): Promise<void> {
    const tasks = this.app.get(RecurringTasks);
    for (const { name, isAtStart } of tasks.list()) if (isAtStart) await tasks.runNow(name);
    this.clock.advance({ seconds: -this.clock.correction / 1_000 });
  }

  /** Runs a recurring task by its name in docs/recurring-tasks.md. */
  runNow(task: string): Promise<void> {
    return this.app.get(RecurringTasks).runNow(task);
  }

  /** One statement outside of all verbs, on a connection that is kept. */
  async query<Row extends pg.QueryResultRow = Json>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.pool ??= new pg.Pool({ connectionString: this.databaseUrl, max: 4, idleTimeoutMillis: 0 }).on(
      'error',
      () => undefined,
    );
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  /**
   * Makes the folder of another node whose e-mails go to the outbox of this world, because either of them may send what
   * was asked of the other.
   */
  async sharesOutbox(dataDir: string): Promise<string> {
    const outbox = path.join(this.dataDir, 'outbox');
    for (const folder of [outbox, dataDir]) await mkdir(folder, { recursive: true, mode: 0o700 });
    await symlink(outbox, path.join(dataDir, 'outbox'));
    return dataDir;
  }

  async mails(): Promise<string[]> {
    const names = await readdir(path.join(this.dataDir, 'outbox')).catch(() => []);
    return names.filter((name) => name.endsWith('.eml')).toSorted();
  }

  /**
   * The e-mails since `before`, without those to one address, because an organizer gets the ledger's head every week.
   */
  async mailsSince(before: readonly string[], { butTo }: { butTo: string }): Promise<string[]> {
    const names = (await this.mails()).filter((name) => !before.includes(name));
    const mails = await Promise.all(names.map((name) => readFile(path.join(this.dataDir, 'outbox', name), 'utf8')));
    return mails.filter((mail) => !mail.includes(`To: ${butTo}`));
  }

  /** The next e-mail to an address that is not among `before`. */
  async nextMail(before: readonly string[], to: string, holding = /(?:)/): Promise<string> {
    return until(`a mail to ${to}`, async () => {
      for (const name of (await this.mails()).filter((file) => !before.includes(file))) {
        const mail = await readFile(path.join(this.dataDir, 'outbox', name), 'utf8');
        const text = mail
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        if (mail.includes(`To: ${to}`) && holding.test(text.slice(text.indexOf('\r\n\r\n')))) return text;
      }
      return null;
    });
  }

  /** A running conference with one hallway thread, in which nothing is held. */
  async conference(organizer: Person, extra: Json = {}): Promise<{ slug: string; threadId: string }> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const slug = `c${Math.floor(Math.random() * 1e9)}`;
    const made = await organizer.post('/admin/conferences', {
      slug,
      title: 'A conference',
      timeZone: 'Europe/Paris',
      locale: 'fr',
      startsOn: today,
      endsOn: today,
      settings: { screening: 'none' },
      ...extra,
    });
    if (made.status !== 201) throw new Error(`the conference was refused: ${made.text}`);
    const thread = await organizer.post(`/admin/conferences/${slug}/threads`, { slug: 'hallway', title: 'Hallway' });
    if (thread.status !== 201) throw new Error(`the thread was refused: ${thread.text}`);
    return { slug, threadId: thread.body['id'] as string };
  }
}

/** A request body: files and texts unchanged, all else as JSON. */
function sentAs(body: unknown): string | Uint8Array {
  if (typeof body === 'string') return body;
  return Buffer.isBuffer(body) ? body : JSON.stringify(body);
}
