import { defineProblem, type LimitFacts, type WrongStateFacts } from '../kernel/problem.ts';

/** The recap was withdrawn or hidden meanwhile. */
export const recapGone = defineProblem({ slug: 'recap-gone', status: 409 });
export const recapWrongState = defineProblem<WrongStateFacts>({ slug: 'recap-wrong-state', status: 409 });
/** Published anew since a moderator read it. */
export const recapEditedSince = defineProblem<{
  /** The number of the version now. */
  version: number;
}>({ slug: 'recap-edited-since', status: 409 });
/** The account has the most recaps it may have in the conference. */
export const recapsTooMany = defineProblem<LimitFacts>({ slug: 'recaps-too-many', status: 409 });
/** Nothing is written about a conference any more once it is archived. */
export const conferenceArchived = defineProblem({ slug: 'conference-archived', status: 409 });
