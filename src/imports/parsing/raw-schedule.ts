import type { SheetColumn } from './sheets/sheet-answers.ts';
import type { ScheduleProblem, UnreadField } from './parsed-schedule.ts';

/** The parts that the dialects share, before they are checked. */
export interface RawSchedule {
  dialect: 'schedule.json' | 'schedule.json v2' | 'schedule.xml' | 'sheet';
  acronym: string;
  title: string;
  timeZone: string;
  start: string;
  end: string;
  url: string;
  baseUrl: string;
  version: string;
  dayChange: string;
  /** The format of a text without any markup: pretalx writes Markdown. */
  usualFormat: 'markdown' | 'plain';
  events: RawEvent[];
  unread: UnreadField[];
  /** The thing found in the place of events, as `12 <entry> in <day>`. */
  foundInstead: string;
  /** Problems that were found while its parts were read. */
  notes?: ScheduleProblem[];
  /** The columns of a sheet. */
  columns?: SheetColumn[];
}

export interface RawEvent {
  place: string;
  guid: string;
  code: string;
  id: string;
  url: string;
  slug: string;
  title: string;
  subtitle: string;
  abstract: string;
  description: string;
  language: string;
  track: string;
  room: string;
  state: string;
  /** A day, or an instant in it. */
  day: string;
  date: unknown;
  start: unknown;
  duration: unknown;
  persons: RawPerson[];
  doNotRecord: boolean;
  recordingLicense: string;
  links: RawLink[];
  attachments: RawLink[];
}

export interface RawPerson {
  id: string;
  name: string;
  bio: string;
  /** Of a sheet: the address beside the name. */
  email?: string;
}

export interface RawLink {
  title: string;
  url: string;
  kind: string;
}
