import net from 'node:net';
import { io } from 'socket.io-client';
import type { Answered, Forum } from './forum.ts';
import { wait, type Dice } from './scale.ts';

/** What hostile clients were answered: how often each status, and every 5xx that is no 503 with Retry-After. */
export interface Damage {
  readonly statuses: Map<number, number>;
  readonly wrong: string[];
}

/** One hostile client: an account where it has one, and a network of its own. */
interface Client {
  readonly token: string;
  readonly headers: Record<string, string>;
}

/** What a hostile client does again and again; each does one thing. */
type Attack = (client: Client) => Promise<Answered | null>;

const FILE = 'x'.repeat(10 * 1024 * 1024);
/** How long a slow body is dripped, in milliseconds. */
const DRIP_MS = 5_000;

/** An address nobody else comes from. */
export const networkOf = (kind: 'honest' | 'hostile', i: number): Record<string, string> =>
  ({ 'x-forwarded-for': `${kind === 'honest' ? '198.51' : '203.0'}.${Math.floor(i / 200)}.${(i % 200) + 1}` });

/** Clients that do the worst that is known, all at once, as fast as they are answered. */
export class HostileCrowd {
  readonly damage: Damage = { statuses: new Map(), wrong: [] };
  private isOver = false;
  private readonly running: Promise<void>[] = [];

  constructor(private readonly forum: Forum, private readonly dice: Dice, private readonly talk: { path: string }) {}

  start(tokens: readonly string[], clients: number): this {
    const attacks = Object.entries(this.attacks());
    for (let i = 0; i < clients; i += 1) {
      const [name, attack] = attacks[i % attacks.length]!;
      this.running.push(this.repeat(name, attack, { token: tokens[i % tokens.length]!, headers: networkOf('hostile', i) }));
    }
    return this;
  }

  async finish(): Promise<Damage> {
    this.isOver = true;
    await Promise.all(this.running);
    return this.damage;
  }

  private async repeat(name: string, attack: Attack, client: Client): Promise<void> {
    while (!this.isOver) {
      const answer = await attack(client).catch(() => null);
      const status = answer?.status ?? 0;
      this.damage.statuses.set(status, (this.damage.statuses.get(status) ?? 0) + 1);
      const isWrong = status >= 500 && !(status === 503 && answer!.headers.has('retry-after'));
      if (isWrong) this.damage.wrong.push(`${name}: ${status} ${answer!.text.slice(0, 200)}`);
      // An attacker's machine has other clients to serve as well.
      await wait(1);
    }
  }

  private attacks(): Record<string, Attack> {
    const { forum: { node, slug }, dice, talk } = this;
    const [thread] = this.forum.threadIds;
    const api = `/api/v1`;
    const page = (url: string): Attack => ({ headers }) => node.ask('GET', url, { headers });
    const write = (method: string, url: () => string, body?: () => object): Attack => ({ token, headers }) =>
      node.ask(method, `${api}${url()}`, { token, headers, ...(body ? { body: body() } : {}) });
    let said: string | undefined;
    const number = (): number => Math.floor(dice.between(0, 1e9));
    return {
      calendar: page(`/c/${slug}/schedule.ics`),
      programme: ({ headers }) => node.ask('GET', `/c/${slug}?q=${number()}`, { headers }),
      picture: page(`${talk.path}/picture.png`),
      search: ({ headers }) => node.ask('GET', `${api}/conferences/${slug}/search?q=number+${number()}`, { headers }),
      'large body': ({ token, headers }) => node.ask('POST', `${api}/admin/conferences/${slug}/imports`, { token, headers, body: FILE }),
      'slow body': ({ token }) => this.drips(`${api}/admin/conferences/${slug}/imports`, token),
      'slow words': ({ token }) => this.drips(`${api}/threads/${thread}/comments`, token),
      'wrong codes': ({ headers }) => node.ask('POST', `${api}/auth/sessions`, { headers, body: { email: 'person0@mail.example', code: 'K7QM-2XRP' } }),
      posts: async ({ token, headers }) => {
        const answer = await node.ask('POST', `${api}/threads/${thread}/comments`, { token, headers, body: { body: `Flood ${number()}` } });
        if (answer.status === 201) said = answer.body['id'] as string;
        return answer;
      },
      edits: write('PATCH', () => `/comments/${said ?? thread}`, () => ({ body: `Reworded ${number()}` })),
      votes: write(dice.happens(0.5) ? 'PUT' : 'DELETE', () => `/comments/${said ?? thread}/vote`),
      personas: write('POST', () => `/conferences/${slug}/personas`, () => ({ name: `Face ${number()}` })),
      guests: ({ headers }) => node.ask('POST', `${api}/threads/${thread}/comments`, { headers, body: { body: 'A guest', name: `Guest ${number()}`, email: `guest${number()}@mail.example` } }),
      sockets: () => this.joinsAndLeaves(),
    };
  }

  /** A large body, letter by letter, until the client has had enough. */
  private async drips(path: string, token: string): Promise<null> {
    const socket = net.connect(this.forum.node.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\ncontent-length: 60000\r\n\r\n`);
    for (let ms = 0; ms < DRIP_MS && !this.isOver; ms += 100) {
      socket.write(' ');
      await wait(100);
    }
    socket.destroy();
    return null;
  }

  private async joinsAndLeaves(): Promise<null> {
    const socket = io(`${this.forum.node.base}/live`, { transports: ['websocket'], forceNew: true, reconnection: false });
    const joins = this.forum.threadIds.map((threadId) => socket.timeout(5_000).emitWithAck('thread:join', { threadId, after: 0 }).catch(() => null));
    await Promise.all(joins);
    socket.disconnect();
    return null;
  }
}
