import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Person, World, type Answer } from '../support/world.ts';

let here: World;
let there: World;
beforeAll(async () => {
  here = await World.open({ LOG_LEVEL: 'silent' });
  there = await here.beside({ LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  await there.close();
  await here.close();
});

interface PostedWords {
  key: string;
  words: string;
  threadId: string;
  id: string;
  seq: number;
  refusals: number[];
}

/** Says one thing with one key, again and again until it is acknowledged, at one node and then the other. */
async function insists(clients: readonly Person[], threadId: string, words: string): Promise<PostedWords> {
  const key = randomUUID();
  const refusals: number[] = [];
  for (let i = 0; ; i += 1) {
    const answer = await clients[i % clients.length]!.post(
      `/threads/${threadId}/comments`,
      { body: words },
      { 'idempotency-key': key },
    ).catch((): Answer | null => null);
    if (answer?.status === 201)
      return { key, words, threadId, id: answer.body['id'] as string, seq: answer.body['seq'] as number, refusals };
    refusals.push(answer?.status ?? 0);
    if (i > 200) throw new Error(`never acknowledged: ${refusals.slice(-5).join(', ')}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

describe('while connections to the database are cut at any moment, on two nodes that write in the same threads', () => {
  it('everything acknowledged is there once, under the number it was told, numbers have no gap, and nobody is told 500', async () => {
    const olga = await here.person('olga').signsIn();
    const conference = await here.conference(olga);
    const more = await Promise.all(
      ['b', 'c'].map(
        async (slug) =>
          (await olga.post(`/admin/conferences/${conference.slug}/threads`, { slug, title: slug })).body[
            'id'
          ] as string,
      ),
    );
    const threadIds = [conference.threadId, ...more];
    const people = await Promise.all(
      Array.from({ length: 12 }, async (_, i) =>
        (await here.person(`writer${i}`).signsIn()).calledIn(conference.slug, `Writer ${i}`),
      ),
    );

    const admin = new pg.Client({ connectionString: here.databaseUrl });
    await admin.connect();
    let isOver = false;
    let cuts = 0;
    const cutting = (async () => {
      while (!isOver) {
        await new Promise((resolve) => {
          setTimeout(resolve, 40);
        });
        const { rowCount } = await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database()
             and pid <> pg_backend_pid()
             and application_name = 'aftertalk'
             and random() < 0.4`,
        );
        cuts += rowCount ?? 0;
      }
    })();
    const said = (
      await Promise.all(
        people.map(async (person, p) => {
          const clients = [person, new Person(there, person.email, person.token)];
          const own: PostedWords[] = [];
          for (let i = 0; i < 25; i += 1)
            own.push(
              await insists(
                i % 2 === 0 ? clients : clients.toReversed(),
                threadIds[(p + i) % threadIds.length]!,
                `Writer ${p} says number ${i}.`,
              ),
            );
          return own;
        }),
      )
    ).flat();
    isOver = true;
    await cutting;
    await admin.end();

    expect(cuts).toBeGreaterThan(10);
    expect([...new Set(said.flatMap(({ refusals }) => refusals))].filter((status) => status !== 503)).toEqual([]);
    for (const threadId of threadIds) {
      const rows = await here.query<{ id: string; seq: number; source: string }>(
        'select id, seq, source from comments where thread_id = $1 order by seq',
        [threadId],
      );
      expect(rows).toEqual(
        said
          .filter((each) => each.threadId === threadId)
          .map(({ id, seq, words }) => ({ id, seq, source: words }))
          .toSorted((a, b) => a.seq - b.seq),
      );
      const log = await here.query<{ n: number; seq: number | null }>(
        'select n, seq from thread_log where thread_id = $1 order by n',
        [threadId],
      );
      expect(log.map(({ n }) => n)).toEqual(log.map((_, i) => i + 1));
      const numbers = log.flatMap(({ seq }) => seq ?? []);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      const [head] = await here.query('select seq, n, comments from thread_heads where thread_id = $1', [threadId]);
      expect(head).toEqual({ seq: numbers.length, n: log.length, comments: rows.length });
    }
  });
});
