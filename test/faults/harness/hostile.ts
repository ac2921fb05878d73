import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import { io } from 'socket.io-client';
import { Dice, wait } from './scale.ts';

/** The forum that is attacked, and by whom; plain data, so that it can be handed to another process. */
export interface Target {
  readonly port: number;
  readonly slug: string;
  readonly threadIds: readonly string[];
  /** Path of a page of a talk. */
  readonly path: string;
  /** Sessions of the accounts that the clients share. */
  readonly tokens: readonly string[];
  readonly clients: number;
}

/** The answers to hostile clients: how often each status, and every 5xx that is no 503 with Retry-After. */
export interface Damage {
  readonly statuses: [status: number, count: number][];
  readonly wrong: string[];
}

/** One hostile client: an account where it has one, and a network of its own. */
interface Client {
  readonly token: string;
  readonly headers: Record<string, string>;
}

interface HostileAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Only of what was made or refused; everything else is thrown away unread. */
  readonly text: string;
}

interface HostileRequest {
  readonly client: Client;
  readonly isSignedIn?: boolean;
  readonly body?: object | Buffer;
}

/** An act that a hostile client repeats; each does one thing. */
type Attack = (client: Client) => Promise<HostileAnswer | null>;

/** The largest file an organizer may send. */
const FILE = Buffer.alloc(10 * 1024 * 1024, 'x');
/** Time for which a slow body is dripped, in milliseconds. */
const DRIP_MS = 5_000;

/** An address that no other client comes from. */
export const networkOf = (kind: 'honest' | 'hostile', i: number): Record<string, string> => ({
  'x-forwarded-for': `${kind === 'honest' ? '198.51' : '203.0'}.${Math.floor(i / 200)}.${(i % 200) + 1}`,
});

/** A connection that the server cuts after its answer, while a body is still sent, is no fault of the attacker's. */
class Connections extends http.Agent {
  override createConnection(
    ...args: Parameters<http.Agent['createConnection']>
  ): ReturnType<http.Agent['createConnection']> {
    return super.createConnection(...args)?.on('error', () => undefined);
  }
}

/** Clients that do the worst that is known, all at once, as fast as they are answered. */
class HostileClients {
  private readonly statuses = new Map<number, number>();
  private readonly wrong: string[] = [];
  private readonly agent = new Connections({ keepAlive: true, maxSockets: Infinity });
  private readonly dice = new Dice('F19');
  private readonly running: Promise<void>[] = [];
  private isOver = false;

  constructor(private readonly target: Target) {}

  start(): void {
    const attacks = Object.entries(this.attacks());
    const { tokens, clients } = this.target;
    for (let i = 0; i < clients; i += 1) {
      const [name, attack] = attacks[i % attacks.length]!;
      const client = { token: tokens[i % tokens.length]!, headers: networkOf('hostile', i) };
      this.running.push(this.repeat(name, attack, client));
    }
  }

  async finish(): Promise<Damage> {
    this.isOver = true;
    await Promise.all(this.running);
    this.agent.destroy();
    return { statuses: [...this.statuses], wrong: this.wrong };
  }

  private async repeat(name: string, attack: Attack, client: Client): Promise<void> {
    while (!this.isOver) {
      const answer = await attack(client).catch(() => null);
      const status = answer?.status ?? 0;
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      const isWrong = status >= 500 && !(status === 503 && answer!.headers['retry-after']);
      if (isWrong) this.wrong.push(`${name}: ${status} ${answer!.text.slice(0, 200)}`);
      // An attacker's machine has other clients to serve as well.
      await wait(1);
    }
  }

