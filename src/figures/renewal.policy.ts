import { FEWEST_PEOPLE } from './suppression.policy.ts';

/** A number of a version, and what tells it from the version before. */
export interface RenewedCell {
  /** Equal for equal rows. */
  readonly marks: string;
  readonly people: number;
  /** Of the rows that are no younger than the version before. */
  readonly marksBefore: string;
  readonly peopleBefore: number;
  /** Of the rows that are younger than it. */
  readonly rowsSince: number;
  readonly peopleSince: number;
}

const NOTHING: RenewedCell = {
  marks: '0',
  people: 0,
  marksBefore: '0',
  peopleBefore: 0,
  rowsSince: 0,
  peopleSince: 0,
};

/**
 * Whether a version of a figure may follow the one that is shown, so that a reader who compares them learns nothing
 * about one person: whatever came to a number, or went from it, is of at least five people, or nothing did. A number
 * that neither version shows is not looked at. Until then the version that is shown stays, and says its time. Pure.
 */
export function mayFollow(
  before: ReadonlyMap<string, Pick<RenewedCell, 'marks' | 'people'>>,
  now: ReadonlyMap<string, RenewedCell>,
  isShown: (name: string) => boolean,
): boolean {
  return [...new Set([...before.keys(), ...now.keys()])].filter(isShown).every((name) => {
    const [shown, next] = [before.get(name) ?? NOTHING, now.get(name) ?? NOTHING];
    const isSameSoFar = next.marksBefore === shown.marks;
    const haveManyLeft = Math.abs(shown.people - next.peopleBefore) >= FEWEST_PEOPLE;
    const haveManyCome = next.rowsSince === 0 || next.peopleSince >= FEWEST_PEOPLE;
    return (isSameSoFar || haveManyLeft) && haveManyCome;
  });
}
