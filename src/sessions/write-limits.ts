import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import { HOUSEHOLDS, listOfNetworks, networksAround } from '../platform/http/network.ts';
import type { LimitedRequest } from '../platform/http/rate-limit-fields.ts';
import { CountedLimit, demandLet, type LimitOutcome } from './counted-limit.ts';

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
  private readonly accounts = ACCOUNT_WRITES.map((limit) => limitOf('account', limit));
  private readonly networks = NETWORK_WRITES.map((limit) => limitOf('network', limit));
  private readonly isOn: boolean;
  private readonly isVenue: (ip: string) => boolean;

  constructor(config: Config) {
    this.isOn = config.get('RATE_LIMITS');
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Notes at the request what is left. Throws `too-many-requests`. */
  async countForAccount(accountId: string, request: LimitedRequest = {}): Promise<void> {
    if (!this.isOn) return;
    // In every window, also once one of them is full.
    const counted = await Promise.all(this.accounts.map((each) => each.take(accountId)));
    request.limits = counted.map(({ state }) => state);
    demandLet(counted);
  }

  /**
   * The widest network first, so that a refusal makes no entries for the many narrow ones inside. Notes at the request
   * what is left. Throws `too-many-requests`.
   */
  async countForNetwork(ip: string, request: LimitedRequest = {}): Promise<void> {
    if (this.isOn) await this.countIn(ip, '', request);
  }

  /**
   * Counts a sign-in from a known browser, for that browser and for all known browsers of its network, so that
   * strangers never use up their limit. Throws `too-many-requests`.
   */
  async countForBrowser(browser: string, ip: string, request: LimitedRequest = {}): Promise<void> {
    await this.countForAccount(`browser ${browser}`, request);
    if (this.isOn) await this.countIn(ip, 'known ', request);
  }

  /**
   * Counts a guest's write, by the account and with all guests of its network: a browser without its cookie is a new
   * guest. Apart from those who sign in, so that guests never use up their limit. Throws `too-many-requests`.
   */
  async countForGuest(accountId: string, ip: string, request: LimitedRequest = {}): Promise<void> {
    await this.countForAccount(accountId, request);
    if (this.isOn) await this.countIn(ip, 'guest ', request);
  }

  /** For a write that every person of a crowd behind one address makes once. */
  async giveBackToNetwork(ip: string): Promise<void> {
    if (!this.isOn) return;
    await Promise.all(
      this.sharesOf(ip).flatMap(({ name, share }) => this.networks.map((each) => each.giveBack(name, share))),
    );
  }

  private async countIn(ip: string, prefix: string, request: LimitedRequest): Promise<void> {
    let before: readonly LimitOutcome[] | null = null;
    for (const { name, share } of this.sharesOf(ip)) {
      const counted = await Promise.all(this.networks.map((each) => each.take(prefix + name, share)));
      before = before === null ? counted : counted.map((each, i) => narrower(each, before![i]!));
      request.limits = before.map(({ state }) => state);
      demandLet(counted);
    }
  }

  private sharesOf(ip: string): { name: string; share: number }[] {
    const venue = this.isVenue(ip) ? VENUE_HOUSEHOLDS : 1;
    return networksAround(ip).map(({ name, width }) => ({ name, share: HOUSEHOLDS[width] * venue }));
  }
}

/** The limit of the narrower network, with no more left than the wider one has. */
const narrower = (counted: LimitOutcome, { state: wider }: LimitOutcome): LimitOutcome =>
  wider.remaining < counted.state.remaining
    ? { ...counted, state: { ...counted.state, remaining: wider.remaining, resetSeconds: wider.resetSeconds } }
    : counted;

function limitOf(whose: string, { writes, seconds }: WriteLimit): CountedLimit {
  return new CountedLimit({ name: `${whose}-${seconds}s`, quota: writes, seconds }, POINTS);
}
