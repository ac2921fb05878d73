import { defineProblem } from '../kernel/problem.ts';

export const invitationSpent = defineProblem({ slug: 'invitation-spent', status: 409 });
export const personaRequired = defineProblem({ slug: 'persona-required', status: 409 });
export const personaChoiceRequired = defineProblem({ slug: 'persona-choice-required', status: 409 });
/** An account has as many personas in the conference as it may have. */
export const personasTooMany = defineProblem<{ limit: number }>({ slug: 'personas-too-many', status: 409 });
export const grantOwn = defineProblem({ slug: 'grant-own', status: 409 });
export const muted = defineProblem<{ until: string }>({ slug: 'account-muted', status: 403 });
export const suspended = defineProblem<{ until: string }>({ slug: 'account-suspended', status: 403 });
/** A name that would be taken for a speaker's or an organizer's, wanted by somebody who is neither. */
export const nameReserved = defineProblem<{ name: string }>({ slug: 'persona-name-reserved', status: 409 });
