import type { TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkFields } from '../programme/talk-fields.ts';

/** A stored talk, with everything an import may change. */
export type KnownTalk = TalkFields & Pick<TalkWithSpeakers, 'id' | 'editedFields' | 'isImported'>;

/** A talk from JSON, in which times are texts. */
export const revived = (talk: TalkFields): TalkFields => ({
  ...talk,
  startsAt: talk.startsAt && new Date(talk.startsAt),
  slots: talk.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) })),
});
