import { describe, expect, it } from '@jest/globals';
import type { VersionLabel } from './version-label.ts';
import { CoalescedReads } from './coalesced-reads.ts';

const versionLabel = (seq: number): VersionLabel => ({ threadId: 't', seq, conferenceEdition: 1, talkEdition: 0 });

/** Numbers as a node knows them: what was confirmed, and how many bells have rung. */
class StubVersions {
  seq: number | null = 1;
  invalidations = 0;
  confirmed = (): VersionLabel | null => (this.seq === null ? null : versionLabel(this.seq));
  startRead = (): { at: number; invalidations: number } => ({ at: 0, invalidations: this.invalidations });
  confirm = (told: VersionLabel): void => {
    this.seq = told.seq;
  };
  signal(): void {
    this.seq = null;
    this.invalidations += 1;
  }
}

function database(): {
  startRead: number;
  bring: () => Promise<{ value: string; versionLabel: VersionLabel }>;
  answer: (seq: number) => void;
} {
  const waiting: ((seq: number) => void)[] = [];
  const self = {
    startRead: 0,
    bring: () => {
      self.startRead += 1;
      return new Promise<{ value: string; versionLabel: VersionLabel }>((resolve) => {
        waiting.push((seq) => resolve({ value: `as of ${seq}`, versionLabel: versionLabel(seq) }));
      });
    },
    answer: (seq: number) => waiting.splice(0).forEach((resolveRead) => resolveRead(seq)),
  };
  return self;
}

describe('the same question asked by many', () => {
  it('is put to the database once, and its answer is given as long as its number holds', async () => {
    const [versions, db] = [new StubVersions(), database()];
    const reads = new CoalescedReads<string>(versions, ({ length }) => length);
    const answers = Promise.all(Array.from({ length: 50 }, () => reads.ask('t', 'page 1', db.bring)));
    db.answer(1);
    expect(new Set((await answers).map(({ value }) => value))).toEqual(new Set(['as of 1']));
    await reads.ask('t', 'page 1', db.bring);
    expect(db.startRead).toBe(1);
    versions.seq = 2;
    const next = reads.ask('t', 'page 1', db.bring);
    db.answer(2);
    expect((await next).value).toBe('as of 2');
    expect(db.startRead).toBe(2);
  });

  it('is put again by whoever comes after the bell, though an older one is still under way', async () => {
    const [versions, db] = [new StubVersions(), database()];
    const reads = new CoalescedReads<string>(versions, ({ length }) => length);
    const old = reads.ask('t', 'page 1', db.bring);
    versions.signal();
    const fresh = reads.ask('t', 'page 1', db.bring);
    expect(db.startRead).toBe(2);
    db.answer(2);
    await Promise.all([old, fresh]);
  });

  it('is forgotten when its answer may not be given twice, and when it failed', async () => {
    const [versions, db] = [new StubVersions(), database()];
    const reads = new CoalescedReads<string>(versions, () => null);
    const once = reads.ask('t', 'q', db.bring);
    db.answer(1);
    await once;
    void reads.ask('t', 'q', db.bring);
    expect(db.startRead).toBe(2);
    await expect(reads.ask('t', 'r', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const again = reads.ask('t', 'r', db.bring);
    db.answer(1);
    expect((await again).value).toBe('as of 1');
  });

  it('keeps as much as there is room for, the newest', async () => {
    const db = { startRead: 0 };
    const bring = (): Promise<{ value: string; versionLabel: VersionLabel }> =>
      Promise.resolve({ value: `answer ${(db.startRead += 1)}`, versionLabel: versionLabel(1) });
    const reads = new CoalescedReads<string>(new StubVersions(), () => 10, 25);
    for (const question of ['a', 'b', 'c', 'b', 'c']) await reads.ask('t', question, bring);
    expect(db.startRead).toBe(3);
    await reads.ask('t', 'a', bring);
    expect(db.startRead).toBe(4);
  });
});