  private attacks(): Record<string, Attack> {
    const { dice } = this;
    const { slug, threadIds, path } = this.target;
    const [thread] = threadIds;
    const api = '/api/v1';
    const imports = `${api}/admin/conferences/${slug}/imports`;
    const number = (): number => Math.floor(dice.between(0, 1e9));
    const page =
      (url: () => string): Attack =>
      (client) =>
        this.send('GET', url(), { client });
    const write =
      (method: string, url: () => string, body?: () => object): Attack =>
      (client) =>
        this.send(method, api + url(), { client, isSignedIn: true, ...(body ? { body: body() } : {}) });
    const guest = (): object => ({
      body: 'A guest',
      name: `Guest ${number()}`,
      email: `guest${number()}@mail.example`,
    });
    const code = { email: 'person0@mail.example', code: 'K7QM-2XRP' };
    let said: string | undefined;
    return {
      calendar: page(() => `/c/${slug}/schedule.ics`),
      programme: page(() => `/c/${slug}?q=${number()}`),
      picture: page(() => `${path}/picture.png`),
      search: page(() => `${api}/conferences/${slug}/search?q=number+${number()}`),
      'large body': (client) => this.send('POST', imports, { client, isSignedIn: true, body: FILE }),
      'slow body': (client) => this.drips(imports, client),
      'slow words': (client) => this.drips(`${api}/threads/${thread}/comments`, client),
      'wrong codes': (client) => this.send('POST', `${api}/auth/sessions`, { client, body: code }),
      posts: async (client) => {
        const body = { body: `Flood ${number()}` };
        const answer = await this.send('POST', `${api}/threads/${thread}/comments`, { client, isSignedIn: true, body });
        if (answer.status === 201) said = (JSON.parse(answer.text) as { id: string }).id;
        return answer;
      },
      edits: write(
        'PATCH',
        () => `/comments/${said ?? thread}`,
        () => ({ body: `Reworded ${number()}` }),
      ),
      votes: write(dice.happens(0.5) ? 'PUT' : 'DELETE', () => `/comments/${said ?? thread}/vote`),
      personas: write(
        'POST',
        () => `/conferences/${slug}/personas`,
        () => ({ name: `Face ${number()}` }),
      ),
      guests: (client) => this.send('POST', `${api}/threads/${thread}/comments`, { client, body: guest() }),
      sockets: (client) => this.joinsAndLeaves(client),
    };
  }

  private send(
    method: string,
    path: string,
    { client, isSignedIn = false, body }: HostileRequest,
  ): Promise<HostileAnswer> {
    const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const headers = {
      ...client.headers,
      ...(isSignedIn ? { authorization: `Bearer ${client.token}` } : {}),
      ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
    };
    const options = { host: '127.0.0.1', port: this.target.port, method, path, headers, agent: this.agent };
    return new Promise((resolve, reject) => {
      const request = http.request(options, (response) => {
        const status = response.statusCode!;
        let text = '';
        if (status === 201 || status >= 400)
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        else response.resume();
        response.on('end', () => resolve({ status, headers: response.headers, text })).on('error', reject);
      });
      request.on('error', reject).end(bytes);
    });
  }

  /** A large body, letter by letter, until the client has had enough. */
  private async drips(path: string, { token, headers }: Client): Promise<null> {
    const socket = net.connect(this.target.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const head = [
      `POST ${path} HTTP/1.1`,
      'host: localhost',
      'content-type: application/json',
      `x-forwarded-for: ${headers['x-forwarded-for']}`,
      `authorization: Bearer ${token}`,
      'content-length: 60000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    for (let ms = 0; ms < DRIP_MS && !this.isOver; ms += 100) {
      socket.write(' ');
      await wait(100);
    }
    socket.destroy();
    return null;
  }

  private async joinsAndLeaves({ headers }: Client): Promise<null> {
    const options = { transports: ['websocket'], extraHeaders: headers, forceNew: true, reconnection: false };
    const socket = io(`http://127.0.0.1:${this.target.port}/live`, options);
    const join = (threadId: string): Promise<unknown> =>
      socket
        .timeout(5_000)
        .emitWithAck('thread:join', { threadId, after: 0 })
        .catch(() => null);
    await Promise.all(this.target.threadIds.map(join));
    socket.disconnect();
    return null;
  }
}

// In a process of its own: the first message says what to attack, the second ends it.
if (process.send && process.argv[1] === import.meta.filename) {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  process.once('disconnect', () => process.exit(1));
  process.once('message', (target) => {
    const clients = new HostileClients(target as Target);
    clients.start();
    process.once('message', () => {
      void clients.finish().then((damage) => process.send!(damage, () => process.exit(0)));
    });
  });
}
