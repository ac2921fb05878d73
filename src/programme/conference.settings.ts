export type ConferencePhase = 'before' | 'during' | 'after' | 'readonly' | 'archived';
export type Screening = 'none' | 'first' | 'all';

/** Seconds between two posts of one account; null is off. */
export interface SlowMode {
  interval: number;
  reason: string;
  until: string | null;
}

export interface Rule {
  key: string;
  title: string;
}

export interface ConferenceSettings {
  screening: Screening;
  slowMode: SlowMode | null;
  /** A talk's thread takes questions this long before the talk begins. */
  opensHoursBefore: number;
  /** Days after the conference's last day. */
  readonlyAfterDays: number;
  archiveAfterDays: number;
  /** Whether search engines may list its pages. */
  robots: 'index' | 'noindex';
  /** Where its archive can be found once it is over. */
  archiveUrl: string | null;
  /** Sites that may show its threads in a frame, as origins: scheme, host and port. */
  embedSites: string[];
  rules: Rule[];
  /** Words that are held for a look, by language. Never shown in public: whoever knows them avoids them. */
  wordLists?: Partial<Record<'fr' | 'en', string[]>>;
  /** Where people and authorities reach the host (DSA, articles 11 and 12). */
  contact?: { text: string; url: string | null };
}

const RULES: Record<'fr' | 'en', Rule[]> = {
  fr: [
    { key: 'respect', title: 'Respecter les personnes' },
    { key: 'topic', title: 'Rester sur le sujet' },
    { key: 'spam', title: 'Pas de publicité' },
    { key: 'privacy', title: 'Protéger la vie privée' },
    { key: 'illegal', title: 'Rien d’illégal' },
  ],
  en: [
    { key: 'respect', title: 'Respect people' },
    { key: 'topic', title: 'Stay on topic' },
    { key: 'spam', title: 'No advertising' },
    { key: 'privacy', title: 'Protect privacy' },
    { key: 'illegal', title: 'Nothing illegal' },
  ],
};

export const defaultSettings = (locale: 'fr' | 'en'): ConferenceSettings => ({
  screening: 'first',
  slowMode: null,
  opensHoursBefore: 24,
  readonlyAfterDays: 90,
  archiveAfterDays: 120,
  robots: 'index',
  archiveUrl: null,
  embedSites: [],
  rules: RULES[locale],
});
