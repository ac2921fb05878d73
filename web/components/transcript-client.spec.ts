import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommentList } from './comment-list.ts';
import type { ChangesShape, CommentShape, CommentsPageShape, ThreadShape } from './shapes.ts';
import { TranscriptClient } from './transcript-client.ts';

/** A thread as a server keeps it: rows with numbers, answers made of one snapshot. */
class StubServer {
  rows: CommentShape[] = [];
  seq = 0;
  floor = 0;

  post(rootOf: number): void {
    this.seq += 1;
    const root = this.rows.filter(({ rootId }) => rootId === null)[rootOf] ?? null;
    this.rows.push({
      id: `m${this.rows.length}`,
      threadId: 't',
      seq: this.seq,
      changedSeq: this.seq,
      revision: 1,
      kind: 'comment',
      parentId: root?.id ?? null,
      rootId: root?.id ?? null,
      author: null,
      html: `${this.seq}`,
      state: 'visible',
      votes: 0,
      replyCount: 0,
      createdAt: '',
      editedAt: null,
    });
    if (root) Object.assign(root, { replyCount: root.replyCount + 1, changedSeq: this.seq });
  }

  change(which: number, to: Partial<CommentShape>): void {
    const row = this.rows[which % Math.max(1, this.rows.length)];
    if (!row) return;
    this.seq += 1;
    Object.assign(row, to, { changedSeq: this.seq });
  }

  /** As after a backup was put back: older content under much higher numbers. */
  restore(): void {
    this.rows = this.rows
      .slice(0, Math.ceil(this.rows.length / 2))
      .map((row) => ({ ...row, html: `${row.html} again`, votes: 0 }));
    for (const row of this.rows) row.replyCount = this.rows.filter(({ rootId }) => rootId === row.id).length;
    this.seq += 1_000_000;
    this.floor = this.seq;
  }

  page(): CommentsPageShape {
    const items = this.rows
      .filter(({ rootId }) => rootId === null)
      .map((row) => ({
        ...row,
        replies: this.rows
          .filter(({ rootId }) => rootId === row.id)
          .slice(0, 3)
          .map((reply) => ({ ...reply })),
      }));
    return { items, next: null, seq: this.seq };
  }

  changes(after: number, limit: number): ChangesShape {
    const answer = { threadId: 't', from: after, thread: after === this.seq ? null : this.thread() };
    if (after > this.seq || after < this.floor)
      return { ...answer, to: this.seq, comments: [], more: false, reset: true };
    const changed = this.rows
      .filter(({ changedSeq }) => changedSeq! > after)
      .toSorted((a, b) => a.changedSeq! - b.changedSeq!)
      .map((row) => ({ ...row }));
    let cut = Math.min(limit, changed.length);
    while (cut < changed.length && changed[cut]!.changedSeq === changed[cut - 1]!.changedSeq) cut += 1;
    const more = cut < changed.length;
    return {
      ...answer,
      to: more ? changed[cut - 1]!.changedSeq! : this.seq,
      comments: changed.slice(0, cut),
      more,
      reset: false,
    };
  }

  thread(): ThreadShape {
    return { id: 't', seq: this.seq } as ThreadShape;
  }
}

const idle = { changed: (): void => undefined, reloaded: (): void => undefined };
const sorted = (rows: Iterable<CommentShape>): CommentShape[] => [...rows].toSorted((a, b) => a.id.localeCompare(b.id));

