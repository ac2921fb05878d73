import { grouped } from '../../../src/kernel/by-key.ts';
import type { Forum } from './forum.ts';
import { expectAllTrue, inSync } from './checks.ts';
import { Onlooker, readersOf, type Reader } from './readers.ts';
import { atMost, Dice, scaled, wait } from './scale.ts';
import { Witness } from './witness.ts';
import { Writers, type Attempt, type SentComment } from './writers.ts';

export interface Scene {
  readonly forum: Forum;
  readonly dice: Dice;
  readonly writers: Writers;
  readonly readers: readonly Reader[];
  readonly witness: Witness;
  readonly onlooker: Onlooker;
}

export interface Outcome {
  readonly said: readonly SentComment[];
  readonly attempts: readonly Attempt[];
  readonly readers: readonly Reader[];
  readonly witness: Witness;
  readonly onlooker: Onlooker;
  readonly inSyncAfter: number;
}

/** The life around every fault. */
export const POSTS_A_SECOND = scaled(20, 50);
export const READERS = scaled(12, 200);

/**
 * People post and read while `fault` happens; then everything heals, whoever still waits insists, and all readers catch
 * up within `patience` milliseconds. Checks G1 to G4 and G6, and answers what was seen.
 */
export async function during(
  forum: Forum,
  name: string,
  fault: (scene: Scene) => Promise<void>,
  { readers: count = READERS, perSecond = POSTS_A_SECOND, patience = atMost(20_000, 3) } = {},
): Promise<Outcome> {
  const [dice, witness] = [new Dice(name), new Witness()];
  const readers = await readersOf(forum, witness, { count, dice });
  const onlooker = new Onlooker(forum, witness, dice);
  const writers = new Writers(forum, dice, { perSecond, stirring: 0.1 }).start();
  try {
    await wait(500);
    await fault({ forum, dice, writers, readers, witness, onlooker });
    const said = await writers.finish();
    await onlooker.leave();
    const inSyncAfter = await inSync(forum, readers, patience);
    await expectAllTrue(forum, { said, readers, witness });
    return { said, attempts: writers.attempts, readers, witness, onlooker, inSyncAfter };
  } finally {
    await writers.finish(1).catch(() => undefined);
    await onlooker.leave();
    for (const reader of readers) reader.leave();
  }
}

/** "20 × 201, 3 × 503, 1 without an answer". */
export function counted(attempts: readonly Attempt[]): string {
  const groups = [...grouped(attempts, ({ status }) => status)].toSorted(([a], [b]) => a - b);
  return groups
    .map(([status, { length }]) => (status === 0 ? `${length} without an answer` : `${length} × ${status}`))
    .join(', ');
}

export const slowest = (attempts: readonly Attempt[]): number => Math.max(0, ...attempts.map(({ ms }) => ms));
