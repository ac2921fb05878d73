import type { Conference } from '../programme/conference.entity.ts';
import type { ConferencePhase, ConferenceSettings } from '../programme/conference.settings.ts';
import { guestRightsOf, type GuestRights } from '../programme/guests.policy.ts';

/** The settings that everybody may see. */
export type PublicSettings = Omit<ConferenceSettings, 'wordLists' | 'contact' | 'guests'> & { guests: GuestRights };

/** A conference, as everybody may see it. */
export interface ConferenceView {
  id: string;
  slug: string;
  title: string;
  url: string | null;
  locale: 'fr' | 'en';
  timeZone: string;
  startsOn: string;
  endsOn: string;
  phase: ConferencePhase;
  settings: PublicSettings;
  counts: { talks: number; threads: number };
}

export const toConferenceView = (
  conference: Conference,
  counts: { talks: number; threads: number },
): ConferenceView => {
  const { screening, slowMode, opensHoursBefore, readonlyAfterDays, archiveAfterDays, rules } = conference.settings;
  // Conferences of earlier versions lack these settings.
  const {
    robots = 'index',
    archiveUrl = null,
    venue = null,
    embedSites = [],
  } = conference.settings as Partial<ConferenceSettings>;
  return {
    id: conference.id,
    slug: conference.slug,
    title: conference.title,
    url: conference.url,
    locale: conference.locale,
    timeZone: conference.timeZone,
    startsOn: conference.startsOn,
    endsOn: conference.endsOn,
    phase: conference.phase,
    settings: {
      screening,
      slowMode,
      opensHoursBefore,
      readonlyAfterDays,
      archiveAfterDays,
      robots,
      guests: guestRightsOf(conference.settings),
      archiveUrl,
      venue,
      embedSites,
      rules,
    },
    counts: { talks: counts.talks, threads: counts.threads },
  };
};
