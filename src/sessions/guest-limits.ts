import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { HOUSEHOLDS, listOfNetworks, networksAround } from '../platform/http/network.ts';
import type { Visitor } from './credentials.ts';
import { bitsFor } from './proof.policy.ts';
import { Proofs } from './proofs.ts';
import { LIMITS_MINUTES } from './sign-in-limits.ts';
import { WindowCounts } from './window-counts.ts';
import { VENUE_HOUSEHOLDS } from './write-limits.ts';

/** Guests of a household within LIMITS_MINUTES before each needs a proof of work: a room without a setting. */
export const GUESTS_PER_HOUSEHOLD = 60;

/** Guests of a household within LIMITS_MINUTES at most; a hall behind one address is named in VENUE_NETWORKS. */
export const GUESTS_PER_HOUSEHOLD_AT_MOST = 300;

/**
 * Limits how many guests a network may bring, because a new guest costs nothing but a new cookie and has a vote. Each
 * node counts for itself in bounded memory.
 */
@Injectable()
export class GuestLimits {
  private readonly counts: WindowCounts;
  private readonly isVenue: (ip: string) => boolean;

  constructor(
    private readonly config: Config,
    private readonly proofs: Proofs,
    clock: Clock,
  ) {
    this.counts = new WindowCounts(clock, { minutes: LIMITS_MINUTES }, 100_000);
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Counts a guest that is about to be made. Throws `too-many-requests`, `proof-required`. */
  async mayBegin(visitor: Visitor): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const venue = this.isVenue(visitor.ip) ? VENUE_HOUSEHOLDS : 1;
    const networks = networksAround(visitor.ip).map(({ name, width }) => ({
      name,
      count: this.counts.of(name),
      households: HOUSEHOLDS[width] * venue,
    }));
    const full = networks.find(({ count, households }) => count >= GUESTS_PER_HOUSEHOLD_AT_MOST * households);
    if (full) {
      const seconds = this.counts.secondsLeft(full.name);
      throw tooMany({ seconds }, { retryAfterSeconds: seconds });
    }
    const bits = Math.max(
      ...networks.map(({ count, households }) => bitsFor(count, GUESTS_PER_HOUSEHOLD * households)),
    );
    if (bits > 0) await this.proofs.demand({ action: 'guest', mark: null }, bits, visitor);
    for (const { name } of networks) this.counts.add(name);
  }
}
