import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { typed } from '../support/server.ts';
import { until } from '../support/world.ts';
import { Forum } from './harness/forum.ts';
import { killPostgres } from './harness/killing.ts';
import { BUILDING_MS, Dice, scaled, seed, wait } from './harness/scale.ts';

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ database: 'own', threads: 1, participants: 2 });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

const COMMENTS = scaled(30, 300);
const KILLS = scaled(2, 12);

interface Trace {
  decisions: number;
  isWithheld: boolean;
  statements: number;
  events: number;
}

describe(`a database that dies while decisions are made (seed ${seed})`, () => {
  it('keeps each whole or not at all: the hidden words, the decision, its statement, its line of the ledger, its letter', async () => {
    const [{ node }, [threadId], [author]] = [forum, forum.threadIds, forum.tokens];
    const dice = new Dice('deciding');
    const ids: string[] = [];
    for (let i = 0; i < COMMENTS; i += 1)
      ids.push(
        (
          await node.must('POST', `/threads/${threadId!}/comments`, {
            token: author!,
            body: { body: `Something to decide about, number ${i}` },
          })
        )['id'] as string,
      );

    let isOver = false;
    const acknowledged = new Set<string>();
    // Each is asked once: whoever is told 503 does not know, and looks.
    const deciding = (async () => {
      for (const id of ids) {
        const answer = await node
          .ask('POST', `/api/v1/admin/comments/${id}/withhold`, {
            token: forum.organizer,
            body: { rule: 'respect', reason: 'An insult' },
          })
          .catch(() => null);
        if (answer?.status === 200) acknowledged.add(id);
        else if (answer !== null) expect(answer.status).toBe(503);
        await wait(dice.between(0, 150));
      }
      isOver = true;
    })();
    for (let i = 0; i < KILLS && !isOver; i += 1) {
      await wait(dice.between(100, 900));
      await killPostgres(forum.clusterDir);
      await until(
        'the server to be ready',
        async () => (await node.ask('GET', '/health/ready').catch(() => null))?.status === 200,
        60_000,
      );
    }
    await deciding;

    const traces = await forum.query<Trace & { id: string }>(
      `select m.id,
         m.withheld_at is not null "isWithheld",
         (select count(*)::int from decisions d where d.comment_id = m.id) decisions,
         (
           select count(*)::int from statements s
           join decisions d on d.id = s.decision_id
           where d.comment_id = m.id
         ) statements,
         (select count(*)::int from thread_log l where l.comment_id = m.id and l.kind = 'comment.withheld') events
       from comments m
       where m.id = any($1)`,
      [ids],
    );
    expect(traces).toHaveLength(COMMENTS);
    const kinds = new Map<string, number>();
    for (const { id, ...trace } of traces) {
      const kind = JSON.stringify(trace);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (acknowledged.has(id))
        expect({ id, ...trace }).toEqual({ id, isWithheld: true, decisions: 1, statements: 1, events: 1 });
    }
    const [none, whole] = [
      { isWithheld: false, decisions: 0, statements: 0, events: 0 },
      { isWithheld: true, decisions: 1, statements: 1, events: 1 },
    ].map((trace) => JSON.stringify(trace));
    expect([...kinds.keys()].filter((kind) => kind !== none && kind !== whole)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(0);
    expect(acknowledged.size).toBeLessThan(COMMENTS);

    const { code, said } = await typed(['ledger', 'verify'], {
      DATA_DIR: node.settings['DATA_DIR']!,
      SECRET_KEYS: node.settings['SECRET_KEYS']!,
    });
    expect({ code, said }).toEqual({ code: 0, said: expect.any(String) });
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await node.get(
        `/conferences/${forum.slug}/ledger?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      listed.push(...(page['items'] as { id: string }[]).map(({ id }) => id));
      cursor = page['next'] as string | null;
    }
    expect(listed).toHaveLength(traces.filter(({ decisions }) => decisions === 1).length);
  }, 600_000);
});
