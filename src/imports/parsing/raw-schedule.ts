/** What the dialects have in common, before anything is believed. */
export interface RawSchedule {
  dialect: 'schedule.json' | 'schedule.json v2' | 'schedule.xml';
  acronym: string;
  title: string;
  timeZone: string;
  start: string;
  end: string;
  url: string;
  baseUrl: string;
  version: string;
  dayChange: string;
  /** Who made the file decides how plain its texts are: pretalx writes Markdown. */
  usualFormat: 'markdown' | 'plain';
  events: RawEvent[];
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
  day: string;
  date: unknown;
  start: unknown;
  duration: unknown;
  persons: RawPerson[];
}

export interface RawPerson {
  id: string;
  name: string;
  bio: string;
}
