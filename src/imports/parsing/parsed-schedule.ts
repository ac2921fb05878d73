import type { SourceText } from '../../platform/markup/abstract.ts';

/** A programme as a file tells it, in our words. */
export interface ParsedSchedule {
  dialect: 'schedule.json' | 'schedule.json v2' | 'schedule.xml';
  conference: ParsedConference;
  talks: ParsedTalk[];
  /** What was odd, with its place: shown to whoever imports, never a reason to refuse the rest. */
  problems: ScheduleProblem[];
  /** What the file says and nobody here reads, by field. */
  unread: UnreadField[];
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
  /** What its maker calls it besides, for finding it again when guids change; empty without. */
  code: string;
  id: string;
  slug: string;
  title: string;
  subtitle: string;
  abstract: SourceText[];
  language: string;
  track: string;
  url: string | null;
  cancelled: boolean;
  /** Its title may say that it does not take place: the organizer knows. */
  isPerhapsCancelled: boolean;
  doNotRecord: boolean;
  recordingLicense: string;
  links: ParsedLink[];
  attachments: ParsedLink[];
  slots: ParsedSlot[];
  speakers: ParsedSpeaker[];
}

export interface ParsedSlot {
  startsAt: Date;
  durationMinutes: number;
  room: string;
  /** The key the file gives to this time of the talk alone; empty when it is the talk's. */
  guid: string;
}
export interface ParsedLink {
  title: string;
  url: string;
}
export interface ParsedSpeaker {
  key: string;
  /** Their number or key in the source; empty without. */
  sourceId: string;
  name: string;
  bio: SourceText;
}
export interface ScheduleProblem {
  place: string;
  sentence: string;
}

/** A field of a file that says something and that no part of an import reads. */
export interface UnreadField {
  /** As `event.type`, `person.email`, `conference.logo`. */
  field: string;
  count: number;
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
