import { CompleteDepartures } from '../../src/comments/complete-departures.ts';
import type { World } from './world.ts';

/** Carries out all departures now, in the drawn order. */
export async function everythingDeparts(world: World): Promise<void> {
  const departures = world.app.get(CompleteDepartures);
  // A persona leaves its anonymous questions as departures of their own.
  while ((await world.query('select from departures')).length > 0) {
    await world.query(
      `update departures set due_at = due_at - interval '2 days' where due_at > now() - interval '1 day'`,
    );
    await departures.complete();
  }
}
