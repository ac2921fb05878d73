import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { runningClusterUrl } from '../../../src/platform/database/embedded/cluster.ts';
import { freshDatabase } from '../../support/database.ts';
import { RunningRedis } from '../../support/redis.ts';
import { freePort, RunningServer } from '../../support/server.ts';
import { codeIn, until, type Json } from '../../support/world.ts';
import { Relay } from './relay.ts';

export interface ForumOptions {
  nodes?: number;
  /**
   * 'given': by DATABASE_URL, in the cluster of all tests. 'own': the one the server brings, which keeps its promises
   * to the disk.
   */
  database?: 'given' | 'own';
  redis?: boolean;
  /** Relays before the database of each node, its route, its Redis. */
  relays?: readonly ('database' | 'route' | 'redis')[];
  threads?: number;
  participants?: number;
  settings?: Record<string, string>;
  /** Settings of one node beside, by its place. */
  settingsOf?: (node: number) => Record<string, string>;
  dir?: string;
}

export interface TimedAnswer {
  status: number;
  headers: Headers;
  text: string;
  body: Json;
  ms: number;
}
export interface RequestParts {
  token?: string | undefined;
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A node as its users see it: a process, a route, and the wires behind it. */
export class ForumNode {
  server!: RunningServer;
  database: Relay | null = null;
  redis: Relay | null = null;
  route: Relay | null = null;

  constructor(
    readonly port: number,
    readonly settings: Record<string, string>,
  ) {}

  /** The address at which users come in. */
  get base(): string {
    return `http://127.0.0.1:${this.route?.port ?? this.port}`;
  }

  async start(): Promise<void> {
    this.server = await RunningServer.start(this.settings);
    if (this.server.exit) throw new Error(`a node did not start: ${this.server.output}`);
  }

  /** kill -9, and the same command again. Answers how long nobody was there, in milliseconds. */
  async restart(): Promise<number> {
    await this.server.ends('SIGKILL');
    const begun = performance.now();
    await this.start();
    return performance.now() - begun;
  }

  async ask(
    method: string,
    url: string,
    { token, key, body, headers }: RequestParts = {},
    patience = 15_000,
  ): Promise<TimedAnswer> {
    const begun = performance.now();
    const response = await fetch(this.base + url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as Json) : {},
      ms: performance.now() - begun,
    };
  }

  /** Gets an address that must be answered with success, under the base of the API. */
  async get(url: string, sent: RequestParts = {}): Promise<Json> {
    return this.must('GET', url, sent);
  }

