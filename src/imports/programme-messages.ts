import type { TalkFields } from '../programme/talk-fields.ts';
import type { DateQuestion } from './parsing/parsed-schedule.ts';
import type { SheetAnswers } from './parsing/sheets/sheet-answers.ts';
import type { ImportedTalk } from './to-programme.ts';
import type { ReadProgramme } from './read-programme.ts';

/** The first message to the worker; the file follows in pieces of `bytes` together. */
export interface WorkerRequest {
  bytes: number;
  timeZone: string | null;
  locale: string;
  /** The days of the conference that the file is for. */
  startsOn?: string;
  endsOn?: string;
  /** The organizers' answers about the columns of sheets. */
  said?: SheetAnswers;
}

/** A talk between threads: speakers by key, so that shared ones are sent once. */
export type SentTalk = Omit<ImportedTalk, 'speakers'> & { speakers: string[] };

/** The worker's messages, one for each request. */
export type WorkerMessage =
  | { kind: 'head'; head: Omit<ReadProgramme, 'talks'> }
  | { kind: 'speakers'; speakers: TalkFields['speakers'] }
  | { kind: 'talks'; talks: SentTalk[] }
  | { kind: 'refused'; place: string; sentence: string }
  | { kind: 'asked'; question: DateQuestion }
  | { kind: 'end' };
