import { defineProblem } from '../kernel/problem.ts';

/** For wrong, old, used and unknown codes and links alike, so that it tells nothing about them. */
export const codeRefused = defineProblem({ slug: 'code-refused', status: 401 });

/** A guest is made only for a browser without a session. */
export const signedInAlready = defineProblem({ slug: 'signed-in-already', status: 409 });

/** The caller is known and allowed, but signed in too long ago for something irreversible. */
export const signInStale = defineProblem<{
  /** Minutes for which a sign-in counts as recent. */
  minutes: number;
}>({ slug: 'sign-in-stale', status: 403 });

/**
 * Many try at once: a small proof of work, or some seconds of waiting. `challenge` goes back in the header
 * Sign-In-Proof: as `<challenge>.<solution>`, whose SHA-256 begins with `bits` zero bits, or alone after `seconds`.
 */
export const proofRequired = defineProblem<{
  /** The text to send back in `Sign-In-Proof`. */
  challenge: string;
  /** Number of zero bits that the SHA-256 has to begin with. */
  bits: number;
  /** Seconds after which the challenge alone is enough. */
  seconds: number;
}>({ slug: 'proof-required', status: 429 });

/** A link works where it was asked for only; its code works anywhere. */
export const browserDiffers = defineProblem({ slug: 'browser-differs', status: 401 });

/** An API token that is unknown, ended or expired. */
export const tokenRefused = defineProblem({ slug: 'token-refused', status: 401 });

/** The request needs another scope than the API token has, or a person. */
export const tokenScopeMissing = defineProblem<{
  /** The scope that the route needs. */
  scope: string;
}>({ slug: 'token-scope-missing', status: 403 });
export const tokenForPeopleOnly = defineProblem({ slug: 'token-for-people-only', status: 403 });

/** The API token is good for another conference. */
export const tokenElsewhere = defineProblem({ slug: 'token-elsewhere', status: 403 });
