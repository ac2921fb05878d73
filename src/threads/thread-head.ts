import { byKey } from '../kernel/by-key.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ConferenceSettings } from '../programme/conference.settings.ts';
import type { CountChange, EventNumbers, ThreadEvent } from './thread-event.ts';
import type { Thread, ThreadHead } from './thread.entity.ts';
import { nextPhaseAfter } from './thread.policy.ts';
import type { ThreadContext } from './thread-write.ts';

/** The effect of a transaction on one thread. */
export interface HeadChange {
  readonly events: { event: ThreadEvent; numbers: EventNumbers }[];
  readonly counts: Record<keyof CountChange, number>;
  isActivity: boolean;
}

export const noChange = (): HeadChange => ({
  events: [],
  counts: { comments: 0, questions: 0, answered: 0, declined: 0, merged: 0, expired: 0 },
  isActivity: false,
});

export const HEAD_COLUMNS = `h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
    h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt"`;

export const THREAD_COLUMNS = `t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
    t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
    t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
    t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
    t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides"`;

/**
 * Locks heads in the order of their ids, and reads what every write needs in a later statement, since the waiting one
 * would return rows from before the lock. Leaves out absent threads, with `skip` also locked ones.
 */
export async function lockHeads(
  tx: Tx,
  threadIds: readonly string[],
  now: Date,
  { skip }: { skip: boolean },
): Promise<Map<string, ThreadContext>> {
  const [heads, rows] = await Promise.all([
    tx.query<ThreadHead>(
      `select ${HEAD_COLUMNS} from thread_heads h
       where thread_id = any($1)
       order by thread_id
       for no key update${skip ? ' skip locked' : ''}`,
      [threadIds],
    ),
    tx.query<Thread & { settings: ConferenceSettings; timeZone: string }>(
      `select ${THREAD_COLUMNS}, c.settings, c.time_zone "timeZone"
       from threads t
       join conferences c on c.id = t.conference_id
       where t.id = any($1)`,
      [threadIds],
    ),
  ]);
  const threads = byKey(rows, ({ id }) => id);
  return new Map(
    heads.map((head) => {
      const { settings, timeZone, ...thread } = threads.get(head.threadId)!;
      return [head.threadId, { thread, head, conference: { id: thread.conferenceId, settings, timeZone }, now }];
    }),
  );
}

/** Appends the events to the log and moves the heads, once for the whole transaction. */
export function saveHeads(tx: Tx, changes: readonly (readonly [ThreadContext, HeadChange])[]): void {
  const moved = changes.filter(([, { events }]) => events.length > 0);
  if (moved.length === 0) return;
  tx.send(
    `insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
     select thread_id, n, seq, kind, comment_id, data, at
     from json_to_recordset($1::json) as r(
       thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
     )`,
    [
      JSON.stringify(
        moved.flatMap(([{ thread, now }, { events }]) =>
          events.map(({ event, numbers }) => ({
            thread_id: thread.id,
            ...numbers,
            kind: event.kind,
            comment_id: event.commentId,
            data: event.data ?? {},
            at: now,
          })),
        ),
      ),
    ],
  );
  tx.send(
    `update thread_heads h
     set seq = r.seq, n = r.n, comments = h.comments + r.comments, questions = h.questions + r.questions,
       answered = h.answered + r.answered, declined = h.declined + r.declined, merged = h.merged + r.merged,
       expired = h.expired + r.expired, last_activity_at = coalesce(r.last_activity_at, h.last_activity_at),
       next_phase_at = r.next_phase_at
     from json_to_recordset($1::json) as r(
       thread_id uuid, seq int, n int, comments int, questions int, answered int, declined int, merged int,
       expired int, last_activity_at timestamptz, next_phase_at timestamptz
     )
     where h.thread_id = r.thread_id`,
    [
      JSON.stringify(
        moved.map(([{ thread, head, now }, { counts, isActivity }]) => ({
          thread_id: thread.id,
          seq: head.seq,
          n: head.n,
          ...counts,
          last_activity_at: isActivity ? now : null,
          next_phase_at: nextPhaseAfter(thread, now),
        })),
      ),
    ],
  );
}
