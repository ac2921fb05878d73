import { Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';

/** Enough for somebody who mistypes, far too few for somebody who guesses: counts in ten minutes. */
const WINDOW_SECONDS = 600;
const CODES_PER_ADDRESS = 5;
const CODES_PER_NETWORK = 60;
const TRIES_PER_NETWORK = 40;

/** How often a code may be asked for or typed, by address and by network. The same for known and unknown addresses. */
@Injectable()
export class SignInLimits {
  private readonly address = new RateLimiterMemory({ points: CODES_PER_ADDRESS, duration: WINDOW_SECONDS });
  private readonly network = new RateLimiterMemory({ points: CODES_PER_NETWORK, duration: WINDOW_SECONDS });
  private readonly tries = new RateLimiterMemory({ points: TRIES_PER_NETWORK, duration: WINDOW_SECONDS });

  constructor(private readonly config: Config) {}

  /** Throws too-many-requests. */
  async mayAsk(addressIndex: Buffer, ip: string): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    await take(this.network, networkOf(ip));
    await take(this.address, addressIndex.toString('hex'));
  }

  /** Throws too-many-requests. */
  async mayTry(ip: string): Promise<void> {
    if (this.config.get('RATE_LIMITS')) await take(this.tries, networkOf(ip));
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: RateLimiterRes) => {
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw tooMany({ seconds }, { retryAfterSeconds: seconds });
  });
}

/** One household or one provider's customer: an IPv4 address, or the /64 of an IPv6 one. */
export const networkOf = (ip: string): string => (isIPv6(ip) && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip);
