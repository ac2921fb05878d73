import { describe, expect, it } from '@jest/globals';
import type { Queryable, Tx } from '../platform/database/database.ts';
import { SpeakerNames } from './speaker-names.ts';

/** A programme whose speakers can be counted how often they were read. */
class StubProgramme {
  edition = '1.1';
  speakers = [
    { name: 'Ada Lovelace', talkIds: ['a'] },
    { name: 'Lovelace, Ada', talkIds: ['b'] },
  ];
  readings = 0;

  readonly tx: Queryable = {
    query: (async (sql: string) => {
      if (sql.includes('edition')) return [{ edition: this.edition }];
      this.readings += 1;
      return this.speakers;
    }) as Tx['query'],
  };
}

describe('the names of speakers', () => {
  it('are read and folded once for an edition, also when many ask at once', async () => {
    const programme = new StubProgramme();
    const names = new SpeakerNames();
    const [first] = await Promise.all(Array.from({ length: 10 }, () => names.in(programme.tx, 'c')));
    expect(first!.get('adalovelace')).toEqual([['a'], ['b']]);
    expect(await names.in(programme.tx, 'c')).toBe(first);
    expect(programme.readings).toBe(1);
  });

  it('are read anew for the next edition, and for another conference', async () => {
    const programme = new StubProgramme();
    const names = new SpeakerNames();
    await names.in(programme.tx, 'c');
    programme.edition = '2.3';
    programme.speakers.push({ name: 'Grace Hopper', talkIds: ['c'] });
    expect((await names.in(programme.tx, 'c')).has('gracehopper')).toBe(true);
    await names.in(programme.tx, 'd');
    expect(programme.readings).toBe(3);
  });
});
