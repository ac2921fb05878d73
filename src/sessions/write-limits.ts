import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { HOUSEHOLDS, listOfNetworks, networksAround } from '../platform/http/network.ts';

export { HOUSEHOLDS };

/** Most writes in a number of seconds. Refused writes count, so that repeating them gains nothing. */
export interface WriteLimit {
  readonly writes: number;
  readonly seconds: number;
}

/**
 * Limits of an account. A vote for each of a hundred questions, or a decision every second for ten minutes, stays
 * below.
 */
export const ACCOUNT_WRITES: readonly WriteLimit[] = [
  { writes: 60, seconds: 10 },
  { writes: 600, seconds: 600 },
];

/** Limits of a household without a session: guest comments, codes, reports. */
export const NETWORK_WRITES: readonly WriteLimit[] = [
  { writes: 120, seconds: 10 },
  { writes: 1_200, seconds: 600 },
];

/** Households a network of VENUE_NETWORKS counts as, because a whole conference may share one address. */
export const VENUE_HOUSEHOLDS = 20;

/** Points of one write; whole numbers also for the smallest share, because the limiter drops fractions. */
export const POINTS = HOUSEHOLDS['/48'] * VENUE_HOUSEHOLDS;

/**
 * The coarse limit of all writes, by account or else by network, checked before anything is read, so that a refusal
 * costs little. Each node counts for itself in memory: with n nodes an account may write n times as much.
 */
@Injectable()
export class WriteLimits {
  private readonly accounts = ACCOUNT_WRITES.map(limiter);
  private readonly networks = NETWORK_WRITES.map(limiter);
  private readonly isOn: boolean;
  private readonly isVenue: (ip: string) => boolean;

  constructor(config: Config) {
    this.isOn = config.get('RATE_LIMITS');
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Throws `too-many-requests`. */
  async countForAccount(accountId: string): Promise<void> {
    if (this.isOn) await consume(this.accounts, accountId, POINTS);
  }

  /**
   * The widest network first, so that a refusal makes no entries for the many narrow ones inside. Throws
   * `too-many-requests`.
   */
  async countForNetwork(ip: string): Promise<void> {
    if (!this.isOn) return;
    const venue = this.isVenue(ip) ? VENUE_HOUSEHOLDS : 1;
    for (const { name, width } of networksAround(ip)) {
      await consume(this.networks, name, POINTS / (HOUSEHOLDS[width] * venue));
    }
  }

  /** For a write that every person of a crowd behind one address makes once. */
  async giveBackToNetwork(ip: string): Promise<void> {
    if (!this.isOn) return;
    const venue = this.isVenue(ip) ? VENUE_HOUSEHOLDS : 1;
    await Promise.all(
      networksAround(ip).map(({ name, width }) => giveBack(this.networks, name, POINTS / (HOUSEHOLDS[width] * venue))),
    );
  }
}

/** Takes one write back from every window. */
async function giveBack(limiters: readonly RateLimiterMemory[], key: string, points: number): Promise<void> {
  await Promise.all(limiters.map((each) => each.reward(key, points)));
}

function limiter({ writes, seconds }: WriteLimit): RateLimiterMemory {
  return new RateLimiterMemory({ points: writes * POINTS, duration: seconds });
}

/** Counts in every window, also once one of them is full. */
async function consume(limiters: readonly RateLimiterMemory[], key: string, points: number): Promise<void> {
  const outcomes = await Promise.allSettled(limiters.map((each) => each.consume(key, points)));
  const refusals = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as RateLimiterRes] : [],
  );
  if (refusals.length === 0) return;
  const seconds = Math.max(1, ...refusals.map(({ msBeforeNext }) => Math.ceil(msBeforeNext / 1000)));
  throw tooMany({ seconds }, { retryAfterSeconds: seconds });
}
