import type { TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkFields } from '../programme/write-talks.ts';

/** A stored talk, with everything an import may change. */
export type KnownTalk = TalkFields & Pick<TalkWithSpeakers, 'id' | 'editedFields' | 'isImported'>;
