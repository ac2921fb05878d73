import type { Screening } from '../../programme/conference.settings.ts';

export interface Screened {
  mode: Screening;
  /** Speaker of the talk, moderator or organizer. */
  isTrusted: boolean;
  /** Whether one of the account's comments in this conference has ever been public. */
  isApproved: boolean;
  html: string;
}

type Rule = (screened: Screened) => string | null;

/** In this order; the first reason counts. Each may hold, none may delete. */
const RULES: readonly Rule[] = [
  // Organizers who want to read everything first.
  ({ mode }) => (mode === 'all' ? 'all' : null),
  // A stranger's first words wait for somebody to read them.
  ({ mode, isApproved }) => (mode === 'first' && !isApproved ? 'first' : null),
  // One link is a source; several from a stranger are mostly advertising.
  ({ isApproved, html }) => (!isApproved && html.split('<a ').length > 2 ? 'links' : null),
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
