import { brandOf, type Font, type StageTheme } from '../programme/brand.policy.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { slowModeInUtc, type ConferencePhase, type ConferenceSettings } from '../programme/conference.settings.ts';
import { guestRightsOf, type GuestRights } from '../programme/guests.policy.ts';

/** The settings that everybody may see. */
export type PublicSettings = Omit<ConferenceSettings, 'wordLists' | 'contact' | 'guests' | 'brand'> & {
  guests: GuestRights;
};

/** The looks of a conference. The URL of an image changes with it. */
export interface BrandView {
  /** As the organizers gave it, `#rrggbb`; null for the forum's own. */
  accent: string | null;
  stageTheme: StageTheme;
  font: Font;
  logoUrl: string | null;
  /** For dark backgrounds; null where the other is used there too. */
  logoDarkUrl: string | null;
  coverUrl: string | null;
  /** Made of the logo, for the tab of a browser; null where the logo is too wide for it. */
  iconUrl: string | null;
}

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
  brand: BrandView;
  counts: { talks: number; threads: number };
}

const urlOf = (file: string | null): string | null => (file === null ? null : `/brand/${file}`);

/** The brand in a conference's settings, as everybody may see it. */
export function toBrandView(settings: ConferenceSettings): BrandView {
  const { accent, stageTheme, font, logo, logoDark, cover, icon } = brandOf(settings);
  return {
    accent,
    stageTheme,
    font,
    logoUrl: urlOf(logo),
    logoDarkUrl: urlOf(logoDark),
    coverUrl: urlOf(cover),
    iconUrl: urlOf(icon),
  };
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
      slowMode: slowModeInUtc(slowMode),
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
    brand: toBrandView(conference.settings),
    counts: { talks: counts.talks, threads: counts.threads },
  };
};
