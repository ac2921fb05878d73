import { setImmediate as turn } from 'node:timers/promises';

/** How long a slice may hold the event loop, in milliseconds; what one thing takes comes in addition. */
const SLICE_MS = 10;

/** Maps many things without keeping everybody else waiting: after each slice others get their turn. */
export async function mapInSlices<Thing, Mapped>(
  things: readonly Thing[],
  map: (thing: Thing, i: number) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  let begun = performance.now();
  for (const [i, thing] of things.entries()) {
    mapped.push(map(thing, i));
    if (performance.now() - begun < SLICE_MS) continue;
    await turn();
    begun = performance.now();
  }
  return mapped;
}
