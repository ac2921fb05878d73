import { invalidRequest } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Screening, SlowMode } from '../programme/conference.settings.ts';
import type { ThreadEventKind } from './thread-event.ts';
import type { PhaseOverrides, Thread } from './thread.entity.ts';
import { phaseOf, type Phases } from './thread.policy.ts';
import type { ExclusiveWrite, ThreadContext } from './thread-write.ts';

export interface ThreadChanges {
  title?: string;
  /** A lock with its reason; false to unlock. */
  locked?: { reason: string } | false;
  screening?: Screening | null;
  slowMode?: SlowMode | null;
  phaseOverrides?: PhaseOverrides;
  phases?: Phases;
  liveSince?: Date | null;
  liveUntil?: Date | null;
  announcementId?: string | null;
}

export interface ChangeThreadInput {
  event: ThreadEventKind;
  /** Takes the locks that go before that of a thread. */
  before?: (tx: Tx) => Promise<void>;
  changesOf: (context: ThreadContext) => ThreadChanges | null;
  also?: (tx: Tx, context: ThreadContext) => Promise<void>;
}

/**
 * Writes the changed row of a thread with one public event. Only null from `changesOf` writes nothing: changes are not
 * compared with the row, so that repeating its values takes a number too.
 */
export const changeThreadWrite: ExclusiveWrite<
  ChangeThreadInput,
  null,
  { thread: Thread; also: ChangeThreadInput['also'] }
> = {
  isBatched: false,
  conflictKeys: () => [],
  before: async (tx, { before }) => before?.(tx),
  read: async (_tx, _context, inputs) => inputs.map(() => null),

  decide({ event, changesOf, also }, _facts, context) {
    const changes = changesOf(context);
    if (!changes) return { events: [], rows: { thread: context.thread, also } };
    const thread = changed(context.thread, changes, context.now);
    return { events: [{ kind: event, commentId: null, isPublic: true }], rows: { thread, also } };
  },

  async write(tx, context, [written]) {
    const { thread, also } = written!.rows;
    Object.assign(context.thread, thread);
    await tx.query(
      `update threads
       set title = $2, state = $3, locked_at = $4, lock_reason = $15, screening = $5, slow_mode = $6, opens_at = $7,
         starts_at = $8, readonly_at = $9, archived_at = $10, phase_overrides = $11, live_since = $12,
         live_until = $13, announcement_id = $14
       where id = $1`,
      [
        thread.id,
        thread.title,
        thread.state,
        thread.lockedAt,
        thread.screening,
        thread.slowMode,
        thread.opensAt,
        thread.startsAt,
        thread.readonlyAt,
        thread.archivedAt,
        thread.phaseOverrides,
        thread.liveSince,
        thread.liveUntil,
        thread.announcementId,
        thread.lockReason,
      ],
    );
    await also?.(tx, context);
  },
};

/** For the write that posts the announcement, whose event is thread.announced. */
export const showAnnouncement = (tx: Tx, threadId: string, commentId: string): Promise<unknown> =>
  tx.query('update threads set announcement_id = $2 where id = $1', [threadId, commentId]);

/** For the writes of a recap's thread: what its readers see of the recap; `hiddenAt` is set while nobody reads it. */
export const showRecap = (
  tx: Tx,
  threadId: string,
  { title, hiddenAt }: { title: string; hiddenAt: Date | null },
): Promise<unknown> =>
  tx.query('update threads set title = $2, hidden_at = $3 where id = $1', [threadId, title, hiddenAt]);

/** For the writes of a recap's state: hides its thread, or shows it with null. */
export const hideThread = (tx: Tx, threadId: string, hiddenAt: Date | null): Promise<unknown> =>
  tx.query('update threads set hidden_at = $2 where id = $1', [threadId, hiddenAt]);

function changed(thread: Thread, changes: ThreadChanges, now: Date): Thread {
  const { locked, phases, ...columns } = changes;
  const merged: Thread = { ...thread, ...columns, ...phases };
  if (locked !== undefined) {
    merged.lockedAt = locked ? (thread.lockedAt ?? now) : null;
    merged.lockReason = locked ? locked.reason : null;
  }
  if (merged.readonlyAt > merged.archivedAt || merged.opensAt > merged.readonlyAt) {
    throw invalidRequest([
      { pointer: '#/phases', detail: 'Let opensAt come first, then readonlyAt, then archivedAt.' },
    ]);
  }
  return { ...merged, state: phaseOf(merged, now) };
}
