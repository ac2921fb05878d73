import type { Screening } from '../../programme/conference.settings.ts';
import { listedWord, type WordLists } from './word-lists.ts';

export interface Screened {
  mode: Screening;
  /** Speaker of the talk, moderator or organizer. */
  isTrusted: boolean;
  /** Whether one of the account's comments in this conference has ever been public. */
  isApproved: boolean;
  /** Whether a mute or a suspension of the account here has ended lately. */
  isWatched: boolean;
  html: string;
  source: string;
  wordLists: WordLists;
}

type Rule = (screened: Screened) => string | null;

/**
 * In this order; the first reason counts. Each may hold, none may delete: a machine takes nothing from anybody, it only
 * asks a person to look. What is refused at once (a sanction that lasts, the same words again, too fast) never comes
 * here.
 */
const RULES: readonly Rule[] = [
  // Organizers who want to read everything first.
  ({ mode }) => (mode === 'all' ? 'all' : null),
  // Standing: whoever has just served a sanction begins under somebody's eyes.
  ({ isWatched }) => (isWatched ? 'standing' : null),
  // One link is a source; several from a stranger are mostly advertising.
  ({ isApproved, html }) => (!isApproved && html.split('<a ').length > 2 ? 'links' : null),
  // A stranger's first words wait for somebody to read them.
  ({ mode, isApproved }) => (mode === 'first' && !isApproved ? 'first' : null),
  // Words the organizers want to see before others do. Last, since it is the one that costs.
  ({ source, wordLists }) => (listedWord(source, wordLists) === null ? null : 'words'),
];

/** Why a text is held before anybody sees it; null to publish. People with a role here pass. */
export function screen(screened: Screened): string | null {
  if (screened.isTrusted) return null;
  for (const rule of RULES) {
    const reason = rule(screened);
    if (reason) return reason;
  }
  return null;
}
