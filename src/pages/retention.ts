import { API_TOKEN_DAYS_AT_MOST } from '../accounts/api-token.policy.ts';
import { INVITED_ADDRESS_DAYS } from '../accounts/forget-invited-addresses.ts';
import { INVITATION_DAYS } from '../accounts/invitation-rows.ts';
import { RETURN_DAYS } from '../accounts/returned-emails.ts';
import { HIDDEN_GONE_HOURS, PERSONA_GONE_MINUTES } from '../comments/departure.policy.ts';
import { ASKERS_KNOWN_DAYS } from '../comments/forget-askers.ts';
import { WAITING_MINUTES } from '../imports/waiting-files.ts';
import { REPLY_DAYS } from '../inbound/give-addresses.ts';
import { DRAFT_DAYS } from '../inbound/reply-drafts.ts';
import { NOTICES_KEPT_DAYS } from '../notifications/forget-notices.ts';
import { CHALLENGE_MINUTES } from '../passkeys/challenges.ts';
import { BROWSER_MINUTES, CODE_MINUTES, CODE_TRIES, CODES_KEPT_HOURS } from '../sessions/code.policy.ts';
import { KNOWN_BROWSER_DAYS } from '../sessions/known-browsers.ts';
import { SESSION_DAYS, SESSION_DAYS_AT_MOST, WRITE_KEYS_KEPT_HOURS } from '../sessions/session.policy.ts';
import { LIMITS_MINUTES } from '../sessions/sign-in-limits.ts';
import { LANGUAGE_DAYS } from './page-contexts.ts';

/** Retention periods, taken from the modules that enforce them. The privacy page has no number of its own. */
export const KEPT = {
  codeMinutes: CODE_MINUTES,
  codeTries: CODE_TRIES,
  codeHours: CODES_KEPT_HOURS,
  browserMinutes: BROWSER_MINUTES,
  knownDays: KNOWN_BROWSER_DAYS,
  sessionDays: SESSION_DAYS,
  sessionDaysAtMost: SESSION_DAYS_AT_MOST,
  apiTokenDaysAtMost: API_TOKEN_DAYS_AT_MOST,
  challengeMinutes: CHALLENGE_MINUTES,
  noticeDays: NOTICES_KEPT_DAYS,
  askerDays: ASKERS_KNOWN_DAYS,
  invitationDays: INVITATION_DAYS,
  invitedAddressDays: INVITED_ADDRESS_DAYS,
  waitingMinutes: WAITING_MINUTES,
  repeatHours: WRITE_KEYS_KEPT_HOURS,
  limitMinutes: LIMITS_MINUTES,
  languageDays: LANGUAGE_DAYS,
  replyDays: REPLY_DAYS,
  draftDays: DRAFT_DAYS,
  returnDays: RETURN_DAYS,
  goneMinutes: PERSONA_GONE_MINUTES,
  goneHours: HIDDEN_GONE_HOURS,
} as const;

/** Longest time that an erased account stays visible. */
export const GONE_WITHIN = { minutes: PERSONA_GONE_MINUTES, hours: HIDDEN_GONE_HOURS } as const;
