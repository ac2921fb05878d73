import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../platform/config/settings.ts';
import { HOUSEHOLDS, NETWORK_WRITES, WriteLimits } from './write-limits.ts';

const A_HOUSEHOLD = NETWORK_WRITES[0]!.writes;

async function takenFrom(limits: WriteLimits, addresses: readonly string[]): Promise<number> {
  let taken = 0;
  for (const ip of addresses) {
    for (let i = 0; i < A_HOUSEHOLD; i += 1) {
      await limits.countForNetwork(ip).then(
        () => {
          taken += 1;
        },
        () => undefined,
      );
    }
  }
  return taken;
}

describe('the limit of a network that holds many households', () => {
  it('is that of sixteen, however many addresses one has in a /24 or a /48', async () => {
    const ours = Array.from({ length: 24 }, (_, i) => `203.0.113.${i + 1}`);
    const wide = Array.from({ length: 24 }, (_, i) => `2001:db8:7:${i.toString(16)}00::1`);
    for (const addresses of [ours, wide]) {
      expect(await takenFrom(new WriteLimits(readConfig({})), addresses)).toBe(A_HOUSEHOLD * HOUSEHOLDS['/48']);
    }
  });
});
