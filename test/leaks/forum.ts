import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { Socket } from 'socket.io-client';
import { openSocket } from '../support/api/recorder.ts';
import { ask } from '../support/ask.ts';
import { RunningRedis } from '../support/redis.ts';
import { RunningServer, typed } from '../support/server.ts';
import { codeIn, until, type Json } from '../support/world.ts';
import type { Document, DocumentKind, Secret } from './documents.ts';

export interface LeakAnswer {
  status: number;
  body: Json;
  text: string;
}

/** Somebody with an address, and what the server lets them see. */
export interface LeakReader {
  whose: string;
  address: string;
  token: string | null;
}

/** Half of the addresses are random, half as people have them; none could stand anywhere by chance. */
const random = (): string => `${randomBytes(8).toString('hex')}@${randomBytes(6).toString('hex')}.example`;
export const ADDRESSES = {
  organizer: random(),
  moderator: random(),
  speaker: random(),
  asker: `Jean-Pierre.Vandenbroucke@Poste-${randomBytes(4).toString('hex')}.example`,
  participant: random(),
  guest: `marie.leclerc+forum@courrier-${randomBytes(4).toString('hex')}.example`,
  pending: random(),
  curious: random(),
  invited: random(),
  reporter: random(),
  stranger: random(),
  /** Writes e-mails to the forum, and stands in those of others. */
  correspondent: random(),
  /** Stands beside a speaker in an organizer's sheet. */
  inSheet: random(),
  /** Put where it must not be, in the end, to see the search find it. */
  canary: random(),
} as const;
export type Whose = keyof typeof ADDRESSES;

/** The one address the operator publishes, for researchers. */
export const PUBLISHED = random();

/** The kind of answer of an address, by its path. */
function kindOf(address: string): DocumentKind {
  const [pathname] = address.split('?') as [string];
  if (/\.(atom|json|ics|xml|csv)$/.test(pathname) && !pathname.startsWith('/api/')) return 'feed';
  if (/\/export(s|\/|$)/.test(pathname)) return 'export';
  return pathname.startsWith('/api/') ? 'answer' : 'page';
}

/**
 * The built server in a process of its own, on a PostgreSQL, a mail folder and a Redis of its own; all that it says is
 * kept.
 */
export class LeakForum {
  readonly documents: Document[] = [];
  readonly readers = new Map<string, LeakReader>([['nobody', { whose: 'nobody', address: '', token: null }]]);
  private readonly sockets: Socket[] = [];

  private constructor(
    readonly server: RunningServer,
    readonly redis: RunningRedis,
    readonly dir: string,
    readonly base: string,
  ) {}

  /** `settings` beside those that every run has. */
  static async open(dir: string, settings: Record<string, string> = {}): Promise<LeakForum> {
    const redis = await RunningRedis.open();
    const server = await RunningServer.start({
      DATA_DIR: dir,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'trace',
      ORGANIZERS: ADDRESSES.organizer,
      SECURITY_CONTACT: PUBLISHED,
      REDIS_URL: redis.url,
      ...settings,
    });
    if (server.exit) throw new Error(`the server ended: ${server.output}`);
    return new LeakForum(server, redis, dir, server.base.replace('localhost', '127.0.0.1'));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.disconnect();
    await this.server.ends();
    await this.redis.close();
  }

  keep(kind: DocumentKind, about: string, bytes: string | Buffer, reader?: string, typed?: string): void {
    this.documents.push({
      kind,
      about,
      bytes: Buffer.from(bytes as string),
      ...(reader === undefined ? {} : { reader }),
      ...(typed === undefined ? {} : { typed }),
    });
  }

