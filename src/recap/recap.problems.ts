import { defineProblem } from '../kernel/problem.ts';

/** The recap was withdrawn or hidden meanwhile. */
export const recapGone = defineProblem({ slug: 'recap-gone', status: 409 });
export const recapWrongState = defineProblem<{ state: string }>({ slug: 'recap-wrong-state', status: 409 });
/** Published anew since a moderator read it. */
export const recapEditedSince = defineProblem<{ version: number }>({ slug: 'recap-edited-since', status: 409 });
