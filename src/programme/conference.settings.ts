import { USUAL_RULES, type Rule } from '../../locales/rules.ts';
import type { Brand } from './brand.policy.ts';
import type { GuestRights } from './guests.policy.ts';

export type ConferencePhase = 'before' | 'during' | 'after' | 'readonly' | 'archived';
export type Screening = 'none' | 'first' | 'all';

/** Slow mode: seconds between two posts of one account; null is off. */
export interface SlowMode {
  /** Seconds between two contributions of one account. */
  interval: number;
  /** The reason, as everybody reads it. */
  reason: string;
  /** Time when it ends by itself; null when a person ends it. */
  until: string | null;
}

/** With its end in UTC, which earlier versions stored with the offset it was sent with. */
export const slowModeInUtc = (slowMode: SlowMode | null): SlowMode | null =>
  slowMode?.until ? { ...slowMode, until: new Date(slowMode.until).toISOString() } : slowMode;

export interface ConferenceSettings {
  /** The comments that wait for a moderator, unless the thread says otherwise: all, an account's `first`, or none. */
  screening: Screening;
  /** The slow mode of threads that have none of their own; null is off. */
  slowMode: SlowMode | null;
  /** Hours before a talk from which its thread takes questions. */
  opensHoursBefore: number;
  /** Days after the conference's last day. */
  readonlyAfterDays: number;
  /** Days after the conference's last day from which its threads stay as they are. */
  archiveAfterDays: number;
  /** Permission of search engines to list its pages. */
  robots: 'index' | 'noindex';
  /** The rights of people without an address. Absent in conferences that come from an archive of an earlier version. */
  guests?: GuestRights;
  /** The address of its archive once it is over. */
  archiveUrl: string | null;
  /** The place where people meet, as a name with its address; null when they meet online, or nobody has said where. */
  venue: string | null;
  /** Sites that may show its threads in a frame, as origins: scheme, host and port. */
  embedSites: string[];
  /** The rules, which reports and decisions name by key. */
  rules: Rule[];
  /**
   * Words whose comments are held for review, by language. Never public, because an author who knows them avoids them.
   */
  wordLists?: Partial<Record<'fr' | 'en', string[]>>;
  /** The host's contact for people and authorities (DSA, articles 11 and 12). */
  contact?: { text: string; url: string | null; email?: string | null };
  /** The colour, images and font, as far as they were chosen. */
  brand?: Partial<Brand>;
}

export const defaultSettings = (locale: 'fr' | 'en'): ConferenceSettings => ({
  screening: 'first',
  slowMode: null,
  opensHoursBefore: 24,
  readonlyAfterDays: 90,
  archiveAfterDays: 120,
  robots: 'index',
  guests: 'ask-live',
  archiveUrl: null,
  venue: null,
  embedSites: [],
  rules: [...USUAL_RULES[locale]],
});