  async must(method: string, url: string, sent: RequestParts = {}): Promise<Json> {
    const answer = await this.ask(method, `/api/v1${url}`, sent);
    if (answer.status >= 300) throw new Error(`${method} ${url} was answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }
}

/** A forum that goes on while things break: real processes, a conference of today, people who are signed in. */
export class Forum {
  readonly nodes: ForumNode[] = [];
  redis: RunningRedis | null = null;
  slug = 'conference';
  organizer = '';
  threadIds: string[] = [];
  tokens: string[] = [];
  private readonly drops: (() => Promise<void>)[] = [];
  private databaseUrl: string | null = null;

  private constructor(
    readonly dir: string,
    private readonly wanted: ForumOptions,
  ) {}

  static async open(wanted: ForumOptions = {}): Promise<Forum> {
    const dir = wanted.dir ?? (await mkdtemp(path.join(os.tmpdir(), 'aftertalk-faults-')));
    await chmod(dir, 0o755);
    const forum = new Forum(dir, wanted);
    try {
      await forum.build();
      await forum.furnish();
    } catch (error) {
      await forum.close();
      throw error;
    }
    return forum;
  }

  get node(): ForumNode {
    return this.nodes[0]!;
  }

  private async build(): Promise<void> {
    const { nodes = 1, database = 'given', redis = false, settings = {}, settingsOf = () => ({}) } = this.wanted;
    if (database === 'given') {
      const { url, drop } = await freshDatabase();
      this.databaseUrl = url;
      this.drops.push(drop);
    }
    if (redis) this.redis = await RunningRedis.open();
    const keys = `k1:${randomBytes(64).toString('base64')}`;
    for (let i = 0; i < nodes; i += 1) {
      const port = await freePort();
      const node = new ForumNode(port, {
        PORT: String(port),
        DATA_DIR: path.join(this.dir, `node-${i}`),
        PUBLIC_URL: this.nodes[0]?.settings['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`,
        RATE_LIMITS: 'off',
        DEMO: 'off',
        ORGANIZERS: 'olga@mail.example',
        SECRET_KEYS: keys,
        ...settings,
        ...settingsOf(i),
      });
      this.nodes.push(node);
      await this.wire(node);
      await node.start();
    }
  }

  private async wire(node: ForumNode): Promise<void> {
    const { relays = [] } = this.wanted;
    const { databaseUrl, redis } = this;
    if (databaseUrl !== null) node.settings['DATABASE_URL'] = databaseUrl;
    if (databaseUrl !== null && relays.includes('database')) {
      const { pathname, searchParams, password } = new URL(databaseUrl.replace('@/', '@socket/'));
      node.database = await Relay.before({ path: `${searchParams.get('host')}/.s.PGSQL.5432` });
      node.settings['DATABASE_URL'] = `postgres://aftertalk:${password}@127.0.0.1:${node.database.port}${pathname}`;
    }
    if (redis) {
      if (relays.includes('redis')) node.redis = await Relay.before({ port: redis.port, host: '127.0.0.1' });
      node.settings['REDIS_URL'] = `redis://127.0.0.1:${node.redis?.port ?? redis.port}`;
    }
    if (relays.includes('route')) node.route = await Relay.before({ port: node.port, host: '127.0.0.1' });
  }

  private async furnish(): Promise<void> {
    const { threads = 3, participants = 8 } = this.wanted;
    [this.organizer] = (await this.signIn(['olga@mail.example'])) as [string];
    const today = new Date().toISOString().slice(0, 10);
    await this.node.must('POST', '/admin/conferences', {
      token: this.organizer,
      body: {
        slug: this.slug,
        title: 'A conference',
        timeZone: 'UTC',
        locale: 'en',
        startsOn: today,
        endsOn: today,
        settings: { screening: 'none' },
      },
    });
    await this.node.must('POST', `/conferences/${this.slug}/personas`, {
      token: this.organizer,
      body: { name: 'Olga' },
    });
    for (let i = 0; i < threads; i += 1)
      this.threadIds.push(
        (
          await this.node.must('POST', `/admin/conferences/${this.slug}/threads`, {
            token: this.organizer,
            body: { slug: `thread-${i}`, title: `Thread ${i}` },
          })
        )['id'] as string,
      );
    this.tokens = await this.signIn(Array.from({ length: participants }, (_, i) => `person${i}@mail.example`));
    await Promise.all(
      this.tokens.map((token, i) =>
        this.node.must('POST', `/conferences/${this.slug}/personas`, { token, body: { name: `Person ${i}` } }),
      ),
    );
  }

  /** Everybody, as after a restore. */
  async signInAgain(): Promise<void> {
    [this.organizer] = (await this.signIn(['olga@mail.example'])) as [string];
    this.tokens = await this.signIn(this.tokens.map((_, i) => `person${i}@mail.example`));
  }

  /** Signs addresses in by the codes in their mails; answers their tokens in order. */
  async signIn(emails: readonly string[], node = this.node): Promise<string[]> {
    const before = new Set(await this.mails());
    await Promise.all(emails.map((email) => node.must('POST', '/auth/codes', { body: { email } })));
    return Promise.all(
      emails.map(async (email) => {
        const code = codeIn(
          await until(`a mail to ${email}`, async () =>
            (await this.mails()).findLast((mail) => !before.has(mail) && mail.includes(`To: ${email}`)),
          ),
        );
        return (await node.must('POST', '/auth/sessions', { body: { email, code } }))['token'] as string;
      }),
    );
  }

  /** Everything that was mailed, oldest first, decoded. */
  async mails(): Promise<string[]> {
    const folders = this.nodes.map(({ settings }) => path.join(settings['DATA_DIR']!, 'outbox'));
    const files = (
      await Promise.all(
        folders.map(async (folder) =>
          (await readdir(folder).catch(() => []))
            .filter((name) => name.endsWith('.eml'))
            .map((name) => path.join(folder, name)),
        ),
      )
    ).flat();
    const mails = await Promise.all(
      files.toSorted((a, b) => path.basename(a).localeCompare(path.basename(b))).map((file) => readFile(file, 'utf8')),
    );
    return mails.map((mail) =>
      mail
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  /** The address of PostgreSQL itself, past every relay. */
  async primaryUrl(): Promise<string> {
    return (
      this.databaseUrl ??
      (await until('the database of the server', () => runningClusterUrl(this.clusterDir)))('aftertalk')
    );
  }

  /** Goes on with another database: empty, and unknown to every client. */
  async moveToAnother(): Promise<void> {
    const { url, drop } = await freshDatabase();
    this.drops.push(drop);
    this.databaseUrl = url;
    for (const { settings } of this.nodes) settings['DATABASE_URL'] = url;
  }

  get clusterDir(): string {
    return path.join(this.node.settings['DATA_DIR']!, 'postgres');
  }

  /** Asks the database itself. */
  async query<Row extends pg.QueryResultRow = Json>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: await this.primaryUrl() });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    for (const { server, database, route, redis } of this.nodes) {
      for (const relay of [database, redis]) relay?.heal();
      if (server && !server.exit) await server.ends().catch(() => server.ends('SIGKILL'));
      for (const relay of [database, route, redis]) await relay?.close();
    }
    await this.redis?.close();
    for (const drop of this.drops) await drop();
    if (!this.wanted.dir) await rm(this.dir, { recursive: true, force: true });
  }
}
