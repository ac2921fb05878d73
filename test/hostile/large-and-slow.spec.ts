import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { until, World, type Person } from '../support/world.ts';

const FILE = 10 * 1024 * 1024;

/** A connection on which bytes are written by hand. */
class Connection {
  heard = '';
  isClosed = false;

  private constructor(private readonly socket: net.Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isClosed = true;
    });
  }

  static async to({ base }: World): Promise<Connection> {
    const { hostname, port } = new URL(base);
    const socket = net.connect(Number(port), hostname);
    const connection = new Connection(socket);
    await new Promise((resolve) => {
      socket.once('connect', resolve).once('close', resolve);
    });
    return connection;
  }

  get status(): number | null {
    const last =
      this.heard
        .split('HTTP/1.1 ')
        .filter((each) => !each.startsWith('100'))
        .at(-1) ?? '';
    return last === '' ? null : Number(last.slice(0, 3));
  }

  /** Bytes that were said and that the system has not taken yet. */
  get unsent(): number {
    return this.socket.writableLength;
  }

  says(bytes: string): this {
    if (!this.isClosed) this.socket.write(bytes);
    return this;
  }

  close(): void {
    this.socket.destroy();
  }

  answered(): Promise<number> {
    return until('an answer', () => this.status);
  }

  closed(): Promise<boolean> {
    return until('the server to hang up', () => this.isClosed);
  }
}

const headOf = (path: string, token: string | null, length: number): string =>
  [
    'POST ' + path + ' HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${length}`,
    ...(token ? [`authorization: Bearer ${token}`] : []),
    '',
    '',
  ].join('\r\n');

const connections: Connection[] = [];
afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
});

let world: World;
let olga: Person;
let slug: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga));
});
afterAll(() => world.close());

const imports = (conference = slug): string => `/api/v1/admin/conferences/${conference}/imports`;

async function opens(world: World, many: number, bytes = ''): Promise<Connection[]> {
  const opened: Connection[] = [];
  while (opened.length < many) opened.push((await Connection.to(world)).says(bytes));
  connections.push(...opened);
  return opened;
}

/** As many files under way as are received at once, and the one that was too many. */
async function full(bytes: string): Promise<{ slow: Connection[]; late: Connection }> {
  const opened = await opens(world, 9, bytes);
  const late = await until('the ninth to be refused', () => opened.find(({ status }) => status === 503));
  return { slow: opened.filter((connection) => connection !== late), late };
}

const filesLeft = async (): Promise<string[]> =>
  (await readdir(os.tmpdir())).filter((name) => name.startsWith('aftertalk-upload-'));

