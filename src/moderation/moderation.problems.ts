import { refusedByConstraint } from '../kernel/lost-race.ts';
import { defineProblem } from '../kernel/problem.ts';

export const ruleUnknown = defineProblem<{
  /** The keys of the rules there are, separated by commas. */
  rules: string;
}>({ slug: 'rule-unknown', status: 422 });
export const reportOwn = defineProblem({ slug: 'report-own', status: 409 });
export const reportsLimited = defineProblem({ slug: 'reports-limited', status: 429 });
/** Each open report waits for a moderator, so there is no time to name for the next. */
export const reportsOpen = defineProblem<{
  /** Most reports of one person that may be open. */
  most: number;
}>({ slug: 'reports-open', status: 409 });
export const reportSettled = defineProblem({ slug: 'report-settled', status: 409 });
export const appealTooLate = defineProblem<{
  /** Days within which a decision may be appealed. */
  days: number;
}>({ slug: 'appeal-too-late', status: 409 });
export const appealMade = defineProblem({ slug: 'appeal-made', status: 409 });
export const appealDecided = defineProblem({ slug: 'appeal-decided', status: 409 });
/** A moderator decides about their own words or sanction. */
export const decisionOwn = defineProblem({ slug: 'decision-own', status: 403 });
export const appealOwnDecision = defineProblem({ slug: 'appeal-own-decision', status: 403 });
export const decisionFinal = defineProblem({ slug: 'decision-final', status: 409 });
export const queueClaimed = defineProblem<{
  /** End of the claim, unless it is extended. */
  until: string;
}>({ slug: 'queue-claimed', status: 409 });

refusedByConstraint(['appeal_is_made_once'], () => appealMade());
