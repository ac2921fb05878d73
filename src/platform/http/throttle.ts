import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/settings.ts';
import { listOfNetworks, networkOf } from './network.ts';

/** Sustained rate of a household, in bytes a millisecond: 1 MB/s. */
const BYTES_A_MS = 1_000;
/** Cost of a request whatever its answer, in milliseconds of a household's budget. */
const REQUEST_MS = 2;
/** Cost of a refusal for too many requests, in milliseconds of a household's budget: two a second. */
const REFUSAL_MS = 500;
/** How far a household may exceed its rate before its requests wait, in milliseconds: 20 MB or 40 refusals. */
const BURST_MS = 20_000;
/** Longest wait of a request, in milliseconds. */
const LONGEST_WAIT_MS = 1_000;
/**
 * Programs on the same machine, because a proxy that TRUSTED_PROXIES does not name would make all readers one
 * household.
 */
const LOOPBACK = ['127.0.0.0/8', '::1/128'];
/** Most households in memory, about 10 MB. */
const MOST_HOUSEHOLDS = 100_000;

/**
 * Delays the requests of a household above its rate, by a leaky bucket in time (GCRA, ITU-T I.371); refuses none.
 * Exempt: VENUE_NETWORKS, proxies, this machine, everybody with RATE_LIMITS off. Measured: fault test F19.
 */
@Injectable()
export class Throttle {
  /** When each household has paid, in milliseconds of this process's clock; oldest entry first. */
  private readonly paidAt = new Map<string, number>();
  private readonly isShared: (ip: string) => boolean;
  private readonly isTrusted: ((address: string, hop: number) => boolean) | null;
  private readonly isOn: boolean;

  constructor(config: Config) {
    this.isOn = config.get('RATE_LIMITS');
    const proxies = [...config.get('TRUSTED_PROXIES')];
    this.isShared = listOfNetworks([...LOOPBACK, ...proxies, ...config.get('VENUE_NETWORKS')]);
    this.isTrusted = proxies.length > 0 ? proxyAddress.compile(proxies) : null;
  }

  /** Names the household of a request; null where nothing is counted. */
  householdOf(request: IncomingMessage): string | null {
    if (!this.isOn) return null;
    const ip = this.isTrusted ? proxyAddress(request, this.isTrusted) : request.socket.remoteAddress;
    return ip === undefined || this.isShared(ip) ? null : networkOf(ip);
  }

  /** How long the next request of a household waits, in milliseconds. */
  waitOf(household: string, now = performance.now()): number {
    const ahead = (this.paidAt.get(household) ?? 0) - now - BURST_MS;
    return Math.max(0, Math.min(LONGEST_WAIT_MS, ahead));
  }

  /** By how much a household has had more than its share, in milliseconds. */
  aheadOf(household: string, now = performance.now()): number {
    return (this.paidAt.get(household) ?? 0) - now;
  }

  /** Time that a request took. */
  chargeTime(household: string, ms: number, now = performance.now()): void {
    this.charge(household, ms, now);
  }

  chargeRequest(household: string, now = performance.now()): void {
    this.charge(household, REQUEST_MS, now);
  }

  chargeBytes(household: string, bytes: number, now = performance.now()): void {
    this.charge(household, bytes / BYTES_A_MS, now);
  }

  chargeRefusal(household: string, now = performance.now()): void {
    this.charge(household, REFUSAL_MS, now);
  }

  private charge(household: string, cost: number, now: number): void {
    const paidAt = Math.max(this.paidAt.get(household) ?? 0, now) + cost;
    // A debt never exceeds twice the burst, so that a household is forgiven soon after it stops.
    this.paidAt.set(household, Math.min(paidAt, now + 2 * BURST_MS));
    if (this.paidAt.size > MOST_HOUSEHOLDS) this.forget(now);
  }

  /** Removes households that have paid, then the oldest entries down to half the limit, so that memory is bounded. */
  private forget(now: number): void {
    for (const [household, paidAt] of this.paidAt) if (paidAt <= now) this.paidAt.delete(household);
    for (const household of this.paidAt.keys()) {
      if (this.paidAt.size <= MOST_HOUSEHOLDS / 2) return;
      this.paidAt.delete(household);
    }
  }
}
