import { brandOf, type Font, type StageTheme } from '../programme/brand.policy.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { slowModeInUtc, type ConferencePhase, type ConferenceSettings } from '../programme/conference.settings.ts';
import { guestRightsOf, type GuestRights } from '../programme/guests.policy.ts';

/** The settings that everybody may see. */
export type PublicSettings = Omit<ConferenceSettings, 'wordLists' | 'contact' | 'guests' | 'brand'> & {
  /** The rights of people without an address. */
  guests: GuestRights;
};

/** The looks of a conference. The URL of an image changes with it. */
export interface BrandView {
  /** As the organizers gave it, `#rrggbb`; null for the forum's own. */
  accent: string | null;
  /** Whether the stage view, which is for projectors, is light or dark. */
  stageTheme: StageTheme;
  /** `inter`, which the server brings, or the `system` font of each device. */
  font: Font;
  /** A path of this site; null without a logo. */
  logoUrl: string | null;
  /** For dark backgrounds; null where the other is used there too. */
  logoDarkUrl: string | null;
  /** A path of this site; null without a cover. */
  coverUrl: string | null;
  /** Made of the logo, for the tab of a browser; null where the logo is too wide for it. */
  iconUrl: string | null;
}

/** A conference, as everybody may see it. */
export interface ConferenceView {
  id: string;
  /** The short name in addresses, `/c/{slug}`; taken wherever the id is. */
  slug: string;
  /** The name, with the year if it has one. */
  title: string;
  /** The conference's own site; null without one. */
  url: string | null;
  /** The language of the conference, as a BCP 47 tag. */
  locale: 'fr' | 'en';
  /** The IANA zone of its days and its phases, such as `Europe/Paris`. */
  timeZone: string;
  /** The first day. */
  startsOn: string;
  /** The last day, included. */
  endsOn: string;
  /** The phase by the clock: threads take posts until `readonly`, and stay as they are once `archived`. */
  phase: ConferencePhase;
  /** The public settings. */
  settings: PublicSettings;
  /** The colour, images and font. */
  brand: BrandView;
  /** Numbers of what there is to read. */
  counts: {
    /** The talks of its programme. */
    talks: number;
    /** The discussions, with or without a talk. */
    threads: number;
  };
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
