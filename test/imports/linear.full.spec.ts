import { describe, expect, it } from '@jest/globals';
import { ScheduleRefused } from '../../src/imports/parsing/parsed-schedule.ts';
import { readProgramme } from '../../src/imports/read-programme.ts';
import { isFullForm } from '../support/form.ts';
import { HOSTILE_PROGRAMMES } from './hostile-programmes.ts';

/** Twice the file may take so many times the CPU; what has to grow with its length takes twice as much. */
const AT_MOST = 2.5;
/** Noise of compiling and collecting garbage in a single reading, in microseconds. */
const NOISE = 10_000;
/** The best of several counts: anything else on the machine only adds. */
const TRIES = 8;

/** CPU of this process while a file is read, in microseconds. */
function cpuOf(file: Buffer): number {
  const before = process.cpuUsage();
  try {
    readProgramme(file, { timeZone: 'Europe/Paris' });
  } catch (error) {
    if (!(error instanceof ScheduleRefused)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

describe('reading a hostile programme', () => {
  it.each(HOSTILE_PROGRAMMES.map(({ name, ...programme }) => [name, programme] as const))(
    'takes time in proportion to its length: %s',
    (_name, { make, short, full }) => {
      const n = isFullForm ? full : short;
      const [file, doubled] = [Buffer.from(make(n)), Buffer.from(make(2 * n))];
      let [single, double] = [Infinity, Infinity];
      for (let tries = 0; tries === 0 || (tries < TRIES && double > AT_MOST * single + NOISE); tries += 1) {
        single = Math.min(single, cpuOf(file));
        double = Math.min(double, cpuOf(doubled));
      }
      expect(double / (AT_MOST * single + NOISE)).toBeLessThanOrEqual(1);
    },
  );
});
