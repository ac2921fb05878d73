import { describe, expect, it } from '@jest/globals';
import type { Label } from './label.ts';
import { CoalescedReads } from './coalesced-reads.ts';

const label = (seq: number): Label => ({ threadId: 't', seq, conferenceEdition: 1, talkEdition: 0 });

/** Numbers as a node knows them: what was confirmed, and how many bells have rung. */
class Heard {
  seq: number | null = 1;
  doubts = 0;
  confirmed = (): Label | null => (this.seq === null ? null : label(this.seq));
  asked = (): { at: number; doubts: number } => ({ at: 0, doubts: this.doubts });
  confirm = (told: Label): void => {
    this.seq = told.seq;
  };
  bell(): void {
    this.seq = null;
    this.doubts += 1;
  }
}

function database(): {
  asked: number;
  bring: () => Promise<{ value: string; label: Label }>;
  answer: (seq: number) => void;
} {
  const waiting: ((seq: number) => void)[] = [];
  const self = {
    asked: 0,
    bring: () => {
      self.asked += 1;
      return new Promise<{ value: string; label: Label }>((resolve) => {
        waiting.push((seq) => resolve({ value: `as of ${seq}`, label: label(seq) }));
      });
    },
    answer: (seq: number) => waiting.splice(0).forEach((tell) => tell(seq)),
  };
  return self;
}

describe('the same question asked by many', () => {
  it('is put to the database once, and its answer is given as long as its number holds', async () => {
    const [heard, db] = [new Heard(), database()];
    const sharing = new CoalescedReads<string>(heard, ({ length }) => length);
    const answers = Promise.all(Array.from({ length: 50 }, () => sharing.ask('t', 'page 1', db.bring)));
    db.answer(1);
    expect(new Set((await answers).map(({ value }) => value))).toEqual(new Set(['as of 1']));
    await sharing.ask('t', 'page 1', db.bring);
    expect(db.asked).toBe(1);
    heard.seq = 2;
    const next = sharing.ask('t', 'page 1', db.bring);
    db.answer(2);
    expect((await next).value).toBe('as of 2');
    expect(db.asked).toBe(2);
  });

  it('is put again by whoever comes after the bell, though an older one is still under way', async () => {
    const [heard, db] = [new Heard(), database()];
    const sharing = new CoalescedReads<string>(heard, ({ length }) => length);
    const old = sharing.ask('t', 'page 1', db.bring);
    heard.bell();
    const fresh = sharing.ask('t', 'page 1', db.bring);
    expect(db.asked).toBe(2);
    db.answer(2);
    await Promise.all([old, fresh]);
  });

  it('is forgotten when its answer may not be given twice, and when it failed', async () => {
    const [heard, db] = [new Heard(), database()];
    const sharing = new CoalescedReads<string>(heard, () => null);
    const once = sharing.ask('t', 'q', db.bring);
    db.answer(1);
    await once;
    void sharing.ask('t', 'q', db.bring);
    expect(db.asked).toBe(2);
    await expect(sharing.ask('t', 'r', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const again = sharing.ask('t', 'r', db.bring);
    db.answer(1);
    expect((await again).value).toBe('as of 1');
  });

  it('keeps as much as there is room for, the newest', async () => {
    const db = { asked: 0 };
    const bring = (): Promise<{ value: string; label: Label }> =>
      Promise.resolve({ value: `answer ${(db.asked += 1)}`, label: label(1) });
    const sharing = new CoalescedReads<string>(new Heard(), () => 10, 25);
    for (const question of ['a', 'b', 'c', 'b', 'c']) await sharing.ask('t', question, bring);
    expect(db.asked).toBe(3);
    await sharing.ask('t', 'a', bring);
    expect(db.asked).toBe(4);
  });
});
