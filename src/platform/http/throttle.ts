import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/settings.ts';
import { listOfNetworks, networkOf } from './network.ts';

/** Bytes a household may take in a millisecond for as long as it likes: 1 MB/s. */
const BYTES_A_MS = 1_000;
/** What one request costs whatever it is answered, in milliseconds of a household's time. */
const REQUEST_MS = 2;
/** What a refusal for too many requests costs, in milliseconds of a household's time: two a second. */
const REFUSAL_MS = 500;
/** How far a household may be ahead of its time before its requests wait, in milliseconds: 20 MB or 40 refusals. */
const BURST_MS = 20_000;
/** The longest a request waits, in milliseconds. */
const LONGEST_WAIT_MS = 1_000;
/** Programs on the same machine: a proxy that TRUSTED_PROXIES does not name would be one household of all readers. */
const LOOPBACK = ['127.0.0.0/8', '::1/128'];
/** Most households a node remembers; about 10 MB. */
const MOST_HOUSEHOLDS = 100_000;

/**
 * Slows a household (IPv4 address, IPv6 /64) that takes more than its share, or that goes on after it was refused: its
 * next requests wait up to a second each, and none is refused for it. So a few machines that ask as fast as they can
 * leave the event loop to everybody else. A leaky bucket in time (GCRA, ITU-T I.371): each answer moves the time at
 * which the household has paid for everything. VENUE_NETWORKS, proxies and this machine are exempt, and everybody with
 * RATE_LIMITS off.
 * Measured: fault test F19.
 */
@Injectable()
export class Throttle {
  /** When each household has paid, in milliseconds of this process; oldest entry first. */
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

  /** Names the household a request comes from; null where nothing is counted. */
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
    // A household never owes more than the longest burst twice, so that it is forgiven soon after it stops.
    this.paidAt.set(household, Math.min(paidAt, now + 2 * BURST_MS));
    if (this.paidAt.size > MOST_HOUSEHOLDS) this.forget(now);
  }

  /** Drops who has paid; of the others the ones that were met first, so that memory is bounded. */
  private forget(now: number): void {
    for (const [household, paidAt] of this.paidAt) if (paidAt <= now) this.paidAt.delete(household);
    for (const household of this.paidAt.keys()) {
      if (this.paidAt.size <= MOST_HOUSEHOLDS / 2) return;
      this.paidAt.delete(household);
    }
  }
}
