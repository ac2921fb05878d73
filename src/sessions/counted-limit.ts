import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../kernel/common.problems.ts';
import { policyOf, type LimitState } from '../platform/http/rate-limit-fields.ts';

/** So many in a window, for one household or one account. */
export interface Quota {
  /** The limit's name in `RateLimit-Policy`. */
  readonly name: string;
  readonly quota: number;
  readonly seconds: number;
}

/** The outcome of a counted window. */
export interface LimitOutcome {
  readonly state: LimitState;
  /** Null: let pass. */
  readonly refusedForSeconds: number | null;
}

/** One window that counts in memory, in points: a wide network pays less of them for each request. */
export class CountedLimit {
  private readonly limiter: RateLimiterMemory;
  private readonly policies = new Map<number, string>();

  constructor(
    private readonly limit: Quota,
    private readonly pointsEach: number,
  ) {
    this.limiter = new RateLimiterMemory({ points: limit.quota * pointsEach, duration: limit.seconds });
  }

  /** `share`: how many times the quota is this one's; the refused are counted too. */
  async take(key: string, share = 1): Promise<LimitOutcome> {
    const cost = this.pointsEach / share;
    try {
      const left = await this.limiter.consume(key, cost);
      return { state: this.stateOf(left, cost, share), refusedForSeconds: null };
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const state = this.stateOf(refused as RateLimiterRes, cost, share);
      return { state, refusedForSeconds: state.resetSeconds };
    }
  }

  /** Gives the points of one request back. */
  async giveBack(key: string, share = 1): Promise<void> {
    await this.limiter.reward(key, this.pointsEach / share);
  }

  private stateOf({ remainingPoints, msBeforeNext }: RateLimiterRes, cost: number, share: number): LimitState {
    const { name } = this.limit;
    return {
      name,
      policy: this.policyFor(share),
      remaining: Math.floor(remainingPoints / cost),
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
    };
  }

  private policyFor(share: number): string {
    const known = this.policies.get(share);
    if (known !== undefined) return known;
    const policy = policyOf(this.limit.name, this.limit.quota * share, this.limit.seconds);
    this.policies.set(share, policy);
    return policy;
  }
}

/** Throws `too-many-requests` when one of the windows refused, for as long as the longest. */
export function demandLet(counted: readonly LimitOutcome[]): void {
  const waits = counted.flatMap(({ refusedForSeconds }) => refusedForSeconds ?? []);
  if (waits.length === 0) return;
  const seconds = Math.max(...waits);
  throw tooMany({ seconds }, { retryAfterSeconds: seconds });
}
