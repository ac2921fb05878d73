import type { DigestRhythm, EmailKind, EmailSettings } from '../accounts/email-kinds.policy.ts';
import { addTo } from '../kernel/clock.ts';
import { dateIn, instantIn } from '../kernel/zone.ts';
import { COLLECTED_MINUTES } from '../platform/mail/collecting.policy.ts';

/** The event that concerned an account, as a notice says it. */
export type EmailNoticeKind =
  | 'answered'
  | 'reply'
  | 'merged'
  | 'declined'
  | 'expired'
  | 'followed-answer'
  | 'followed-recap'
  | 'followed-link'
  | 'waiting'
  | 'queue';

/** The switch that a kind of notice belongs to. */
export const SWITCH_OF: Record<EmailNoticeKind, EmailKind> = {
  answered: 'answered',
  reply: 'replies',
  merged: 'outcomes',
  declined: 'outcomes',
  expired: 'outcomes',
  'followed-answer': 'followed',
  'followed-recap': 'followed',
  'followed-link': 'followed',
  waiting: 'waiting',
  queue: 'queue',
};

/** Kinds that are e-mailed when they happen; all others wait for the digest. */
const AT_ONCE: readonly EmailNoticeKind[] = ['answered', 'waiting'];

/**
 * The reason why a notice waits or came to nothing. Waiting: `digest`: for the next digest; `budget`: also, because the
 * day's e-mails were sent; `pause`: for its end; `collect`: others of ten minutes come along; `daily`: one e-mail a day
 * about waiting questions. Nothing: `kind`: switched off; `no-digest`, `budget`: digests are off; `seen`: its reader
 * was there; `over`: the discussion had ended; `settled`: the question waits no more; `hidden`: its words are hidden;
 * `refused`, `undelivered`: by the mail server.
 */
export type NoticeRule =
  | 'digest'
  | 'budget'
  | 'pause'
  | 'collect'
  | 'daily'
  | 'kind'
  | 'no-digest'
  | 'seen'
  | 'over'
  | 'settled'
  | 'hidden'
  | 'refused'
  | 'undelivered';

/** A conference's days and zone, by which its digests come. */
export interface DigestPlace {
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

/** A notice that no e-mail holds yet. */
export interface UnsentNotice {
  id: string;
  kind: EmailNoticeKind;
  conferenceId: string;
  /** The reason why it has waited until now; null for a new one. */
  rule: NoticeRule | null;
  place: DigestPlace;
  /** Whether the discussion was over when it happened. */
  isOver: boolean;
  /** For a question that waits: whether it still does. */
  isOpen: boolean;
}

/** The e-mails that one account has been sent. */
export interface SentEmails {
  /** Today, by its own calendar; codes and decisions do not count. */
  today: number;
  /** The last e-mail about answers, and about waiting questions. */
  lastAt: Partial<Record<EmailNoticeKind, Date>>;
}

export interface AccountPlanInput {
  settings: EmailSettings;
  sent: SentEmails;
  /** The notices that are due, the oldest first. */
  due: readonly UnsentNotice[];
  /** All others that wait for a digest. */
  waiting: readonly UnsentNotice[];
  now: Date;
}

export interface EmailInPlan {
  form: 'notice' | 'digest' | 'summary';
  /** Null for a digest. */
  kind: EmailNoticeKind | null;
  noticeIds: string[];
}

export interface AccountPlan {
  emails: EmailInPlan[];
  /** Considered again at `until`. */
  later: { id: string; rule: NoticeRule; until: Date }[];
  /** Comes to nothing. */
  settled: { id: string; fate: 'held' | 'void'; rule: NoticeRule }[];
}

/** The kinds a digest takes when its hour comes: all that waits for it, whatever conference it is of. */
const FOR_DIGEST: readonly (NoticeRule | null)[] = ['digest', 'budget', 'pause'];

/**
 * Decides what becomes of one account's notices now. Kinds that are told at once leave while the day's budget lasts;
 * all else waits for the digest, which is one e-mail. A pause holds everything for one summary after it.
 */
export function planAccount({ settings, sent, due, waiting, now }: AccountPlanInput): AccountPlan {
  const plan: AccountPlan = { emails: [], later: [], settled: [] };
  const digest: UnsentNotice[] = [];
  const atOnce = new Map<EmailNoticeKind, UnsentNotice[]>();
  for (const notice of due) {
    const end = endOf(notice, settings);
    const pauseEnd = pauseEndOf(settings, notice.place);
    if (end) plan.settled.push({ id: notice.id, ...end });
    else if (pauseEnd && now < pauseEnd) plan.later.push({ id: notice.id, rule: 'pause', until: pauseEnd });
    else if (FOR_DIGEST.includes(notice.rule)) digest.push(notice);
    else if (AT_ONCE.includes(notice.kind)) atOnce.set(notice.kind, [...(atOnce.get(notice.kind) ?? []), notice]);
    else putOff(plan, notice, { settings, now, rule: 'digest' });
  }
  let left = settings.budget - sent.today - (digest.length > 0 ? 1 : 0);
  for (const [kind, notices] of atOnce) {
    const mayLeaveAt = nextOf(kind, sent);
    if (mayLeaveAt && now < mayLeaveAt.at) {
      for (const { id } of notices) plan.later.push({ id, rule: mayLeaveAt.rule, until: mayLeaveAt.at });
    } else if (left > 0) {
      left -= 1;
      plan.emails.push({ form: 'notice', kind, noticeIds: notices.map(({ id }) => id) });
    } else for (const notice of notices) putOff(plan, notice, { settings, now, rule: 'budget' });
  }
  if (digest.length > 0) plan.emails.push(digestOf([...digest, ...alsoIn(waiting, settings)], plan));
  return plan;
}

/** The next hour of an account's digest, after `now`; null when it gets none. */
export function nextDigest(settings: EmailSettings, place: DigestPlace, now: Date): Date | null {
  const { rhythm, hour, timeZone } = settings.digest;
  if (rhythm === 'off') return null;
  const zone = timeZone ?? place.timeZone;
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayAfter(dateIn(zone, now), ahead);
    const at = instantIn(zone, day, clockTime(hour));
    if (at > now && isDigestDay(day, rhythm, place)) return at;
  }
  return null;
}

