import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import { listOfNetworks, networksAround } from '../platform/http/network.ts';
import type { LimitedRequest } from '../platform/http/rate-limit-fields.ts';
import { CountedLimit, demandLet } from './counted-limit.ts';
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
  private readonly networks = new CountedLimit(
    { name: `built-${WINDOW_SECONDS}s`, quota: BUILT_A_MINUTE, seconds: WINDOW_SECONDS },
    POINTS,
  );
  private readonly isVenue: (ip: string) => boolean;

  constructor(private readonly config: Config) {
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Notes at the request what is left. Throws `too-many-requests`. */
  async mayBuild(request: LimitedRequest & { readonly ip: string }): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const venue = this.isVenue(request.ip) ? VENUE_HOUSEHOLDS : 1;
    for (const { name, width } of networksAround(request.ip)) {
      const counted = await this.networks.take(name, HOUSEHOLDS[width] * venue);
      request.limits = [counted.state];
      demandLet([counted]);
    }
  }
}
