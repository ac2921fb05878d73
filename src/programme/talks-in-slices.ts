import { nextTurn, slicesOf } from '../kernel/slices.ts';

/** A talk as far as it tells how much there is to write. */
interface SizedTalk {
  talk: { abstractHtml: string; slots: readonly unknown[]; speakers: readonly unknown[] };
}

/** Handles talks slice by slice, each in a turn of its own, so that other requests come between. */
export async function talksInSlices<T extends SizedTalk>(
  talks: readonly T[],
  write: (slice: T[]) => Promise<void>,
): Promise<void> {
  const sizeOf = ({ talk: { abstractHtml, slots, speakers } }: T): number =>
    abstractHtml.length + 100 * (slots.length + speakers.length);
  for (const slice of slicesOf(talks, sizeOf)) {
    await write(slice);
    await nextTurn();
  }
}
