import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/settings.ts';
import { Throttle } from './throttle.ts';

const throttle = (settings: Record<string, string> = {}): Throttle => new Throttle(readConfig(settings));
const MB = 1_000_000;
const NOW = 1_000_000;

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as IncomingMessage;

describe('slowing a household that takes more than its share', () => {
  it('lets a household have twenty megabytes at once, and one more each second', () => {
    const slow = throttle();
    slow.chargeBytes('home', 20 * MB, NOW);
    expect(slow.waitOf('home', NOW)).toBe(0);
    slow.chargeBytes('home', MB / 2, NOW);
    expect(slow.waitOf('home', NOW)).toBe(500);
    expect(slow.waitOf('home', NOW + 500)).toBe(0);
  });

  it('answers forty refusals at once, and then two a second', () => {
    const slow = throttle();
    for (let i = 0; i < 40; i += 1) slow.chargeRefusal('home', NOW);
    expect(slow.waitOf('home', NOW)).toBe(0);
    slow.chargeRefusal('home', NOW);
    expect(slow.waitOf('home', NOW)).toBe(500);
  });

  it('lets nobody wait longer than a second, and forgets within forty', () => {
    const slow = throttle();
    slow.chargeBytes('home', 10_000 * MB, NOW);
    expect(slow.waitOf('home', NOW)).toBe(1_000);
    expect(slow.waitOf('home', NOW + 20_000)).toBe(0);
  });

  it('slows no other household', () => {
    const slow = throttle();
    slow.chargeBytes('home', 100 * MB, NOW);
    expect(slow.waitOf('neighbour', NOW)).toBe(0);
  });

  it('counts an IPv6 /64 as one household, and who stands behind a trusted proxy for themselves', () => {
    const slow = throttle({ TRUSTED_PROXIES: '127.0.0.0/8' });
    expect(slow.householdOf(from('2001:db8:1:2::3'))).toBe(slow.householdOf(from('2001:db8:1:2:ffff::4')));
    expect(slow.householdOf(from('127.0.0.1', '203.0.113.9'))).toBe('203.0.113.9');
    expect(slow.householdOf(from('198.51.100.1', '203.0.113.9'))).toBe('198.51.100.1');
  });

  it('exempts the networks of venues, this machine, and everybody where limits are off', () => {
    expect(throttle().householdOf(from('::1'))).toBeNull();
    expect(throttle().householdOf(from('127.0.0.1', '203.0.113.9'))).toBeNull();
    expect(throttle({ VENUE_NETWORKS: '192.0.2.0/24' }).householdOf(from('192.0.2.9'))).toBeNull();
    expect(throttle({ RATE_LIMITS: 'off' }).householdOf(from('203.0.113.9'))).toBeNull();
  });

  it('remembers a bounded number of households', () => {
    const slow = throttle();
    for (let i = 0; i < 250_000; i += 1) slow.chargeBytes(`home ${i}`, MB, NOW + i / 1_000);
    expect((slow as unknown as { budgets: { paidAt: Map<string, number> } }).budgets.paidAt.size).toBeLessThanOrEqual(
      100_000,
    );
  });
});
