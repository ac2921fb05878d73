import { defineProblem } from '../kernel/problem.ts';

/** One answer for wrong, old, used and unknown codes and links: which it was is nobody's business. */
export const codeRefused = defineProblem({ slug: 'code-refused', status: 401 });

/** Known and allowed, but the sign-in is too long ago for something that cannot be undone. */
export const signInStale = defineProblem<{ minutes: number }>({ slug: 'sign-in-stale', status: 403 });

/**
 * Many try the same at once: a small proof of work, or some seconds of waiting, instead of a refusal. `challenge` goes
 * back in the header Sign-In-Proof: as `<challenge>.<solution>` where SHA-256 of that begins with `bits` zero bits, or
 * alone after `seconds`.
 */
export const proofRequired = defineProblem<{ challenge: string; bits: number; seconds: number }>({
  slug: 'proof-required',
  status: 429,
});

/** A link works where it was asked for; its code, typed by somebody who reads the mail, works anywhere. */
export const browserDiffers = defineProblem({ slug: 'browser-differs', status: 401 });
