import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  both,
  conferences,
  found,
  hasSomewhereToHide,
  published,
  windowsOf,
  zeros,
  type AnyConference,
  type Deed,
} from '../../test/figures/attacker.ts';
import { FEWEST_PEOPLE, shownWindows, type Cell, type CountedWindow, type ShownWindow } from './suppression.policy.ts';

describe('what figures show', () => {
  it('tells who knows everybody but one nothing about that one where fewer than five did the same', () => {
    fc.assert(
      fc.property(conferences.filter(hasSomewhereToHide), (conference) => {
        const shown = shownWindows(windowsOf(conference), { isPublic: false });
        expect(found(conference, published(shown))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells nothing more than the threads do, where a zero is no secret', () => {
    fc.assert(
      fc.property(conferences.filter(hasSomewhereToHide), (conference) => {
        const shown = shownWindows(windowsOf(conference), { isPublic: true });
        const known = new Set(found(conference, zeros));
        const more = found(conference, both(zeros, published(shown)));
        expect(more.filter((each) => !known.has(each))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no number with fewer than five people behind it', () => {
    fc.assert(
      fc.property(conferences, (conference) => {
        const windows = windowsOf(conference);
        const shown = shownWindows(windows, { isPublic: false });
        for (const { key, total, parts } of windows) {
          const { isTotalShown, areShown } = shown.get(key)!;
          if (isTotalShown) expect(total.people).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
          for (const [i, isShown] of areShown.entries())
            if (isShown) expect(parts[i]!.people).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        }
      }),
    );
  });

  const cells = (...counts: readonly number[]): Cell[] => counts.map((people) => ({ value: people, people }));
  const conferenceOf = (...counts: readonly number[]): CountedWindow => ({
    key: 'conference',
    within: null,
    total: cells(counts.reduce((a, b) => a + b, 0))[0]!,
    parts: cells(...counts),
  });

  it('hides the second smallest part with one that is too small, and says a public zero', () => {
    const shown = (isPublic: boolean): readonly boolean[] =>
      shownWindows([conferenceOf(20, 9, 3, 7, 0)], { isPublic }).get('conference')!.areShown;
    expect(shown(true)).toEqual([true, true, false, false, true]);
    expect(shown(false)).toEqual([true, true, false, true, false]);
  });

  it('may want more people behind the whole than behind a part', () => {
    const shown = (...counts: readonly number[]): ShownWindow =>
      shownWindows([conferenceOf(...counts)], { isPublic: false, fewest: 50 }).get('conference')!;
    expect(shown(5, 44)).toEqual({ isTotalShown: false, areShown: [false, false] });
    expect(shown(5, 45)).toEqual({ isTotalShown: true, areShown: [true, true] });
  });

  it('counts things that nobody stands behind, however few', () => {
    const parts = [
      { value: 1, people: null },
      { value: 3, people: null },
    ];
    const window = { key: 'conference', within: null, total: { value: 4, people: null }, parts };
    expect(shownWindows([window], { isPublic: true }).get('conference')).toEqual({
      isTotalShown: true,
      areShown: [true, true],
    });
  });
});

describe('the attacker of figures', () => {
  const deed = (person: number, talk: number, part: number): Deed => ({ person, talk, part, times: 1 });
  const many = (talk: number, part: number): Deed[] =>
    Array.from({ length: 6 }, (_, person) => deed(person + 10, talk, part));
  const all = (conference: AnyConference): Map<string, ShownWindow> =>
    new Map(
      windowsOf(conference).map(({ key, parts }) => [key, { isTotalShown: true, areShown: parts.map(() => true) }]),
    );
  const without = (conference: AnyConference, ...keys: string[]): Map<string, ShownWindow> =>
    new Map(
      [...all(conference)].map(([key, { areShown }]) => [
        key,
        keys.includes(key)
          ? { isTotalShown: false, areShown: areShown.map(() => false) }
          : { isTotalShown: true, areShown },
      ]),
    );
  const conference: AnyConference = {
    dayOf: [0, 0, 1],
    parts: 2,
    deeds: [deed(1, 0, 0), ...many(0, 1), ...many(1, 0), ...many(1, 1), ...many(2, 0), ...many(2, 1)],
  };

  it('finds a number that is shown though it is too small', () => {
    expect(found(conference, published(all(conference)))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a talk by the total of its day, and by its neighbours', () => {
    expect(found(conference, published(without(conference, 'talk 0')))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a day by the total of the conference', () => {
    expect(found(conference, published(without(conference, 'day 0', 'talk 0')))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a part by the total of its row', () => {
    const row: AnyConference = { dayOf: [null], parts: 3, deeds: [deed(1, 0, 0), ...many(0, 1), ...many(0, 2)] };
    const shown = without(row, 'talk 0').set('conference', { isTotalShown: true, areShown: [false, true, true] });
    expect(found(row, published(shown))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds nothing where the second smallest is hidden, too', () => {
    expect(found(conference, published(shownWindows(windowsOf(conference), { isPublic: false })))).toEqual([]);
  });
});