  /** Asks, and keeps the whole answer: its status, its headers, its body. */
  async ask(
    whose: string,
    method: string,
    address: string,
    body?: unknown,
    type = 'application/json',
  ): Promise<LeakAnswer> {
    const { token } = this.readers.get(whose)!;
    const { status, headers, text } = await ask(this.base + address, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': type }),
        'accept-language': 'en',
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const kind = kindOf(address);
    this.keep(
      kind,
      `${method} ${address} as ${whose}`,
      `${status}\n${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${text}`,
      whose,
      address.startsWith('/api/')
        ? undefined
        : decodeURIComponent(
            `${address} ${typeof body === 'string' && type !== 'application/json' ? body : ''}`.replaceAll('+', ' '),
          ),
    );
    let parsed: Json = {};
    try {
      parsed = JSON.parse(text) as Json;
    } catch {
      /* a page */
    }
    return { status, body: parsed, text };
  }

  async does(whose: string, method: string, address: string, body?: unknown): Promise<Json> {
    const heard = await this.ask(whose, method, `/api/v1${address}`, body);
    if (heard.status >= 300)
      throw new Error(`${method} ${address} as ${whose} was answered ${heard.status}: ${heard.text}`);
    return heard.body;
  }

  async signsIn(whose: Whose): Promise<void> {
    const address = ADDRESSES[whose];
    await this.ask('nobody', 'POST', '/api/v1/auth/codes', { email: address });
    const { body } = await this.ask('nobody', 'POST', '/api/v1/auth/sessions', {
      email: address,
      code: await this.codeFor(address),
    });
    this.readers.set(whose, { whose, address, token: body['token'] as string });
  }

  /** The newest code mailed to an address. */
  codeFor(address: string): Promise<string> {
    return until(`a code for ${address}`, async () => {
      for (const mail of (await this.mails()).toReversed())
        if (mail.includes(`To: ${address.toLowerCase()}`)) return codeIn(mail);
      return null;
    });
  }

  async mails(): Promise<string[]> {
    const folder = path.join(this.dir, 'outbox');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted();
    return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  }

  /** A socket whose every packet is kept as it came. */
  async listens(whose: string): Promise<Socket> {
    const { token } = this.readers.get(whose)!;
    const socket = openSocket(this.base, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: token ? { token } : {},
    });
    socket.io.on('open', () =>
      socket.io.engine.on('packet', ({ data = '' }: { data?: string | Buffer }) =>
        this.keep('socket', `a packet for ${whose}`, data, whose),
      ),
    );
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
    return socket;
  }

  /** A conference as its organizer takes it away: every file of the folder. */
  async keepArchive(slug: string): Promise<void> {
    const target = await mkdtemp(path.join(this.dir, 'archive-'));
    const { code, said } = await typed(['export', slug, target], { DATA_DIR: this.dir });
    if (code !== 0) throw new Error(`the export ended with ${code}: ${said}`);
    for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        this.keep(
          'archive',
          path.relative(target, path.join(entry.parentPath, entry.name)),
          await readFile(path.join(entry.parentPath, entry.name)),
        );
    }
  }

  /** Every letter as it would leave, but for the line that names its own receiver; read and decoded as well. */
  async keepMails(): Promise<void> {
    for (const mail of await this.mails()) {
      const to = /^To: (\S+)/m.exec(mail)?.[1] ?? '';
      const parsed = await simpleParser(mail);
      this.keep(
        'mail',
        `a letter to ${to}`,
        `${mail.replace(/^To: .*\r?\n/m, '')}\n${parsed.subject ?? ''}\n${parsed.text ?? ''}\n${String(parsed.html)}`,
      );
    }
  }

  private async keyed(): Promise<(text: string) => Buffer> {
    const keys = (await readFile(path.join(this.dir, 'keys', 'secret-keys'), 'utf8')).trim().split('\n');
    const secret = Buffer.from(keys.at(-1)!.split(':')[1]!, 'base64').subarray(32);
    return (text) => createHmac('sha256', secret).update(text).digest();
  }

  /** The senders of the envelopes of all e-mails to an address, which files of the outbox do not name. */
  async envelopesOf(address: string): Promise<string[]> {
    const keyed = await this.keyed();
    return (await this.mails())
      .filter((mail) => mail.includes(`To: ${address.toLowerCase()}`))
      .map((mail) => /^Message-ID: <([^@]+)@/im.exec(mail)![1]!)
      .map((id) => keyed(`inbound-return-token:${id.length}:${id}`).subarray(0, 16).toString('hex'))
      .map((token) => `b+${token}@localhost`);
  }

  /** The addresses and what the vault finds them by. */
  async secrets(): Promise<Secret[]> {
    const keyed = await this.keyed();
    return Object.entries(ADDRESSES).map(([whose, typed]) => {
      const address = typed.toLowerCase();
      const mailbox = address.replace(/\+[^@]*/, '');
      return {
        whose,
        address: typed,
        blindIndexes: { address: keyed(`address:${address}`), mailbox: keyed(`mailbox:${mailbox}`) },
      };
    });
  }
}
