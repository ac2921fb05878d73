import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayFollow, type RenewedCell } from './renewal.policy.ts';
import { FEWEST_PEOPLE, shownWindows } from './suppression.policy.ts';

/** A deed of one person on a day, counted under a part, and the day after which it was erased or withdrawn. */
interface DatedDeed {
  id: number;
  person: number;
  part: number;
  day: number;
  goneAfter: number | null;
}

interface AnyHistory {
  parts: number;
  deeds: DatedDeed[];
}

const DAYS = 6;

const histories = fc
  .record({ parts: fc.integer({ min: 1, max: 3 }), people: fc.integer({ min: 1, max: 16 }) })
  .chain(({ parts, people }) =>
    fc
      .array(
        fc.record({
          person: fc.nat(people - 1),
          part: fc.nat(parts - 1),
          day: fc.nat(DAYS - 1),
          goneAfter: fc.option(fc.nat(DAYS - 1), { freq: 3 }),
        }),
        { maxLength: 70 },
      )
      .map((deeds): AnyHistory => ({
        parts,
        deeds: deeds.map((deed, id) => ({
          ...deed,
          id,
          goneAfter: deed.goneAfter !== null && deed.goneAfter >= deed.day ? deed.goneAfter : null,
        })),
      })),
  );

/** The rows at the end of a day. */
const rowsOn = (deeds: readonly DatedDeed[], day: number): DatedDeed[] =>
  deeds.filter((deed) => deed.day <= day && (deed.goneAfter === null || deed.goneAfter >= day));

const peopleIn = (deeds: readonly DatedDeed[]): number => new Set(deeds.map(({ person }) => person)).size;
const marksOf = (deeds: readonly DatedDeed[]): string =>
  deeds
    .map(({ id }) => id + 1)
    .toSorted((a, b) => a - b)
    .join(' ') || '0';

function cellsOn({ parts, deeds }: AnyHistory, day: number, before: number): Map<string, RenewedCell> {
  const rows = rowsOn(deeds, day);
  const names = ['', ...Array.from({ length: parts }, (_, part) => String(part))];
  return new Map(
    names.map((name) => {
      const own = rows.filter(({ part }) => name === '' || String(part) === name);
      const [old, young] = [own.filter((deed) => deed.day <= before), own.filter((deed) => deed.day > before)];
      return [
        name,
        {
          marks: marksOf(own),
          people: peopleIn(own),
          marksBefore: marksOf(old),
          peopleBefore: peopleIn(old),
          rowsSince: young.length,
          peopleSince: peopleIn(young),
        },
      ];
    }),
  );
}

/** The numbers that are shown on a day; '' is the total. */
function shownOn({ parts, deeds }: AnyHistory, day: number): ReadonlySet<string> {
  const rows = rowsOn(deeds, day);
  const cellOf = (own: readonly DatedDeed[]) => ({ value: own.length, people: peopleIn(own) });
  const window = {
    key: 'conference',
    within: null,
    total: cellOf(rows),
    parts: Array.from({ length: parts }, (_, part) => cellOf(rows.filter((deed) => deed.part === part))),
  };
  const { isTotalShown, areShown } = shownWindows([window], { isPublic: false }).get('conference')!;
  return new Set([
    ...(isTotalShown ? [''] : []),
    ...areShown.flatMap((isShown, part) => (isShown ? [String(part)] : [])),
  ]);
}

type RenewalRule = typeof mayFollow;

/** The days whose version is shown; the first is shown as it is. */
function versions(history: AnyHistory, rule: RenewalRule): number[] {
  const shown = [0];
  for (let day = 1; day < DAYS; day += 1) {
    const last = shown.at(-1)!;
    const names = [last, day].map((each) => shownOn(history, each));
    const isShown = (name: string): boolean => names.some((each) => each.has(name));
    if (rule(cellsOn(history, last, last), cellsOn(history, day, last), isShown)) shown.push(day);
  }
  return shown;
}

/** Everything that is said on these days. */
const said = (history: AnyHistory, days: readonly number[]): string =>
  JSON.stringify(
    days.map((day) =>
      [...shownOn(history, day)].map((name) => [
        name,
        rowsOn(history.deeds, day).filter(({ part }) => name === '' || String(part) === name).length,
      ]),
    ),
  );

