import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/settings.ts';
import { HouseholdBudgets } from './household-budgets.ts';
import { listOfNetworks, networkOf } from './network.ts';

/** Sustained rate of a household, in bytes a millisecond: 1 MB/s. */
const BYTES_A_MS = 1_000;
/** Cost of a request whatever its answer, in milliseconds of a household's budget. */
const REQUEST_MS = 2;
/** Cost of a refusal for too many requests, in milliseconds of a household's budget: two a second. */
const REFUSAL_MS = 500;
/** Debt of a household from which its requests wait, in milliseconds: 20 MB or 40 refusals. */
const BURST_MS = 20_000;
/** Longest wait of a request, in milliseconds. */
const LONGEST_WAIT_MS = 1_000;
/**
 * Programs on the same machine, because a proxy that TRUSTED_PROXIES does not name would make all readers one
 * household.
 */
const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/**
 * Delays the requests of a household above its rate; refuses none. Exempt: VENUE_NETWORKS, proxies, this machine,
 * everybody with RATE_LIMITS off. Measured: fault test F19.
 */
@Injectable()
export class Throttle {
  /** A debt never exceeds twice the burst. */
  private readonly budgets = new HouseholdBudgets(2 * BURST_MS);
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

  /** Wait of a household's next request, in milliseconds. */
  waitOf(household: string, now = performance.now()): number {
    return Math.max(0, Math.min(LONGEST_WAIT_MS, this.budgets.aheadOf(household, now) - BURST_MS));
  }

  /** Time that a request took. */
  chargeTime(household: string, ms: number, now = performance.now()): void {
    this.budgets.charge(household, ms, now);
  }

  chargeRequest(household: string, now = performance.now()): void {
    this.budgets.charge(household, REQUEST_MS, now);
  }

  chargeBytes(household: string, bytes: number, now = performance.now()): void {
    this.budgets.charge(household, bytes / BYTES_A_MS, now);
  }

  chargeRefusal(household: string, now = performance.now()): void {
    this.budgets.charge(household, REFUSAL_MS, now);
  }
}
