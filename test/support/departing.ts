import { CompleteDepartures } from '../../src/comments/complete-departures.ts';
import type { World } from './world.ts';

/** Lets everything that still follows accounts that have left go now, in the order that was drawn. */
export async function everythingDeparts(world: World): Promise<void> {
  const departures = world.app.get(CompleteDepartures);
  // A persona leaves its anonymous questions behind as departures of their own.
  while ((await world.query('select from departures')).length > 0) {
    await world.query(
      `update departures set due_at = due_at - interval '2 days' where due_at > now() - interval '1 day'`,
    );
    await departures.complete();
  }
}
