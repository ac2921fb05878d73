import { describe, expect, it } from '@jest/globals';
import { isSolved } from '../../src/sessions/proofs.ts';
import { solve } from '../../web/client/proof-of-work.ts';

describe('a proof of work', () => {
  it.each([0, 1, 40, 41, 55, 56, 63, 64, 65, 119, 120, 200])(
    'found by the script for a challenge of %i characters is taken by the server',
    async (length) => {
      const challenge = 'x'.repeat(length);
      const solution = await solve(challenge, 8, () => false);
      expect(isSolved(challenge, solution!, 8)).toBe(true);
      expect(isSolved(`${challenge}y`, solution!, 24)).toBe(false);
    },
  );

  it('is given up when it takes longer than waiting', async () => {
    expect(await solve('hopeless', 32, () => true)).toBeNull();
  });
});
