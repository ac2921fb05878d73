import type { LocaleSettings } from '../components/locale-context.ts';
import type { PageBrand } from './page-brand.ts';
import type { PageHead } from './page-head.tsx';

/** `more` holds the additional scripts of some kinds of pages; each includes the common one. */
export interface Assets {
  script: string;
  style: string;
  more: Readonly<Record<string, string>>;
}

/** The ways of a conference's team, for who has a right in it. */
export interface TeamLinksShape {
  /** The organizers' page of the conference. */
  path: string;
  organizes: boolean;
  /** Number of cases that wait for a moderator. */
  waiting: number;
}

/** The surroundings of a page's contents. `here` is its path, for the links that change the language. */
export interface PageContext extends LocaleSettings {
  assets: Assets;
  here: string;
  isSignedIn: boolean;
  team?: TeamLinksShape | null;
  /** The act of a form just sent, for a notice at the top. */
  said?: DoneMessage | null;
  /** Random for each page with a session, for forms that make something; see OnceField. */
  onceKey?: string;
  title: string;
  conference?: { slug: string; title: string; brand: PageBrand | null } | null;
  kind: string;
  /** Whether search engines may list it. */
  isListed: boolean;
  /** The part of the conference that the head marks. */
  section?: 'programme' | 'discussions' | 'questions' | 'highlights' | 'recaps' | undefined;
  island?: object | null;
  head?: PageHead | null;
}

/** Notices after forms: the texts `pages.said.*`. */
export const SAID = [
  'saved',
  'saved-outside',
  'done',
  'conference-made',
  'conference-removed',
  'invitations-sent',
  'profile-added',
  'profile-withdrawn',
  'session-ended',
  'sessions-ended',
  'passkey-removed',
  'token-revoked',
  'followed',
  'unfollowed',
  'reply-left',
  'comment-published',
  'comment-waits',
  'question-published',
  'question-waits',
  'sent',
  'edited',
  'edit-waits',
  'withdrawn',
  'now-comment',
  'now-question',
  'voted',
  'vote-taken-back',
  'reported',
  'appealed',
] as const;

export type DoneMessage = (typeof SAID)[number];
