import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_PEOPLE, shownWindows, type Cell, type CountedWindow, type ShownWindow } from './suppression.policy.ts';

/** What one person did: how often, in which talk, counted under which part. */
interface Deed {
  person: number;
  talk: number;
  part: number;
  times: number;
}

interface AnyConference {
  /** The day of each talk; null in none. */
  dayOf: (number | null)[];
  parts: number;
  deeds: Deed[];
}

const conferences = fc
  .record({
    dayOf: fc.array(fc.option(fc.nat(2)), { minLength: 1, maxLength: 7 }),
    parts: fc.integer({ min: 1, max: 4 }),
    people: fc.integer({ min: 1, max: 14 }),
  })
  .chain(({ dayOf, parts, people }) =>
    fc
      .array(
        fc.record({
          person: fc.nat(people - 1),
          talk: fc.nat(dayOf.length - 1),
          part: fc.nat(parts - 1),
          times: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 60 },
      )
      .map((deeds): AnyConference => ({ dayOf, parts, deeds })),
  );

const cellOf = (deeds: readonly Deed[]): Cell => ({
  value: deeds.reduce((sum, { times }) => sum + times, 0),
  people: new Set(deeds.map(({ person }) => person)).size,
});

const windowOf = (key: string, within: string | null, deeds: readonly Deed[], parts: number): CountedWindow => ({
  key,
  within,
  total: cellOf(deeds),
  parts: Array.from({ length: parts }, (_, part) => cellOf(deeds.filter((deed) => deed.part === part))),
});

const windowsOf = ({ dayOf, parts, deeds }: AnyConference): CountedWindow[] => [
  windowOf('conference', null, deeds, parts),
  ...[0, 1, 2]
    .filter((day) => dayOf.includes(day))
    .map((day) =>
      windowOf(
        `day ${day}`,
        'conference',
        deeds.filter(({ talk }) => dayOf[talk] === day),
        parts,
      ),
    ),
  ...dayOf.map((day, talk) =>
    windowOf(
      `talk ${talk}`,
      day === null ? 'conference' : `day ${day}`,
      deeds.filter((deed) => deed.talk === talk),
      parts,
    ),
  ),
];

type Published = (conference: AnyConference) => string;

/** Everything that is said of a conference while these windows are shown. */
const published =
  (shown: ReadonlyMap<string, ShownWindow>): Published =>
  (conference) =>
    JSON.stringify(
      windowsOf(conference).map(({ key, total, parts }) => [
        key,
        shown.get(key)!.isTotalShown ? total.value : null,
        parts.map(({ value }, i) => (shown.get(key)!.areShown[i] ? value : null)),
      ]),
    );

/**
 * Somebody who knows what everybody did but one, and looks for what that one did in a talk where fewer than five did
 * the same. Found is what could not have happened in another talk, or in another way, with the same being said.
 */
function found(conference: AnyConference, shown: ReadonlyMap<string, ShownWindow>): string[] {
  const say = published(shown);
  const said = say(conference);
  const { deeds, dayOf, parts } = conference;
  return deeds
    .filter(({ talk, part }) => {
      const { people } = cellOf(deeds.filter((deed) => deed.talk === talk && deed.part === part));
      return people! < FEWEST_PEOPLE;
    })
    .filter(
      (deed) =>
        !dayOf.some((_, talk) =>
          Array.from({ length: parts }, (_part, part) => part).some((part) => {
            if (talk === deed.talk && part === deed.part) return false;
            const others = deeds.filter((each) => each !== deed);
            const once = { ...deed, times: deed.times - 1 };
            const elsewhere = { ...deed, talk, part, times: 1 };
            return say({ ...conference, deeds: [...others, once, elsewhere] }) === said;
          }),
        ),
    )
    .map(({ person, talk, part }) => `person ${person}, talk ${talk}, part ${part}`);
}

/** In a conference of one talk with one part, the total of a conference of five people is what it is. */
const hasSomewhereToHide = ({ dayOf, parts }: AnyConference): boolean => dayOf.length > 1 || parts > 1;

describe('what figures show', () => {
  it('tells who knows everybody but one nothing about that one where fewer than five did the same', () => {
    fc.assert(
      fc.property(conferences.filter(hasSomewhereToHide), (conference) => {
        const shown = shownWindows(windowsOf(conference), { isPublic: false });
        expect(found(conference, shown)).toEqual([]);
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
    expect(found(conference, all(conference))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a talk by the total of its day, and by its neighbours', () => {
    expect(found(conference, without(conference, 'talk 0'))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a day by the total of the conference', () => {
    expect(found(conference, without(conference, 'day 0', 'talk 0'))).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds a part by the total of its row', () => {
    const row: AnyConference = { dayOf: [null], parts: 3, deeds: [deed(1, 0, 0), ...many(0, 1), ...many(0, 2)] };
    const shown = without(row, 'talk 0').set('conference', { isTotalShown: true, areShown: [false, true, true] });
    expect(found(row, shown)).toEqual(['person 1, talk 0, part 0']);
  });

  it('finds nothing where the second smallest is hidden, too', () => {
    expect(found(conference, shownWindows(windowsOf(conference), { isPublic: false }))).toEqual([]);
  });
});
