import type { CountedMeasures, TransparencyNumbers } from '../transparency-numbers.queries.ts';
import type { RestrictionCounts } from './report-facts.ts';

/** The rule under which a thing is illegal; every other is one of the conference's own. */
const ILLEGAL = 'illegal';

export const sumOf = (all: readonly { count: number }[]): number => all.reduce((sum, { count }) => sum + count, 0);

const countsOf = (measures: readonly CountedMeasures[]): RestrictionCounts => ({
  total: sumOf(measures),
  automated: sumOf(measures.filter(({ wasHeld }) => wasHeld)),
  disabled: sumOf(measures.filter(({ kind }) => kind === 'withhold' || kind === 'withhold-note')),
  muted: sumOf(measures.filter(({ kind }) => kind === 'mute')),
  suspended: sumOf(measures.filter(({ kind }) => kind === 'suspend')),
});

const ofOwnInitiative = ({ measures }: TransparencyNumbers): CountedMeasures[] =>
  measures.filter(({ isAfterNotice }) => !isAfterNotice);

/** Restrictions of own initiative because something was illegal. */
export const illegalOf = (numbers: TransparencyNumbers): RestrictionCounts =>
  countsOf(ofOwnInitiative(numbers).filter(({ rule }) => rule === ILLEGAL));

/** Restrictions of own initiative by each of the other rules. */
export function byRule(numbers: TransparencyNumbers): { rule: string; counts: RestrictionCounts }[] {
  const measures = ofOwnInitiative(numbers).filter(({ rule }) => rule !== ILLEGAL);
  const rules = [...new Set(measures.map(({ rule }) => rule))].toSorted((a, b) => a.localeCompare(b, 'en'));
  return rules.map((rule) => ({ rule, counts: countsOf(measures.filter((each) => each.rule === rule)) }));
}

/** Holds by the server that nobody hid afterwards; nothing where there is none. */
export function heldRow({ heldByScreening: { total, hidden } }: TransparencyNumbers): RestrictionCounts[] {
  const held = total - hidden;
  return held === 0 ? [] : [{ total: held, automated: held, disabled: held, muted: 0, suspended: 0 }];
}

/** All restrictions of own initiative but those of what was illegal. */
export const termsOf = (numbers: TransparencyNumbers): RestrictionCounts =>
  addedUp([...byRule(numbers).map(({ counts }) => counts), ...heldRow(numbers)]);

export function addedUp(all: readonly RestrictionCounts[]): RestrictionCounts {
  const sum = (of: keyof RestrictionCounts): number => all.reduce((total, each) => total + each[of], 0);
  return {
    total: sum('total'),
    automated: sum('automated'),
    disabled: sum('disabled'),
    muted: sum('muted'),
    suspended: sum('suspended'),
  };
}