describe('sending a file', () => {
  it('is refused before a byte of it is read to everybody who may not', async () => {
    const ada = await world.person('ada').signsIn();
    const seen: Record<string, number> = {};
    for (const [who, token, path] of [
      ['nobody', null, imports()],
      ['a stranger', ada.token, imports()],
      ['an organizer, elsewhere', olga.token, imports('nowhere')],
      ['a session that ended', 'x'.repeat(43), imports()],
    ] as const) {
      const [connection] = await opens(world, 1, headOf(path, token, FILE));
      seen[who] = await connection!.answered();
    }
    expect(seen).toEqual({
      nobody: 401,
      'a stranger': 403,
      'an organizer, elsewhere': 404,
      'a session that ended': 401,
    });
  });

  inLongForm('that is refused is taken slowly from then on, and its sender hears why', async () => {
    const [connection] = await opens(world, 1, headOf(imports(), null, 20 * FILE));
    expect(await connection!.answered()).toBe(401);
    const begun = performance.now();
    connection!.says('x'.repeat(20 * FILE));
    // Of the first 30 MB some lie in the buffers of the system; the others are taken at 8 MB a second.
    await until('30 MB to be taken', () => connection!.unsent < 17 * FILE, 60_000);
    connection!.close();
    expect(performance.now() - begun).toBeGreaterThan(1_000);
    const ada = await world.person('ada').signsIn();
    const answer = await fetch(world.base + imports(), {
      method: 'POST',
      body: 'x'.repeat(FILE),
      headers: { authorization: `Bearer ${ada.token!}`, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(403);
    expect((await ada.get('/me')).status).toBe(200);
  });

  it('that is too large is refused before it is read, and while it is read when it did not say so', async () => {
    const [declared] = await opens(world, 1, headOf(imports(), olga.token, FILE + 1));
    expect(await declared!.answered()).toBe(413);
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i <= 10; i += 1) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const undeclared = await fetch(world.base + imports(), {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { authorization: `Bearer ${olga.token!}`, 'content-type': 'application/json' },
    } as RequestInit);
    expect(undeclared.status).toBe(413);
  });

  it('takes as long as it takes, beside others; too many at once are asked to come back', async () => {
    const file = JSON.stringify({ schedule: { conference: { title: 'T', days: [] } } });
    const { slow, late } = await full(headOf(imports(), olga.token, file.length) + file.slice(0, 10));
    expect(late.heard).toMatch(/retry-after: \d+/);
    expect(await olga.get(`/conferences/${slug}`)).toMatchObject({ status: 200 });
    for (const connection of slow) connection.says(file.slice(10));
    const statuses = await Promise.all(slow.map((connection) => connection.answered()));
    expect(new Set(statuses)).toEqual(new Set([(await olga.ask('POST', imports(), file)).status]));
    expect(await filesLeft()).toEqual([]);
  });

  it('gives its place back when the sender hangs up', async () => {
    const { slow: broken } = await full(`${headOf(imports(), olga.token, FILE)}{"half":`);
    for (const connection of broken) connection.close();
    await until('a place', async () => (await olga.ask('POST', imports(), '{}')).status !== 503);
    expect(await filesLeft()).toEqual([]);
  });
});

describe('a client that is slow on purpose', () => {
  let hasty: World;
  let who: Person;

  beforeAll(async () => {
    const { url, drop } = await freshDatabase();
    hasty = await World.on(
      url,
      drop,
      {},
      { limits: { headersMs: 300, requestMs: 600, silentMs: 60_000, lookEveryMs: 50 } },
    );
    who = await hasty.person('olga').signsIn();
  });
  afterAll(() => hasty.close());

  it('is not waited for while it sends headers letter by letter', async () => {
    const [drip] = await opens(hasty, 1, 'GET / HTTP/1.1\r\nhost: localhost\r\n');
    const timer = setInterval(() => drip!.says('x-a: b\r\n'), 50);
    await drip!.closed();
    clearInterval(timer);
    expect(drip!.status).toBe(408);
  });

  it.each(['/api/v1/auth/codes', '/api/v1/admin/conferences/c/imports'])(
    'is not waited for while it sends a body letter by letter to %s',
    async (path) => {
      await who.post('/admin/conferences', {
        slug: 'c',
        title: 'C',
        timeZone: 'UTC',
        locale: 'en',
        startsOn: '2026-05-02',
        endsOn: '2026-05-02',
      });
      const [drip] = await opens(hasty, 1, headOf(path, who.token, 10_000));
      const timer = setInterval(() => drip!.says(' '), 50);
      await drip!.closed();
      clearInterval(timer);
      expect(await filesLeft()).toEqual([]);
    },
  );

  it('is let go when it says nothing, a hundred times over, and others are answered meanwhile', async () => {
    const idle = await opens(hasty, 100);
    expect((await fetch(`${hasty.base}/health/ready`)).status).toBe(200);
    await Promise.all(idle.map((connection) => connection.closed()));
  });

  it('keeps its live connection, which has pings of its own', async () => {
    const socket = await who.listens();
    const [idle] = await opens(hasty, 1);
    await idle!.closed();
    expect(socket.connected).toBe(true);
  });
});

describe('the connections of a node', () => {
  const few = { MAX_CONNECTIONS: '8', RATE_LIMITS: 'on' };
  const openOf = (connections: readonly Connection[]): number => connections.filter(({ isClosed }) => !isClosed).length;

  it('are bounded: the one above is closed at once, and there is room again when another ends', async () => {
    const small = await World.open({ ...few, VENUE_NETWORKS: '127.0.0.0/8' });
    const held = await opens(small, 8);
    const [above] = await opens(small, 1);
    await above!.closed();
    expect(openOf(held)).toBe(8);
    held[0]!.close();
    const ask = 'GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n';
    await until('room for another', async () => {
      const [next] = await opens(small, 1, ask);
      held.push(next!);
      return until('an answer or the end', () => next!.status ?? (next!.isClosed ? 'closed' : null)).then(
        (seen) => seen === 200,
      );
    });
    for (const connection of held) connection.close();
    await small.close();
  });

  it('are a quarter for one network at most, so that it shuts nobody else out', async () => {
    const small = await World.open(few);
    const held = await opens(small, 3);
    await held[2]!.closed();
    expect(openOf(held)).toBe(2);
    for (const connection of held) connection.close();
    await small.close();
  });
});
