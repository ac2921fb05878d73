/** Doubtful is what may be meant so, and what can wait until tomorrow. */
export type FindingLevel = 'well' | 'doubtful' | 'wrong';

/** One examined subject, and the text about it: `doctor.<subject>.<state>` with the facts in its places. */
export interface Finding {
  readonly subject: string;
  readonly state: string;
  readonly level: FindingLevel;
  readonly facts: Readonly<Record<string, string | number | Date>>;
}

/** Null for what needs no word. */
export type Judgement = Finding | null;

const finding =
  (level: FindingLevel) =>
  (subject: string, state: string, facts: Finding['facts'] = {}): Finding => ({ subject, state, level, facts });
export const well = finding('well');
export const doubtful = finding('doubtful');
export const wrong = finding('wrong');
