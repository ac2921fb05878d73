import { createHash } from 'node:crypto';
import type { Decision } from './decision.entity.ts';

const iso = (at: Date | null): string | null => at && at.toISOString();

/**
 * The hash of a decision, over all its fields and the previous hash. Order and form of the fields never change; a new
 * field is appended, and only where it is set.
 */
export function hashOf(decision: Omit<Decision, 'hash'>): Buffer {
  const {
    n,
    previousHash,
    id,
    conferenceId,
    threadId,
    commentId,
    personaId,
    kind,
    rule,
    reason,
    role,
    actorAccountId,
    reversesId,
    until,
    isPublic,
    isAutomated,
    isFromReport,
    appealId,
    waitingSince,
    at,
    wordsHash,
    recapId,
  } = decision;
  return createHash('sha256')
    .update(
      JSON.stringify([
        n,
        previousHash.toString('hex'),
        id,
        conferenceId,
        threadId,
        commentId,
        personaId,
        kind,
        rule,
        reason,
        role,
        actorAccountId,
        reversesId,
        iso(until),
        isPublic,
        isAutomated,
        isFromReport,
        appealId,
        iso(waitingSince),
        iso(at),
        wordsHash?.toString('hex') ?? null,
        ...(recapId ? [recapId] : []),
      ]),
    )
    .digest();
}

export const hashOfWords = (salt: Buffer, words: string): Buffer =>
  createHash('sha256').update(salt).update(words).digest();

export interface ChainEnd {
  n: number;
  hash: Buffer;
}

/** Before the first decision. */
export const BEGINNING: ChainEnd = { n: 0, hash: Buffer.alloc(0) };

/** Follows the chain by one decision; returns the fault, if any, and the new end. */
export function follow(end: ChainEnd, decision: Decision): { fault: string | null; end: ChainEnd } {
  const next = { n: decision.n, hash: decision.hash };
  if (decision.n !== end.n + 1)
    return {
      fault:
        end.n + 2 === decision.n
          ? `decision ${end.n + 1} is missing`
          : `decisions ${end.n + 1} to ${decision.n - 1} are missing`,
      end: next,
    };
  if (!decision.previousHash.equals(end.hash))
    return { fault: `decision ${decision.n} does not continue the one before`, end: next };
  return { fault: hashOf(decision).equals(decision.hash) ? null : `decision ${decision.n} was changed`, end: next };
}
