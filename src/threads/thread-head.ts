import { notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ConferenceSettings } from '../programme/conference.settings.ts';
import type { CountChange, Numbered, ThreadEvent } from './thread-event.ts';
import type { Thread, ThreadHead } from './thread.entity.ts';
import { nextPhaseAfter } from './thread.policy.ts';
import type { ThreadContext } from './work.ts';

export interface HeadChange { events: { event: ThreadEvent; numbers: Numbered }[]; counts: CountChange; isActivity: boolean }

export const HEAD_COLUMNS = `h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered, h.declined, h.merged, h.expired,
  h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt"`;

export const THREAD_COLUMNS = `t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.slug, t.title, t.state, t.locked_at "lockedAt", t.live_since "liveSince",
  t.screening, t.slow_mode "slowMode", t.opens_at "opensAt", t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides"`;

/**
 * Locks the head of a thread and reads, after the lock and in another statement, what every work needs: a statement
 * that waited for the lock would answer with rows from before it. Throws not-found.
 */
export async function lockHead(tx: Tx, threadId: string, now: Date): Promise<ThreadContext> {
  const [head] = await tx.query<ThreadHead>(`select ${HEAD_COLUMNS} from thread_heads h where thread_id = $1 for no key update`, [threadId]);
  if (!head) throw notFound();
  const [row] = await tx.query<Thread & { settings: ConferenceSettings; timeZone: string }>(
    `select ${THREAD_COLUMNS}, c.settings, c.time_zone "timeZone" from threads t join conferences c on c.id = t.conference_id where t.id = $1`,
    [threadId],
  );
  const { settings, timeZone, ...thread } = row!;
  return { thread, head, conference: { id: thread.conferenceId, settings, timeZone }, now };
}

/** Appends the events to the log and moves the head, once for the whole transaction. */
export async function saveHead(tx: Tx, { thread, head, now }: ThreadContext, { events, counts, isActivity }: HeadChange): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
     select $1, n, seq, kind, comment_id, data, $3 from jsonb_to_recordset($2::jsonb) as r(n int, seq int, kind text, comment_id uuid, data jsonb)`,
    [thread.id, JSON.stringify(events.map(({ event, numbers }) => ({ ...numbers, kind: event.kind, comment_id: event.commentId, data: event.data ?? {} }))), now],
  );
  const by = (name: keyof CountChange): number => counts[name] ?? 0;
  await tx.query(
    `update thread_heads set seq = $2, n = $3, comments = comments + $4, questions = questions + $5, answered = answered + $6, declined = declined + $7,
       merged = merged + $8, expired = expired + $9, last_activity_at = case when $10 then $11::timestamptz else last_activity_at end, next_phase_at = $12
     where thread_id = $1`,
    [thread.id, head.seq, head.n, by('comments'), by('questions'), by('answered'), by('declined'), by('merged'), by('expired'), isActivity, now, nextPhaseAfter(thread, now)],
  );
}
