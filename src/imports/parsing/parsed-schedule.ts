import type { SheetColumn } from './sheets/sheet-answers.ts';
import type { DateOrder } from './sheets/sheet-dates.ts';
import type { SourceText } from '../../platform/markup/abstract.ts';

/** A programme file in our terms. */
export interface ParsedSchedule {
  dialect: 'schedule.json' | 'schedule.json v2' | 'schedule.xml' | 'sheet';
  conference: ParsedConference;
  talks: ParsedTalk[];
  /** Problems with their places, shown to the organizer; never a reason to refuse the rest. */
  problems: ScheduleProblem[];
  /** Fields that no import reads. */
  unread: UnreadField[];
  /** The columns of a sheet; none of any other file. */
  columns: SheetColumn[];
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
  /** guid, else code, else id, else url; marked by kind so that they never collide. */
  guid: string;
  /** A second id in its programme, which identifies the talk when guids change; or empty. */
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
  /** Whether the title may say that the talk is cancelled; the organizer decides. */
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
  /** The file's key of this slot alone; empty when it is the talk's. */
  guid: string;
}
export interface ParsedLink {
  title: string;
  url: string;
  /** The source's name for links of this kind, or empty. */
  kind: string;
}
export interface ParsedSpeaker {
  key: string;
  /** The id in the source, or empty. */
  sourceId: string;
  name: string;
  bio: SourceText;
  /** The address that a sheet names beside it, for an invitation; empty without one. */
  email: string;
}
export interface ScheduleProblem {
  /** The place in the file. */
  place: string;
  /** The fault, and what was done about it. */
  sentence: string;
}

/** A field of a file that has values and that no import reads. */
export interface UnreadField {
  /** As `event.type`, `person.email`, `conference.logo`. */
  field: string;
  /** Number of its values. */
  count: number;
}

/** A question about a date that may be several days, which only an organizer can answer. */
export interface DateQuestion {
  /** The heading of the column, as it is remembered. */
  key: string;
  /** The cell, as `row 2, column B "Date"`. */
  place: string;
  written: string;
  /** The days it may mean, as YYYY-MM-DD, each with the order of its numbers. */
  choices: { day: string; order: DateOrder }[];
}

/** A file that cannot be imported: where, and what to do. */
export class ScheduleRefused extends Error {
  constructor(
    readonly place: string,
    readonly sentence: string,
  ) {
    super(`${place}: ${sentence}`);
  }
}

/** A file that waits for an answer of the organizer. */
export class ScheduleAsks extends ScheduleRefused {
  constructor(readonly question: DateQuestion) {
    const { place, written, choices } = question;
    super(
      place,
      `"${written}" may be ${choices.map(({ day }) => day).join(' or ')}: write the dates like that, so that none is ` +
        'guessed.',
    );
  }
}
