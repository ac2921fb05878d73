import { describe, expect, it } from '@jest/globals';
import type { Tx } from '../platform/database/database.ts';
import { runWrites } from './thread-transaction.ts';
import type { WriteDecision, ExclusiveWrite } from './thread-write.ts';

const THREAD = '01980000-0000-7000-8000-000000000001';
const NOW = new Date('2026-05-02T10:00:00Z');
const LATER = new Date('2026-06-02T10:00:00Z');

/** A transaction with one thread in it, and the statements that were sent through it. */
function fakeTransaction(): { tx: Tx; sent: unknown[][] } {
  const head = { threadId: THREAD, n: 4, seq: 3 };
  const thread = {
    id: THREAD,
    conferenceId: 'c',
    opensAt: NOW,
    startsAt: NOW,
    readonlyAt: LATER,
    archivedAt: LATER,
    settings: {},
  };
  const sent: unknown[][] = [];
  const tx: Tx = {
    query: async (sql) => (sql.includes('from thread_heads') ? [head] : [thread]) as never[],
    send: (_sql, values = []) => void sent.push([...values]),
  };
  return { tx, sent };
}

const deciding = (decision: WriteDecision<null>): ExclusiveWrite<null, null, null> => ({
  isBatched: false,
  conflictKeys: () => [],
  read: async (_tx, _context, inputs) => inputs,
  decide: () => decision,
  write: async () => undefined,
});

const work = (decision: WriteDecision<null>) => ({ threadId: THREAD, kind: deciding(decision) as never, input: null });

describe('a decision without events', () => {
  it('writes nothing', async () => {
    const { tx, sent } = fakeTransaction();
    await runWrites(tx, [work({ events: [], counts: { comments: 1 }, isActivity: true, rows: null })], {
      now: NOW,
      skip: false,
    });
    expect(sent).toEqual([]);
  });

  it('changes no counts of another write of its thread', async () => {
    const { tx, sent } = fakeTransaction();
    const posted = { kind: 'comment.posted', commentId: null, isPublic: true } as const;
    await runWrites(
      tx,
      [
        work({ events: [], counts: { comments: 5 }, isActivity: true, rows: null }),
        work({ events: [posted], counts: { comments: 1 }, rows: null }),
      ],
      { now: NOW, skip: false },
    );
    const [head] = JSON.parse(String(sent.at(-1)![0])) as Record<string, unknown>[];
    expect(head).toMatchObject({ n: 5, seq: 4, comments: 1, last_activity_at: null });
  });
});
