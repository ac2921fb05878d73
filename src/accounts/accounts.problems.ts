import { defineProblem, type LimitFacts } from '../kernel/problem.ts';

export const invitationSpent = defineProblem({ slug: 'invitation-spent', status: 409 });
/** For a guest: what needs an account with an address, such as a right or an API token. */
export const addressRequired = defineProblem({ slug: 'address-required', status: 403 });
export const personaRequired = defineProblem({ slug: 'persona-required', status: 409 });
export const personaChoiceRequired = defineProblem({ slug: 'persona-choice-required', status: 409 });
/** The account has the most personas it may have in the conference. */
export const personasTooMany = defineProblem<LimitFacts>({ slug: 'personas-too-many', status: 409 });
export const grantOwn = defineProblem({ slug: 'grant-own', status: 409 });
type SanctionFacts = {
  /**
   * The end, as a time; empty where it is for good.
   *
   * @format none
   */
  until: string;
};

export const muted = defineProblem<SanctionFacts>({ slug: 'account-muted', status: 403 });
export const suspended = defineProblem<SanctionFacts>({ slug: 'account-suspended', status: 403 });
/** A name that looks like a speaker's or an organizer's, wanted by another account. */
export const nameReserved = defineProblem<{
  /** The name that was asked for. */
  name: string;
}>({ slug: 'persona-name-reserved', status: 409 });
/** An API token was to do what its maker may not. */
export const tokenExceedsRight = defineProblem<{
  /** The scopes that its maker may not give, separated by commas. */
  scopes: string;
}>({ slug: 'token-exceeds-right', status: 403 });
/** The account has the most API tokens it may have. */
export const tokensTooMany = defineProblem<LimitFacts>({ slug: 'tokens-too-many', status: 409 });
/** An organizer sent as many invitations by e-mail as one may within a day. */
export const invitationsTooMany = defineProblem<LimitFacts>({ slug: 'invitations-too-many', status: 429 });
/** Addresses got as many invitations as one may within an hour. */
export const invitedTooOften = defineProblem<
  LimitFacts & {
    /** The lines of the list that name them, or the names of the speakers, separated by commas. */
    lines: string;
    /** Minutes to wait. */
    minutes: number;
  }
>({ slug: 'invited-too-often', status: 429 });
