import type { Screening } from '../programme/conference.settings.ts';
import { listedWord, type WordLists } from './word-lists.ts';

export interface ScreeningInput {
  mode: Screening;
  /** Speaker of the talk, moderator or organizer. */
  isTrusted: boolean;
  /** Whether one of the account's comments in this conference was ever public; false for a guest, always a stranger. */
  isApproved: boolean;
  /** Whether a sanction of the account here ended recently. */
  isWatched: boolean;
  /** Whether the author is a guest where everything of guests is read first. */
  holdsGuest: boolean;
  html: string;
  source: string;
  wordLists: WordLists;
}

type ScreeningRule = (screened: ScreeningInput) => string | null;

/** Links from which a new account's text is held: one is a source, several are mostly advertising. */
const LINKS_THAT_HOLD = 2;

const linksIn = (html: string): number => html.split('<a ').length - 1;

/**
 * Rules in order; the first reason counts. A rule may hold and never delete, because a machine only asks a person to
 * look. What is refused (a sanction, a duplicate, too fast) never comes here.
 */
const RULES: readonly ScreeningRule[] = [
  // Organizers who want to read everything first.
  ({ mode }) => (mode === 'all' ? 'all' : null),
  ({ holdsGuest }) => (holdsGuest ? 'guest' : null),
  // An account whose sanction has just ended begins under review.
  ({ isWatched }) => (isWatched ? 'standing' : null),
  ({ isApproved, html }) => (!isApproved && linksIn(html) >= LINKS_THAT_HOLD ? 'links' : null),
  // The first words of a new account wait for a moderator.
  ({ mode, isApproved }) => (mode === 'first' && !isApproved ? 'first' : null),
  // Words the organizers listed. Last, because it costs the most.
  ({ source, wordLists }) => (listedWord(source, wordLists) === null ? null : 'words'),
];

/** The reason to hold a text before it is public; null to publish. People with a role here pass. */
export function screen(screened: ScreeningInput): string | null {
  if (screened.isTrusted) return null;
  for (const rule of RULES) {
    const reason = rule(screened);
    if (reason) return reason;
  }
  return null;
}