/** The digest's hour on the day until which an account pauses, also when it has passed; null without a pause. */
export function pauseEndOf({ pausedUntil, digest }: EmailSettings, place: DigestPlace): Date | null {
  return pausedUntil === null
    ? null
    : instantIn(digest.timeZone ?? place.timeZone, pausedUntil, clockTime(digest.hour));
}

/** The time at which a notice that waits is considered again after its account's settings were changed. */
export function dueAfterChange(
  { rule, place }: Pick<UnsentNotice, 'rule' | 'place'>,
  settings: EmailSettings,
  now: Date,
): Date {
  const pauseEnd = pauseEndOf(settings, place);
  if (pauseEnd && pauseEnd > now) return pauseEnd;
  // Notices that a pause kept back leave as one summary, also when the pause is ended early.
  if (rule === 'pause')
    return nextDigest({ ...settings, digest: { ...settings.digest, rhythm: 'daily' } }, place, now)!;
  return (FOR_DIGEST.includes(rule) ? nextDigest(settings, place, now) : null) ?? now;
}

/** The beginning of an account's day. */
export const dayBegan = (settings: EmailSettings, place: DigestPlace, now: Date): Date => {
  const zone = settings.digest.timeZone ?? place.timeZone;
  return instantIn(zone, dateIn(zone, now));
};

function endOf(
  { kind, rule, isOver, isOpen }: UnsentNotice,
  settings: EmailSettings,
): { fate: 'held' | 'void'; rule: NoticeRule } | null {
  if (!settings.kinds[SWITCH_OF[kind]]) return { fate: 'held', rule: 'kind' };
  if (kind === 'waiting' && !isOpen) return { fate: 'void', rule: 'settled' };
  if (isOver && SWITCH_OF[kind] !== 'outcomes') return { fate: 'held', rule: 'over' };
  if (rule !== 'pause' && FOR_DIGEST.includes(rule) && settings.digest.rhythm === 'off')
    return { fate: 'held', rule: rule === 'budget' ? 'budget' : 'no-digest' };
  return null;
}

interface PuttingOff {
  settings: EmailSettings;
  now: Date;
  rule: 'digest' | 'budget';
}

function putOff(plan: AccountPlan, { id, place }: UnsentNotice, { settings, now, rule }: PuttingOff): void {
  const until = nextDigest(settings, place, now);
  if (until) plan.later.push({ id, rule, until });
  else plan.settled.push({ id, fate: 'held', rule: rule === 'budget' ? 'budget' : 'no-digest' });
}

/** The time at which the next e-mail of a kind may leave, and the rule; null when at once. */
function nextOf(kind: EmailNoticeKind, { lastAt }: SentEmails): { at: Date; rule: NoticeRule } | null {
  const last = lastAt[kind];
  if (!last) return null;
  return kind === 'waiting'
    ? { at: addTo(last, { days: 1 }), rule: 'daily' }
    : { at: addTo(last, { minutes: COLLECTED_MINUTES }), rule: 'collect' };
}

const alsoIn = (waiting: readonly UnsentNotice[], settings: EmailSettings): UnsentNotice[] =>
  waiting.filter((notice) => FOR_DIGEST.includes(notice.rule) && endOf(notice, settings) === null);

/** Makes the digest; notices that were put off in this very plan stay for the next one. */
function digestOf(notices: readonly UnsentNotice[], { later }: AccountPlan): EmailInPlan {
  const putOffNow = new Set(later.map(({ id }) => id));
  const inIt = notices.filter(({ id }) => !putOffNow.has(id));
  return {
    form: inIt.some(({ rule }) => rule === 'pause') ? 'summary' : 'digest',
    kind: null,
    noticeIds: inIt.map(({ id }) => id),
  };
}

function isDigestDay(day: string, rhythm: DigestRhythm, { startsOn, endsOn }: DigestPlace): boolean {
  const isMonday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  if (rhythm === 'daily') return true;
  return isMonday || (rhythm === 'usual' && day >= dayAfter(startsOn, -1) && day <= dayAfter(endsOn, 2));
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const clockTime = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
