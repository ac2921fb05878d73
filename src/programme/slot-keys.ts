import type { TalkSlotFields } from './talk-fields.ts';

/** The key of a slot with an id in its programme. */
export const keyOfGuid = (guid: string): string => `guid:${guid}`;

const placeOf = ({ startsAt, room }: TalkSlotFields): string => `${startsAt.getTime()} ${room}`;

/**
 * Gives each slot of a talk the key it had: by its own key, then by its time and place, then in order. A new slot gets
 * the next free number, so that a key never means another slot.
 */
export function withKeys(before: readonly TalkSlotFields[], after: readonly TalkSlotFields[]): TalkSlotFields[] {
  const free = new Map(before.map(({ key }) => [key, true]));
  const byPlace = new Map(before.map((slot) => [placeOf(slot), slot.key]));
  const take = (key: string | undefined): string => (key !== undefined && free.delete(key) ? key : '');
  const kept = after.map((slot) => take(slot.key) || take(byPlace.get(placeOf(slot))));
  const left = [...free.keys()];
  let next = 1 + before.reduce((most, { key }) => Math.max(most, /^\d+$/.test(key) ? Number(key) : 0), 0);
  return after.map((slot, i) => {
    if (kept[i] !== '') return { ...slot, key: kept[i]! };
    if (slot.key !== '') return slot;
    return { ...slot, key: left.shift() ?? String(next++) };
  });
}
