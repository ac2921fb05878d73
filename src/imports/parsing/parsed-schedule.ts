import type { SourceText } from '../../platform/markup/abstract.ts';

/** A programme as a file tells it, in our words. */
export interface ParsedSchedule {
  dialect: 'schedule.json' | 'schedule.json v2' | 'schedule.xml';
  conference: ParsedConference;
  talks: ParsedTalk[];
  /** What was odd, with its place: shown to whoever imports, never a reason to refuse the rest. */
  problems: ScheduleProblem[];
}

export interface ParsedConference {
  acronym: string;
  title: string;
  timeZone: string | null;
  startsOn: string;
  endsOn: string;
  url: string | null;
  version: string;
}

export interface ParsedTalk {
  /** guid, else code, else id, else url; the kinds are marked so that they never clash. */
  guid: string;
  slug: string;
  title: string;
  subtitle: string;
  abstract: SourceText;
  language: string;
  track: string;
  url: string | null;
  cancelled: boolean;
  slots: ParsedSlot[];
  speakers: ParsedSpeaker[];
}

export interface ParsedSlot {
  startsAt: Date;
  durationMinutes: number;
  room: string;
}
export interface ParsedSpeaker {
  key: string;
  name: string;
  bio: SourceText;
}
export interface ScheduleProblem {
  place: string;
  sentence: string;
}

/** A file that cannot be imported at all: where, and what to do about it. */
export class ScheduleRefused extends Error {
  constructor(
    readonly place: string,
    readonly sentence: string,
  ) {
    super(`${place}: ${sentence}`);
  }
}
