import type { TalkFields } from '../programme/write-talks.ts';
import type { ImportedTalk } from './to-programme.ts';
import type { Programme } from './read-programme.ts';

/** What the thread is told first; the file follows in pieces of so many bytes together. */
export interface AskedOfWorker {
  bytes: number;
  timeZone: string | null;
  locale: string;
}

/** A talk between threads: its speakers by their keys, so that what many talks share is sent once. */
export type SentTalk = Omit<ImportedTalk, 'speakers'> & { speakers: string[] };

/** What the thread answers, one message for each time it is asked. */
export type FromWorker =
  | { kind: 'head'; head: Omit<Programme, 'talks'> }
  | { kind: 'speakers'; speakers: TalkFields['speakers'] }
  | { kind: 'talks'; talks: SentTalk[] }
  | { kind: 'refused'; place: string; sentence: string }
  | { kind: 'end' };
