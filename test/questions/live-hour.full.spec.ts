import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Socket } from 'socket.io-client';
import type { ChangesShape, CommentsPageShape } from '../../web/components/shapes.ts';
import { TranscriptClient } from '../../web/components/transcript-client.ts';
import { openSocket } from '../support/api/recorder.ts';
import { freshDatabase } from '../support/database.ts';
import { freePort, RunningServer } from '../support/server.ts';
import { codeIn, until, type Json } from '../support/world.ts';

const READERS = 200;
const ASKERS = 50;
/** The words of what is held and never let through; each has its own number behind. */
const NEVER = 'Words that stay unseen';

let dir: string;
let database: { url: string; drop: () => Promise<void> };
let settings: Record<string, string>;
let server: RunningServer;
const sockets: Socket[] = [];

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-hour-'));
  database = await freshDatabase();
  settings = {
    DATA_DIR: dir,
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    RATE_LIMITS: 'off',
    ORGANIZERS: 'olga@mail.example',
    DEMO: 'off',
  };
  server = await RunningServer.start(settings);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server?.ends();
  await database?.drop();
  await rm(dir, { recursive: true, force: true });
});

const base = (): string => `http://localhost:${settings['PORT']}`;

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Asks as long as the server is away; what was answered was answered once. */
async function ask(
  method: string,
  url: string,
  token: string | null,
  body?: unknown,
): Promise<{ status: number; body: Json; text: string }> {
  const response = await fetch(url.startsWith('/c/') ? base() + url : `${base()}/api/v1${url}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Json };
}

const opened = new Map<string, string>();
async function mailTo(email: string): Promise<string> {
  return until(
    `a mail to ${email}`,
    async () => {
      for (const name of (await readdir(path.join(dir, 'outbox')).catch(() => [])).filter(
        (each) => each.endsWith('.eml') && !opened.has(each),
      ))
        opened.set(name, await readFile(path.join(dir, 'outbox', name), 'utf8'));
      return [...opened.values()].find((mail) => mail.includes(`To: ${email}`)) ?? null;
    },
    60_000,
  );
}

class SignedInClient {
  readonly told: Json[] = [];
  constructor(
    readonly name: string,
    public token: string,
  ) {}

  static async signsIn(name: string): Promise<SignedInClient> {
    const email = `${name}@mail.example`;
    await ask('POST', '/auth/codes', null, { email });
    return new SignedInClient(
      name,
      (await ask('POST', '/auth/sessions', null, { email, code: codeIn(await mailTo(email)) })).body['token'] as string,
    );
  }

  /** Says `to` the server; a refusal is thrown with its words. */
  async does(method: string, url: string, body?: unknown): Promise<Json> {
    const answer = await ask(method, url, this.token, body);
    if (answer.status >= 300) throw new Error(`${this.name} ${method} ${url}: ${answer.text}`);
    return answer.body;
  }

  listens(event: string, listener: (message: Json) => void, joined?: (socket: Socket) => void): void {
    const socket = openSocket(base(), {
      transports: ['websocket'],
      auth: { token: this.token },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 500,
    });
    sockets.push(socket);
    socket.on(event, listener);
    socket.on('connect', () => joined?.(socket));
  }
}

/** A reader as the page has one; every byte it is handed is looked through. */
class LiveReader {
  readonly client: TranscriptClient;
  readonly seen: string[] = [];

  constructor(threadId: string) {
    const get = async <T>(url: string): Promise<T> => {
      const answer = await ask('GET', url, null);
      if (answer.status !== 200) throw new Error(answer.text);
      this.look(answer.text);
      return answer.body as T;
    };
    this.client = new TranscriptClient(
      {
        load: async () => [await get<CommentsPageShape>(`/threads/${threadId}/comments?limit=100`)],
        changes: (after) => get<ChangesShape>(`/threads/${threadId}/changes?after=${after}`),
      },
      { changed: () => undefined, reloaded: () => undefined },
      () =>
        new Promise((resolve) => {
          setTimeout(resolve, 100 + Math.random() * 400);
        }),
    );
    const socket = openSocket(base(), {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 1_000,
    });
    sockets.push(socket);
    socket.on('connect', () => socket.emit('thread:join', { threadId }, () => void this.client.sync()));
    socket.onAny((_event, message: unknown) => this.look(JSON.stringify(message)));
    socket.on('thread:changes', (frame: ChangesShape) => this.client.frame(frame));
    socket.on('thread:presence', ({ seq }: { seq: number }) => this.client.presence(seq));
  }

  private look(text: string): void {
    if (text.includes(NEVER)) this.seen.push(text);
  }

  rows(): Json {
    return Object.fromEntries(
      [...this.client.rows.values()].map(({ id, changedSeq, state, html, votes, question }) => [
        id,
        { changedSeq, state, html, votes, status: question?.status ?? null },
      ]),
    );
  }
}

const inGroups = async <T, R>(all: readonly T[], work: (one: T, i: number) => Promise<R>, size = 10): Promise<R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += size)
    done.push(...(await Promise.all(all.slice(from, from + size).map((one, i) => work(one, from + i)))));
  return done;
};

describe('a live hour', () => {
  it('ends with every question settled, every screen equal to the database, and each asker told once, over a restart', async () => {
    const olga = await SignedInClient.signsIn('olga');
    const today = new Date().toISOString().slice(0, 10);
    await olga.does('POST', '/admin/conferences', {
      slug: 'hour',
      title: 'An hour',
      timeZone: 'Europe/Paris',
      locale: 'en',
      startsOn: today,
      endsOn: today,
      settings: { screening: 'none' },
    });
    const talk = await olga.does('POST', '/admin/conferences/hour/talks', {
      slug: 'talk',
      title: 'A talk',
      startsAt: new Date(Date.now() - 600_000).toISOString(),
      durationMinutes: 30,
    });
    const [talkId, threadId] = [talk['id'] as string, talk['threadId'] as string];
    const invited = async (name: string, role: string): Promise<SignedInClient> => {
      const person = await SignedInClient.signsIn(name);
      const { url } = await olga.does('POST', '/admin/conferences/hour/invitations', {
        role,
        ...(role === 'speaker' ? { talkId } : {}),
      });
      await person.does('POST', '/claims', { token: (url as string).split('#')[1] });
      await person.does('POST', '/conferences/hour/personas', { name });
      return person;
    };
    const [grace, linus, mona] = await Promise.all([
      invited('grace', 'speaker'),
      invited('linus', 'speaker'),
      invited('mona', 'moderator'),
    ]);
    const askers = await inGroups(
      Array.from({ length: ASKERS }, (_, i) => `asker${i}`),
      async (name) => {
        const asker = await SignedInClient.signsIn(name);
        await asker.does('POST', '/conferences/hour/personas', { name });
        asker.listens('account:notice', (notice) => asker.told.push(notice));
        return asker;
      },
    );
    await grace.does('POST', `/threads/${threadId}/live`);
    const readers = Array.from({ length: READERS }, () => new LiveReader(threadId));
    // Each desk asks when its signal arrives, as the page does.
    const desks = [grace, linus, mona].map((person) => {
      const desk = { person, list: [] as string[] };
      let [busy, again] = [false, false];
      // One question at a time, as the page asks: an older answer never comes after a newer one.
      const look = async (): Promise<void> => {
        again = true;
        if (busy) return;
        busy = true;
        while (again) {
          again = false;
          const answer = await ask('GET', `/threads/${threadId}/desk`, person.token).catch(() => null);
          if (answer?.status === 200) desk.list = (answer.body['questions'] as Json[]).map(({ id }) => id as string);
          else {
            again = true;
            await new Promise((resolve) => {
              setTimeout(resolve, 100);
            });
          }
        }
        busy = false;
      };
      person.listens(
        'desk:bell',
        () => void look(),
        (socket) => socket.emit('desk:join', { threadId }, () => void look()),
      );
      return desk;
    });
    await until('all readers to read', () => readers.every(({ client }) => client.n >= 0), 180_000);

    const asked = await inGroups(askers.slice(0, 40), (asker, i) =>
      asker.does('POST', `/threads/${threadId}/questions`, {
        body: `Question number ${i} about leaving?`,
        anonymous: i % 4 === 0,
      }),
    );
    await olga.does('PATCH', `/admin/threads/${threadId}`, { screening: 'all' });
    const held = await inGroups(askers.slice(40), (asker, i) =>
      asker.does('POST', `/threads/${threadId}/questions`, {
        body: i < 5 ? `Let through later, number ${i}?` : `${NEVER}, number ${i}?`,
      }),
    );
    expect(held.map(({ state }) => state as string)).toEqual(held.map(() => 'held'));
    await inGroups(askers, async (asker, i) => {
      for (const target of [(i + 1) % 40, (i * 7 + 3) % 40])
        if (target !== i) await asker.does('PUT', `/comments/${asked[target]!['id'] as string}/vote`);
    });
    for (const [i, comment] of held.entries()) {
      if (i < 5)
        await mona.does('POST', `/admin/comments/${comment['id'] as string}/release`, {
          revision: comment['revision'],
        });
      else if (i < 8)
        await mona.does('POST', `/admin/comments/${comment['id'] as string}/withhold`, {
          rule: 'topic',
          reason: 'Not about this talk.',
        });
    }
    const open = [...asked, ...held.slice(0, 5)].map(({ id }) => id as string);
    const status = (person: SignedInClient, id: string, to: string, extra: Json = {}): Promise<{ status: number }> =>
      ask('PUT', `/questions/${id}/status`, person.token, { status: to, ...extra });
    const settled = async (person: SignedInClient, ids: readonly string[]): Promise<void> => {
      for (const [i, id] of ids.entries()) {
        expect((await status(person, id, 'taken')).status).toBe(200);
        if (i % 4 === 0) await person.does('POST', `/questions/${id}/answers`, { body: `An answer to ${id}.` });
        else if (i % 4 === 1) expect((await status(person, id, 'answered', { note: `${i}′` })).status).toBe(200);
        else if (i % 4 === 2) expect((await status(person, id, 'declined', { reason: 'Not today.' })).status).toBe(200);
        else expect((await status(person, id, 'merged', { mergedInto: open[44] })).status).toBe(200);
      }
    };
    const race = await Promise.all([status(grace, open[0]!, 'taken'), status(linus, open[0]!, 'taken')]);
    expect(race.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await status(race[0]!.status === 200 ? grace : linus, open[0]!, 'open');
    await Promise.all([settled(grace, open.slice(0, 8)), settled(linus, open.slice(8, 16))]);

    await server.ends('SIGTERM');
    server = await RunningServer.start(settings);
    await Promise.all([settled(grace, open.slice(16, 24)), settled(linus, open.slice(24, 32))]);
    expect((await status(grace, open[40]!, 'taken')).status).toBe(200);

    const live = await query<{ id: string }>(
      `select id from comments
       where thread_id = $1
         and kind = 'question'
         and seq is not null
         and question_status in ('open', 'taken')
       order by votes desc, seq`,
      [threadId],
    );
    await until(
      'every desk to equal the database',
      () => desks.every(({ list }) => JSON.stringify(list) === JSON.stringify(live.map(({ id }) => id))),
      30_000,
    );
    const stage = (await ask('GET', '/c/hour/t/talk/stage', null)).text;
    const shown = [...stage.matchAll(/Question number \d+ about leaving\?|Let through later, number \d+\?/g)].map(
      ([words]) => words,
    );
    const words = await query<{ source: string; status: string }>(
      `select source, question_status status from comments where id = any($1) order by votes desc, seq`,
      [live.map(({ id }) => id)],
    );
    expect(shown).toEqual(
      [
        ...words.filter(({ status: each }) => each === 'taken'),
        ...words.filter(({ status: each }) => each === 'open').slice(0, 3),
      ].map(({ source }) => source),
    );
    expect(stage).not.toContain(NEVER);

    await olga.does('PATCH', `/admin/threads/${threadId}`, {
      phases: {
        opensAt: new Date(Date.now() - 7_200_000).toISOString(),
        readonlyAt: new Date(Date.now() - 1_000).toISOString(),
      },
    });
    await until(
      'every question to have ended',
      async () =>
        (await query(`select from comments where thread_id = $1 and question_status in ('open', 'taken')`, [threadId]))
          .length === 0,
      30_000,
    );

    await until('every desk to be empty', () => desks.every(({ list }) => list.length === 0));
    const closed = (await ask('GET', '/c/hour/t/talk/stage', null)).text;
    expect(open.filter((id) => closed.includes(id))).toEqual([]);
    expect(closed).not.toMatch(/Question number|Let through later|Words that stay/);

    const { counts, seq } = (await ask('GET', `/threads/${threadId}`, null)).body as {
      counts: Record<string, number>;
      seq: number;
    };
    expect(counts['questions']).toBe(45);
    expect(
      counts['answered']! + counts['declined']! + counts['merged']! + counts['expired']! + counts['waiting']!,
    ).toBe(45);
    expect(counts).toMatchObject({ answered: 16, declined: 8, merged: 8, expired: 13, waiting: 0 });

    const rows = await query<{
      id: string;
      changedSeq: number;
      state: string;
      html: string;
      votes: number;
      status: string | null;
    }>(
      `select id,
         changed_seq "changedSeq",
         case when withdrawn_at is not null then 'withdrawn'
           when withheld_at is not null then 'withheld'
           when held_at is not null then 'held'
           else 'visible'
         end state,
         html,
         votes,
         question_status status
       from comments
       where thread_id = $1 and seq is not null`,
      [threadId],
    );
    const truth = Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
    await until('all readers to have caught up', () => readers.every(({ client }) => client.n >= seq), 60_000);
    for (const reader of readers) expect(reader.rows()).toEqual(truth);
    expect(readers.flatMap(({ seen }) => seen)).toEqual([]);

    // One closing word each: in the database, and over the socket of who stayed.
    const endings = await query<{ id: string; c: number }>(
      `select m.id,
         (
           select count(*)::int from account_notices n
           where n.comment_id = m.id
             and n.kind in ('answered', 'declined', 'merged', 'expired')
         ) c
       from comments m
       where m.thread_id = $1 and m.kind = 'question' and m.seq is not null`,
      [threadId],
    );
    expect(endings.filter(({ c }) => c !== 1)).toEqual([]);
    const closing = ({ told }: SignedInClient): Json[] =>
      told.filter(({ kind }) => ['answered', 'declined', 'merged', 'expired'].includes(kind as string));
    await until(
      'every asker to be told',
      () => askers.slice(0, 45).every((asker) => closing(asker).length > 0),
      30_000,
    );
    await until(
      'no closing word to be left to tell',
      async () =>
        (
          await query(
            `select from account_notices
             where told_at is null and kind in ('answered', 'declined', 'merged', 'expired')`,
          )
        ).length === 0,
    );
    expect(askers.slice(0, 45).map((asker) => closing(asker).map(({ commentId }) => commentId as string))).toEqual(
      open.map((id) => [id]),
    );
  }, 600_000);
});
