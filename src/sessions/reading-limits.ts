import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { listOfNetworks, networksAround } from '../platform/http/network.ts';
import { HOUSEHOLDS, POINTS, VENUE_HOUSEHOLDS } from './write-limits.ts';

/** Uncached pages and pictures a household may ask for in a minute: two a second. */
export const BUILT_A_MINUTE = 120;
const WINDOW_SECONDS = 60;

/**
 * Limits how often a household may have something made that costs more than sending it: a new filter or search of a
 * programme, a picture. Wider networks count as several households, those of VENUE_NETWORKS as twenty.
 */
@Injectable()
export class ReadingLimits {
  private readonly networks = new RateLimiterMemory({ points: BUILT_A_MINUTE * POINTS, duration: WINDOW_SECONDS });
  private readonly isVenue: (ip: string) => boolean;

  constructor(private readonly config: Config) {
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Throws `too-many-requests`. */
  async mayBuild(ip: string): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const venue = this.isVenue(ip) ? VENUE_HOUSEHOLDS : 1;
    for (const { name, width } of networksAround(ip)) {
      const households = width === 'household' ? 1 : HOUSEHOLDS[width];
      await this.networks.consume(name, POINTS / (households * venue)).catch((refused: RateLimiterRes) => {
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
        throw tooMany({ seconds }, { retryAfterSeconds: seconds });
      });
    }
  }
}