/**
 * Somebody who knows what everybody did but one, compares the versions, and looks for what that one did between two of
 * them while fewer than five did the same. Found is a change that could not have been another one's: with the one
 * person’s act left out, another version would have been shown.
 */
function found(history: AnyHistory, days: readonly number[]): string[] {
  const spans = days.slice(1).map((day, i) => ({ from: days[i]!, to: day }));
  return history.deeds.flatMap((deed) =>
    spans.flatMap(({ from, to }) => {
      // Somebody sees it in each number that is shown and counts it; in none, it must not matter at all.
      const names = ['', String(deed.part)].filter((name) => [from, to].some((day) => shownOn(history, day).has(name)));
      const seenIn = names.length > 0 ? names : [String(deed.part)];
      const isIn = (each: DatedDeed, name: string): boolean => name === '' || String(each.part) === name;
      const came = (each: DatedDeed): boolean => each.day > from && rowsOn([each], to).length > 0;
      const went = (each: DatedDeed): boolean => rowsOn([each], from).length > 0 && rowsOn([each], to).length === 0;
      return [came, went]
        .filter(
          (did) =>
            did(deed) &&
            seenIn.some(
              (name) => peopleIn(history.deeds.filter((each) => isIn(each, name) && did(each))) < FEWEST_PEOPLE,
            ),
        )
        .filter(() => {
          const without = { ...history, deeds: history.deeds.filter((each) => each !== deed) };
          return said(without, [from, to]) !== said(history, [from, to]);
        })
        .map((did) => `person ${deed.person} ${did === came ? 'came' : 'went'} between ${from} and ${to}`);
    }),
  );
}

describe('the versions of a figure', () => {
  it('tell who compares them and knows everybody but one nothing about that one', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(found(history, versions(history, mayFollow))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('go on once five people are behind each change', () => {
    const deeds = Array.from({ length: 12 }, (_, i): DatedDeed => ({
      id: i,
      person: i,
      part: 0,
      day: i < 6 ? 0 : 2,
      goneAfter: null,
    }));
    expect(versions({ parts: 1, deeds }, mayFollow)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('numbers that no version shows', () => {
  it('keep nothing back: one appeal that is decided does not stop the rest', () => {
    const many = Array.from({ length: 6 }, (_, i) => [0, 3].map((day) => ({ person: i, day }))).flat();
    const deeds = many.map((deed, id): DatedDeed => ({ ...deed, id, part: 0, goneAfter: null }));
    const moved = [
      { id: 90, person: 7, part: 1, day: 0, goneAfter: 1 },
      { id: 91, person: 7, part: 2, day: 0, goneAfter: null },
    ];
    expect(versions({ parts: 3, deeds: [...deeds, ...moved] }, mayFollow).length).toBeGreaterThan(1);
  });
});

describe('the attacker of versions', () => {
  const six = (day: number, from = 0): DatedDeed[] =>
    Array.from({ length: 6 }, (_, i): DatedDeed => ({ id: from + i, person: from + i, part: 0, day, goneAfter: null }));
  const always: RenewalRule = () => true;
  const one: DatedDeed = { id: 50, person: 50, part: 0, day: 2, goneAfter: null };

  it('finds one who came between two versions', () => {
    const history = { parts: 1, deeds: [...six(0), one] };
    expect(found(history, versions(history, always))).toEqual(['person 50 came between 1 and 2']);
    expect(found(history, versions(history, mayFollow))).toEqual([]);
  });

  it('finds one who went', () => {
    const history = { parts: 1, deeds: [...six(0), { ...one, day: 0, goneAfter: 3 }] };
    expect(found(history, versions(history, always))).toEqual(['person 50 went between 3 and 4']);
    expect(found(history, versions(history, mayFollow))).toEqual([]);
  });

  it('finds one who went while another came, though the number is the same', () => {
    const another = { ...one, id: 51, person: 51, day: 4 };
    const history = { parts: 1, deeds: [...six(0), { ...one, day: 0, goneAfter: 3 }, another] };
    expect(found(history, versions(history, always)).length).toBe(2);
    expect(found(history, versions(history, mayFollow))).toEqual([]);
  });
});
