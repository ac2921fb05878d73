import { addTo } from '../../kernel/clock.ts';

/** Time for which notices to one account are collected after an e-mail of their topic, in minutes. */
export const COLLECTED_MINUTES = 10;

/** Time after which an e-mail that was claimed and never noted as sent is tried again, in minutes. */
export const RETRY_MINUTES = 5;

/** Days for which an e-mail that fails is tried again; it is given up then. */
export const TRIED_DAYS = 3;

/** Most notices in one e-mail; the others follow after COLLECTED_MINUTES. */
export const MOST_IN_ONE_EMAIL = 100;

/** A notice that an account is to get by e-mail. */
export interface PendingNotice {
  id: string;
  /** Notices of one topic are collected; one without a topic is sent at once and alone. */
  topic: string | null;
  /** The e-mail of an earlier attempt: its contents never change, so that mail systems recognise a retry. */
  emailId: string | null;
}

export interface EmailPlan {
  /** Each becomes one e-mail now; `emailId` is null for a new one. */
  emails: { emailId: string | null; topic: string | null; noticeIds: string[] }[];
  /** Considered again at `dueAt`. */
  later: { noticeIds: string[]; dueAt: Date }[];
}

/**
 * Decides what one account is sent now. The first notice of a topic is sent at once; those within ten minutes after an
 * e-mail of that topic are sent together. `lastTried` holds the last e-mail of each topic.
 */
export function planEmails(
  pending: readonly PendingNotice[],
  lastTried: ReadonlyMap<string, Date>,
  now: Date,
): EmailPlan {
  const plan: EmailPlan = { emails: [], later: [] };
  const isRetried = ({ emailId }: PendingNotice): boolean => emailId !== null;
  for (const [emailId, notices] of groupsOf(pending.filter(isRetried), ({ emailId }) => emailId)) {
    plan.emails.push({ emailId, topic: notices[0]!.topic, noticeIds: idsOf(notices) });
  }
  const retriedTopics = new Set(plan.emails.map(({ topic }) => topic));
  for (const [topic, notices] of groupsOf(
    pending.filter((notice) => !isRetried(notice)),
    ({ topic }) => topic,
  )) {
    if (topic === null) {
      for (const { id } of notices) plan.emails.push({ emailId: null, topic, noticeIds: [id] });
      continue;
    }
    const last = retriedTopics.has(topic) ? now : lastTried.get(topic);
    const mayLeaveAt = last === undefined ? now : addTo(last, { minutes: COLLECTED_MINUTES });
    const leaving = mayLeaveAt <= now ? notices.slice(0, MOST_IN_ONE_EMAIL) : [];
    const waiting = notices.slice(leaving.length);
    if (leaving.length > 0) plan.emails.push({ emailId: null, topic, noticeIds: idsOf(leaving) });
    const dueAt = leaving.length > 0 ? addTo(now, { minutes: COLLECTED_MINUTES }) : mayLeaveAt;
    if (waiting.length > 0) plan.later.push({ noticeIds: idsOf(waiting), dueAt });
  }
  return plan;
}

const idsOf = (notices: readonly PendingNotice[]): string[] => notices.map(({ id }) => id);

function groupsOf<Key>(
  notices: readonly PendingNotice[],
  keyOf: (notice: PendingNotice) => Key,
): Map<Key, PendingNotice[]> {
  const groups = new Map<Key, PendingNotice[]>();
  for (const notice of notices) groups.set(keyOf(notice), [...(groups.get(keyOf(notice)) ?? []), notice]);
  return groups;
}
