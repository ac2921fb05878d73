import fc from 'fast-check';
import {
  FEWEST_PEOPLE,
  type Cell,
  type CountedWindow,
  type ShownWindow,
} from '../../src/figures/suppression.policy.ts';

/** The deed of one person: how often, in which talk, counted under which part. */
export interface Deed {
  person: number;
  talk: number;
  part: number;
  times: number;
}

export interface AnyConference {
  /** The day of each talk; null in none. */
  dayOf: (number | null)[];
  parts: number;
  deeds: Deed[];
}

export const conferences = fc
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

export const cellOf = (deeds: readonly Deed[]): Cell => ({
  value: deeds.reduce((sum, { times }) => sum + times, 0),
  people: new Set(deeds.map(({ person }) => person)).size,
});

export const windowOf = (key: string, within: string | null, deeds: readonly Deed[], parts: number): CountedWindow => ({
  key,
  within,
  total: cellOf(deeds),
  parts: Array.from({ length: parts }, (_, part) => cellOf(deeds.filter((deed) => deed.part === part))),
});

export const windowsOf = ({ dayOf, parts, deeds }: AnyConference): CountedWindow[] => [
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

export type Publisher = (conference: AnyConference) => string;

/** Everything that is said of a conference while these windows are shown. */
export const published =
  (shown: ReadonlyMap<string, ShownWindow>): Publisher =>
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
export function found(conference: AnyConference, say: Publisher): string[] {
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
export const hasSomewhereToHide = ({ dayOf, parts }: AnyConference): boolean => dayOf.length > 1 || parts > 1;

/** The zeros that readers of the threads see without any figure, because they can count the things themselves. */
export const zeros: Publisher = (conference) =>
  JSON.stringify(windowsOf(conference).map(({ key, parts }) => [key, parts.map(({ value }) => value === 0)]));

/** Both together. */
export const both =
  (one: Publisher, other: Publisher): Publisher =>
  (conference) =>
    `${one(conference)} ${other(conference)}`;
