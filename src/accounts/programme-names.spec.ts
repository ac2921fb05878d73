import { describe, expect, it } from '@jest/globals';
import { fitName } from './programme-names.ts';

describe('a name of the programme, as the name of a persona', () => {
  it('is on one line, without control characters', () => {
    expect(fitName('  Grace\r\nHopper\u0007 ')).toBe('Grace Hopper');
    expect(fitName('Grace\u2028Hopper')).toBe('Grace Hopper');
  });

  it('is cut where it is too long, and says so', () => {
    const cut = fitName(`${'Anna-Maria '.repeat(8)}`);
    expect(cut).toMatch(/^Anna-Maria .*…$/);
    expect([...cut!].length).toBeLessThanOrEqual(60);
  });

  it('shows no address, and is nothing where nothing can be seen', () => {
    expect(fitName('Grace grace@mail.example')).toBe('Grace •••@•••');
    expect(fitName('\u200B')).toBeNull();
    expect(fitName('')).toBeNull();
  });
});
