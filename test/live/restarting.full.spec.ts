import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Socket } from 'socket.io-client';
import type { ChangesShape, CommentShape, CommentsPageShape, ThreadShape } from '../../web/components/shapes.ts';
import { TranscriptClient } from '../../web/components/transcript-client.ts';
import { openSocket } from '../support/api/recorder.ts';
import { freshDatabase } from '../support/database.ts';
import { freePort, RunningServer } from '../support/server.ts';
import { codeIn, until } from '../support/world.ts';

let dir: string;
let database: { url: string; drop: () => Promise<void> };
let settings: Record<string, string>;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-restart-'));
  database = await freshDatabase();
  settings = {
    DATA_DIR: dir,
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    RATE_LIMITS: 'off',
    ORGANIZERS: 'olga@mail.example',
  };
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const base = (): string => `http://localhost:${settings['PORT']}`;

async function ask<T>(
  method: string,
  url: string,
  { body, token, key }: { body?: unknown; token?: string; key?: string } = {},
): Promise<{ status: number; replayed: boolean; body: T }> {
  const response = await fetch(`${base()}/api/v1${url}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
  });
  return {
    status: response.status,
    replayed: response.headers.has('idempotency-replayed'),
    body: (await response.json()) as T,
  };
}

async function signedIn(email: string): Promise<string> {
  await ask('POST', '/auth/codes', { body: { email } });
  const code = await until('the code', async () => {
    for (const name of await readdir(path.join(dir, 'outbox')).catch(() => [])) {
      const mail = name.endsWith('.eml') ? await readFile(path.join(dir, 'outbox', name), 'utf8') : '';
      if (mail.includes(`To: ${email}`)) return codeIn(mail);
    }
    return null;
  });
  return (await ask<{ token: string }>('POST', '/auth/sessions', { body: { email, code } })).body.token;
}

/** A reader as the page has one: the same client, over a real socket. */
function reads(threadId: string): { client: TranscriptClient; socket: Socket } {
  const get = async <T>(url: string): Promise<T> => (await ask<T>('GET', url)).body;
  const client: TranscriptClient = new TranscriptClient(
    {
      load: async () => [await get<CommentsPageShape>(`/threads/${threadId}/comments?limit=100`)],
      changes: (after) => get<ChangesShape>(`/threads/${threadId}/changes?after=${after}`),
    },
    { changed: () => undefined, reloaded: () => undefined },
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 50);
      }),
  );
  const socket = openSocket(base(), { transports: ['websocket'], reconnectionDelay: 50, reconnectionDelayMax: 200 });
  socket.on('connect', () => socket.emit('thread:join', { threadId }, () => void client.sync()));
  socket.on('thread:changes', (frame: ChangesShape) => client.frame(frame));
  socket.on('thread:presence', ({ seq }: { seq: number }) => client.presence(seq));
  return { client, socket };
}

describe('a server that is killed between its answer and its broadcast', () => {
  it('loses nothing, says nothing twice, and every reader ends with the list of the database', async () => {
    let server = await RunningServer.start(settings);
    const token = await signedIn('olga@mail.example');
    const { body: threads } = await ask<{ items: ThreadShape[] }>('GET', '/conferences/assises-2012/threads');
    const threadId = threads.items[0]!.id;
    await ask('POST', '/conferences/assises-2012/personas', { token, body: { name: 'Olga' } });
    const { client, socket } = reads(threadId);
    await until('the first reading', () => client.n >= 0);

    const acknowledged = new Map<string, { id: string; body: string }>();
    for (let round = 1; round <= 4; round += 1) {
      // The first frame leaves at once and the next one waits its turn: the server dies in between.
      for (const part of ['first', 'second']) {
        const body = `${part} words of round ${round}`;
        const answer = await ask<CommentShape>('POST', `/threads/${threadId}/comments`, {
          token,
          key: `${round}-${part}`,
          body: { body },
        });
        expect(answer.status).toBe(201);
        acknowledged.set(`${round}-${part}`, { id: answer.body.id, body });
      }
      await server.ends('SIGKILL');
      server = await RunningServer.start(settings);
    }
    for (const [key, { id, body }] of acknowledged) {
      const again = await ask<CommentShape>('POST', `/threads/${threadId}/comments`, { token, key, body: { body } });
      expect({ status: again.status, replayed: again.replayed, id: again.body.id }).toEqual({
        status: 201,
        replayed: true,
        id,
      });
    }
    const asked = new pg.Client({ connectionString: database.url });
    await asked.connect();
    const { rows } = await asked.query<{ id: string; seq: number; changed_seq: number; source: string }>(
      'select id, seq, changed_seq, source from comments where thread_id = $1 order by seq',
      [threadId],
    );
    await asked.end();
    expect(rows.map(({ id, source }) => ({ id, body: source }))).toEqual([...acknowledged.values()]);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => rows[0]!.seq + i));
    await until('the reader to catch up', () => client.rows.size === rows.length && client.n >= rows.at(-1)!.seq);
    expect([...client.rows.values()].map(({ id, changedSeq }) => ({ id, changedSeq }))).toEqual(
      rows.map(({ id, changed_seq }) => ({ id, changedSeq: changed_seq })),
    );
    socket.disconnect();
    expect(await server.ends()).toEqual({ code: 0, signal: null });
  });
});
