import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import path from 'node:path';
import type { Socket } from 'socket.io-client';
import { restoreBackup } from '../../src/ops/restore-backup.ts';
import { takeBackup } from '../../src/ops/take-backup.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import type { ChangesShape, CommentsPageShape } from '../../web/components/shapes.ts';
import { TranscriptClient } from '../../web/components/transcript-client.ts';
import { openSocket } from '../support/api/recorder.ts';
import { freshDatabase } from '../support/database.ts';
import { askIn } from '../support/rows.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

jest.setTimeout(180_000);

let yesterday: World;
let olga: Person;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const { url, drop } = await freshDatabase();
  closing.push(drop);
  yesterday = await World.on(url, async () => undefined, {});
  // Closed in the middle of the story; again does nothing.
  closing.push(() => yesterday.app.close().catch(() => undefined));
  olga = await yesterday.person('olga').signsIn();
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** A reader as the page has one: the same client, over a real socket that connects again. */
function reads(reader: Person, threadId: string): { client: TranscriptClient; socket: Socket; resets: () => number } {
  let resets = 0;
  const get = async <T>(url: string): Promise<T> => {
    const { status, body } = await reader.get(url);
    if (status !== 200) throw new Error(`answered ${status}`);
    return body as T;
  };
  const client: TranscriptClient = new TranscriptClient(
    {
      load: async () => [await get<CommentsPageShape>(`/threads/${threadId}/comments?limit=100`)],
      changes: (after) => get<ChangesShape>(`/threads/${threadId}/changes?after=${after}`),
    },
    {
      changed: () => undefined,
      reloaded: () => {
        resets += 1;
      },
    },
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 50);
      }),
  );
  const socket = openSocket(reader.world.base, {
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  closing.push(async () => socket.disconnect());
  socket.on('connect', () => socket.emit('thread:join', { threadId }, () => void client.sync()));
  // A server that ends parts from its readers; they come back by themselves.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('thread:changes', (frame: ChangesShape) => client.frame(frame));
  socket.on('thread:presence', ({ seq }: { seq: number }) => client.presence(seq));
  return { client, socket, resets: () => resets };
}

const held = ({ client }: { client: TranscriptClient }): string[] =>
  [...client.rows.values()].map(({ id, changedSeq, html }) => `${id} ${changedSeq} ${html}`).toSorted();

describe("yesterday's backup, restored under connected readers", () => {
  it('is what all of them end with, and everything goes on from there', async () => {
    const { slug, threadId } = await yesterday.conference(olga);
    const quiet = (await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'quiet', title: 'Quiet' })).body[
      'id'
    ] as string;
    await olga.calledIn(slug, 'Olga');
    const says = (who: Person, key: string, body: string): Promise<Answer> =>
      who.post(`/threads/${threadId}/comments`, { body }, { 'idempotency-key': key });
    const kept = (await says(olga, 'kept', 'Words of yesterday')).body['id'] as string;
    const reader = yesterday.person('reader');
    const readers = [reads(reader, threadId), reads(reader, threadId), reads(reader, quiet)];
    await until(
      'the first reading',
      () => readers.every(({ client }) => client.n >= 0) && readers[0]!.client.rows.size === 1,
    );
    const file = path.join(yesterday.dataDir, 'yesterday.gz');
    await takeBackup(file, yesterday.databaseUrl);

    // Words after the backup will be lost: readers and caches hold them all the same.
    await says(olga, 'lost', 'Words of this morning');
    await olga.patch(`/comments/${kept}`, { body: 'Words of yesterday, reworded' });
    await until('the readers to hold it', () =>
      readers
        .slice(0, 2)
        .every(({ client }) => client.rows.size === 2 && client.rows.get(kept)!.html.includes('reworded')),
    );
    const routes = [`/c/${slug}/t/hallway`, `/api/v1/threads/${threadId}`, `/api/v1/threads/${threadId}/comments`];
    const tags = await Promise.all(
      routes.map(async (route) => ({ route, tag: (await fetch(yesterday.base + route)).headers.get('etag') })),
    );
    await yesterday.app.close();

    const { url, drop } = await freshDatabase();
    await restoreBackup(file, url, readConfig({ DATA_DIR: yesterday.dataDir }));
    const today = await World.on(url, drop, { DATA_DIR: yesterday.dataDir, PORT: new URL(yesterday.base).port });
    closing.push(() => today.close());
    for (const { route, tag } of tags)
      expect({
        route,
        status: (await fetch(today.base + route, { headers: { 'if-none-match': tag! } })).status,
      }).toEqual({ route, status: 200 });
    await until('the readers to be back', () => readers.slice(0, 2).every(({ client }) => client.rows.size === 1));

    // A session that was ended since the backup must not be back: so none is.
    expect((await olga.get('/me')).status).toBe(401);
    const again = await today.person('olga').signsIn();
    const repeated = await says(again, 'kept', 'Words of yesterday');
    expect({
      status: repeated.status,
      replayed: repeated.headers.get('idempotency-replayed'),
      id: repeated.body['id'] as string,
    }).toEqual({ status: 201, replayed: 'true', id: kept });
    expect((await says(again, 'lost', 'Words of this morning')).headers.get('idempotency-replayed')).toBeNull();
    expect((await says(again, 'new', 'Words of this evening')).status).toBe(201);
    const truth = (
      await askIn<{ row: string }>(
        url,
        `select concat_ws(' ', id, changed_seq, html) row from comments where thread_id = $1`,
        [threadId],
      )
    )
      .map(({ row }) => row)
      .toSorted();
    expect(truth).toHaveLength(3);
    await until('all readers to hold what the database holds', () =>
      readers.slice(0, 2).every((each) => JSON.stringify(held(each)) === JSON.stringify(truth)),
    );
    await until('the readers of a quiet thread to have loaded again', () => readers[2]!.resets() > 0);

    // The public numbers: from one, with one lift.
    const log = await askIn<{ seq: number; kind: string }>(
      url,
      'select seq, kind from thread_log where thread_id = $1 and seq is not null order by n',
      [threadId],
    );
    const steps = log.slice(1).map(({ seq }, i) => seq - log[i]!.seq);
    expect({ first: log[0]!.seq, steps: steps.filter((step) => step !== 1) }).toEqual({ first: 1, steps: [1_000_000] });
    expect(log.at(-1)).toEqual({ seq: readers[0]!.client.n, kind: 'comment.posted' });

    // The readers of the log go on: what was said since is found, and their places reach the heads.
    const found = async (q: string): Promise<number> =>
      ((await reader.get(`/conferences/${slug}/search?q=${q}`)).body['items'] as Json[]).length;
    await until('new words to be found', async () => (await found('evening')) === 1);
    expect(await found('yesterday')).toBe(1);
    await until(
      'every reader of the log to be at the end',
      async () =>
        (await askIn(url, 'select from reader_places p join thread_heads h using (thread_id) where p.n <> h.n'))
          .length === 0,
    );
  });
});
