import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Clock } from '../kernel/clock.ts';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { listOfNetworks, networkOf } from './network.policy.ts';

/** Enough for somebody who mistypes, far too few for somebody who guesses: counts in ten minutes. */
export const LIMITS_MINUTES = 10;
const WINDOW_SECONDS = LIMITS_MINUTES * 60;
const CODES_PER_ADDRESS = 5;
const CODES_PER_NETWORK = 60;
const TRIES_PER_NETWORK = 40;

/** A whole conference behind one address counts like so many households. */
const VENUE_FACTOR = 20;

/**
 * Wrong codes over all accounts in ten minutes, after which none is taken. Far above what people mistype; at this
 * rate somebody who guesses at every account at once waits ten thousand years for the first hit.
 */
export const WRONG_CODES_AT_MOST = 1_000;

/**
 * How often a code may be asked for or typed: by address, by network, and over the whole site. The same for known and
 * unknown addresses. Each node counts addresses and networks for itself; wrong codes are counted together.
 */
@Injectable()
export class SignInLimits {
  private readonly addresses = limiter(CODES_PER_ADDRESS);
  private readonly askers = { home: limiter(CODES_PER_NETWORK), venue: limiter(CODES_PER_NETWORK * VENUE_FACTOR) };
  private readonly typists = { home: limiter(TRIES_PER_NETWORK), venue: limiter(TRIES_PER_NETWORK * VENUE_FACTOR) };
  private readonly isVenue: (ip: string) => boolean;

  constructor(private readonly config: Config, private readonly database: Database, private readonly clock: Clock, private readonly log: Log) {
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** `mark` stands for the address. Throws too-many-requests. */
  async mayAsk(mark: Buffer, ip: string): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    await take(this.askers[this.placeOf(ip)], networkOf(ip));
    await take(this.addresses, mark.toString('hex'));
  }

  /** Throws too-many-requests. */
  async mayTry(ip: string): Promise<void> {
    if (this.config.get('RATE_LIMITS')) await take(this.typists[this.placeOf(ip)], networkOf(ip));
  }

  /** Whether codes are taken at all. Links and passkeys, which nobody guesses, always are. Throws too-many-requests. */
  async mayType(): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const [wrong] = await this.database.ask<{ count: number }>('select coalesce(sum(count), 0)::int count from wrong_codes where minute > $1', [this.clock.ago({ seconds: WINDOW_SECONDS })]);
    if (wrong!.count < WRONG_CODES_AT_MOST) return;
    this.log.error({ wrongCodes: wrong!.count }, 'somebody guesses codes of many accounts: none is taken for the moment, links and passkeys are');
    throw tooMany({ seconds: 60 }, { retryAfterSeconds: 60 });
  }

  async noteWrongCode(): Promise<void> {
    await this.database.ask(`insert into wrong_codes (minute, count) values (date_trunc('minute', $1::timestamptz), 1) on conflict (minute) do update set count = wrong_codes.count + 1`, [this.clock.now()]);
  }

  private placeOf(ip: string): 'home' | 'venue' {
    return this.isVenue(ip) ? 'venue' : 'home';
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

async function take(from: RateLimiterMemory, key: string): Promise<void> {
  await from.consume(key).catch((refused: RateLimiterRes) => {
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw tooMany({ seconds }, { retryAfterSeconds: seconds });
  });
}
