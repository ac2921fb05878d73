import { setImmediate } from 'node:timers/promises';

/** Gives the event loop a turn, so that waiting requests are answered first. */
export const nextTurn = (): Promise<void> => setImmediate();

/** Most items of a slice, and the weight (mostly bytes) that ends it earlier. */
const ITEMS = 100;
const WEIGHT = 256 * 1024;

/** Cuts a list into slices short enough for one turn of the event loop; a single heavy item is a slice of its own. */
export function* slicesOf<Item>(items: readonly Item[], weightOf: (item: Item) => number = () => 1): Generator<Item[]> {
  let slice: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    if (slice.length === ITEMS || (slice.length > 0 && weight + own > WEIGHT)) {
      yield slice;
      [slice, weight] = [[], 0];
    }
    slice.push(item);
    weight += own;
  }
  if (slice.length > 0) yield slice;
}

/** Items of a slice whose items each take about a millisecond. */
const FEW = 15;

/** Cuts a list of heavy items into slices short enough for one turn of the event loop. */
export const fewOf = <Item>(items: readonly Item[]): Generator<Item[]> => slicesOf(items, () => WEIGHT / FEW);