describe('a client that keeps a thread', () => {
  it('ends with exactly the rows of the database, whatever is lost, late, repeated or restored', async () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ act: fc.constant('post' as const), on: fc.integer({ min: 0, max: 5 }) }),
        fc.record({ act: fc.constant('vote' as const), on: fc.nat(20) }),
        fc.record({ act: fc.constant('withdraw' as const), on: fc.nat(20) }),
        fc.record({ act: fc.constant('frame' as const), on: fc.nat(6) }),
        fc.record({ act: fc.constant('presence' as const), on: fc.nat(3) }),
        fc.record({ act: fc.constant('sync' as const), on: fc.nat(3) }),
        fc.record({ act: fc.constant('restore' as const), on: fc.nat(3) }),
      ),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(
        acts,
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        async (steps, limit, failing) => {
          const served = new StubServer();
          let asked = 0;
          const fails = (): boolean => failing[(asked += 1) % failing.length]! && asked < 200;
          const client = new TranscriptClient(
            {
              load: async () => (fails() ? Promise.reject(new Error('lost')) : [served.page()]),
              changes: async (after) => (fails() ? Promise.reject(new Error('lost')) : served.changes(after, limit)),
            },
            idle,
            async () => undefined,
          );
          client.begin(served.page(), served.thread());
          const frames: ChangesShape[] = [];
          let sent = 0;
          for (const { act, on } of steps) {
            if (act === 'post') served.post(on);
            if (act === 'vote') served.change(on, { votes: on });
            if (act === 'withdraw') served.change(on, { state: 'withdrawn', html: '' });
            if (act === 'restore' && on === 0) served.restore();
            if (act === 'frame') {
              frames.push(served.changes(Math.min(sent, served.seq), 100));
              sent = served.seq;
              // Any earlier frame may come again, and late.
              client.frame(structuredClone(frames[Math.max(0, frames.length - 1 - on)]!));
            }
            if (act === 'presence') client.presence(served.seq);
            if (act === 'sync') await client.sync();
          }
          client.presence(served.seq + 1);
          await client.sync();
          for (let turn = 0; turn < 2_000 && client.n < served.seq; turn += 1) await Promise.resolve();
          expect(client.n).toBe(served.seq);
          // Replies that no page and no change brought are still on the server; every row that is held is the
          // database's.
          expect(sorted(client.rows.values())).toEqual(sorted(served.rows.filter(({ id }) => client.rows.has(id))));
          for (const { id, replies } of served.page().items)
            for (const each of [id, ...replies!.map((reply) => reply.id)]) expect(client.rows.has(each)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not let an older row cover a newer one', () => {
    const served = new StubServer();
    served.post(9);
    const client = new TranscriptClient(
      { load: async () => [], changes: () => Promise.reject(new Error('not asked')) },
      idle,
      async () => undefined,
    );
    client.begin(served.page(), served.thread());
    const old = served.changes(0, 10);
    served.change(0, { state: 'withheld', html: '' });
    client.frame(served.changes(1, 10));
    client.frame(old);
    expect(client.rows.get('m0')).toMatchObject({ state: 'withheld', html: '' });
  });
});

describe('a frame from before a backup was put back', () => {
  it('changes nothing when it comes late', async () => {
    const served = new StubServer();
    const client = new TranscriptClient(
      { load: async () => [served.page()], changes: async (after) => served.changes(after, 10) },
      idle,
      async () => undefined,
    );
    client.begin(served.page(), served.thread());
    served.post(0);
    const late = served.changes(0, 10);
    client.frame(structuredClone(late));
    served.restore();
    await client.sync();
    client.frame(late);
    expect([...client.rows.values()].map(({ html }) => html)).toEqual(['1 again']);
  });
});

describe('what a reader sees of it', () => {
  const begun = (): { served: StubServer; client: TranscriptClient; reading: CommentList } => {
    const served = new StubServer();
    served.post(9);
    for (let i = 0; i < 5; i += 1) served.post(0);
    served.post(9);
    const client = new TranscriptClient(
      { load: async () => [], changes: () => Promise.reject(new Error('not asked')) },
      idle,
      async () => undefined,
    );
    client.begin(served.page(), served.thread());
    const reading = new CommentList(client, 'oldest');
    reading.begin([served.page()]);
    return { served, client, reading };
  };

  it('stays as it was until the reader asks for what is new', () => {
    const { served, client, reading } = begun();
    served.post(9);
    served.post(1);
    client.frame(served.changes(7, 10));
    expect(reading.comments().map(({ id }) => id)).toEqual(['m0', 'm6']);
    expect(reading.waiting().map(({ id }) => id)).toEqual(['m7', 'm8']);
    reading.reveal();
    expect(reading.comments().map(({ id }) => id)).toEqual(['m0', 'm6', 'm7']);
    expect(reading.replies('m6').map(({ id }) => id)).toEqual(['m8']);
    expect(reading.waiting()).toEqual([]);
  });

  it('says how many older replies are not shown', () => {
    const { served, client, reading } = begun();
    const [root] = reading.comments();
    expect(reading.replies('m0')).toHaveLength(2);
    expect(reading.hiddenReplies(root!)).toBe(3);
    served.post(0);
    client.frame(served.changes(7, 10));
    expect(reading.hiddenReplies(reading.comments()[0]!)).toBe(3);
  });
});
