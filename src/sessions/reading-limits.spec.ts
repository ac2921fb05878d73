import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../platform/config/settings.ts';
import { BUILT_A_MINUTE, ReadingLimits } from './reading-limits.ts';

const limitsWith = (settings: Record<string, string>): ReadingLimits => new ReadingLimits(readConfig(settings));

async function takenUntilRefused(limits: ReadingLimits, ip: string, most: number): Promise<number> {
  for (let i = 0; i < most; i += 1) {
    try {
      await limits.mayBuild({ ip });
    } catch {
      return i;
    }
  }
  return most;
}

describe('the limit on what has to be made for a reader', () => {
  it('is one for a household, wider for a venue and for a /48, and none where limits are off', async () => {
    const limits = limitsWith({ VENUE_NETWORKS: '192.0.2.0/24' });
    const most = BUILT_A_MINUTE * 20 + 50;
    expect(await takenUntilRefused(limits, '198.51.100.1', most)).toBe(BUILT_A_MINUTE);
    expect(await takenUntilRefused(limits, '203.0.113.2', most)).toBe(BUILT_A_MINUTE);
    expect(await takenUntilRefused(limits, '192.0.2.7', most)).toBe(BUILT_A_MINUTE * 20);
    await expect(limits.mayBuild({ ip: '198.51.100.1' })).rejects.toMatchObject({
      extra: { retryAfterSeconds: expect.any(Number) },
    });
    const addresses = Array.from({ length: 200 }, (_, i) => `2001:db8:7:${i.toString(16)}::1`);
    let taken = 0;
    for (const ip of addresses) taken += await takenUntilRefused(limits, ip, BUILT_A_MINUTE);
    expect(taken).toBeLessThanOrEqual(BUILT_A_MINUTE * 16);
    expect(await takenUntilRefused(limitsWith({ RATE_LIMITS: 'off' }), '198.51.100.1', most)).toBe(most);
  });
});
