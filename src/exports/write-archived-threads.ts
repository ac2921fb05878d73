import type { Tx } from '../platform/database/database.ts';
import { nextPhaseAfter, phaseOf } from '../threads/thread.policy.ts';
import type { ThreadData } from './archive.requests.ts';
import { refuseForeignIds } from './refuse-foreign-ids.ts';

/**
 * Writes threads, which keep their phases whatever the settings say. Throws `archive-refused` when a talk or thread of
 * another conference has one of the ids.
 */
export async function writeThreads(
  tx: Tx,
  conferenceId: string,
  threads: readonly ThreadData[],
  now: Date,
): Promise<void> {
  const rows = threads.map((thread) => {
    const phases = phasesOf(thread);
    return {
      id: thread.id,
      talk_id: thread.talkId,
      recap_id: thread.talkId === null ? (thread.recapId ?? null) : null,
      slug: thread.slug,
      title: thread.title,
      state: phaseOf(phases, now),
      locked_at: thread.state === 'locked' ? now : null,
      lock_reason: thread.lockReason ?? null,
      screening: thread.screening,
      slow_mode: thread.slowMode,
      opens_at: phases.opensAt,
      starts_at: phases.startsAt,
      readonly_at: phases.readonlyAt,
      archived_at: phases.archivedAt,
      phase_overrides: thread.phases,
    };
  });
  await tx.query(
    `insert into threads (
       id, conference_id, talk_id, recap_id, author_id, slug, title, state, locked_at, lock_reason, screening,
       slow_mode, opens_at, starts_at, readonly_at, archived_at, phase_overrides
     )
     select r.id, $1, talk_id, a.id, a.persona_id, r.slug, title, state, locked_at, lock_reason, screening, slow_mode,
       opens_at, starts_at, readonly_at, archived_at, phase_overrides
     from jsonb_to_recordset($2::jsonb) as r(
       id uuid, talk_id uuid, recap_id uuid, slug text, title text, state text, locked_at timestamptz, lock_reason text,
       screening text, slow_mode jsonb, opens_at timestamptz, starts_at timestamptz, readonly_at timestamptz,
       archived_at timestamptz, phase_overrides jsonb
     )
     left join recaps a on a.id = r.recap_id and a.conference_id = $1
     on conflict do nothing`,
    [conferenceId, JSON.stringify(rows)],
  );
  await refuseForeignIds(tx, conferenceId, {
    threads: rows.map(({ id }) => id),
    talks: rows.flatMap(({ talk_id }) => talk_id ?? []),
  });
  await tx.query(
    `insert into archived_threads (thread_id, seq)
     select id, seq from jsonb_to_recordset($1::jsonb) as r(id uuid, seq int)
     on conflict do nothing`,
    [JSON.stringify(threads.map(({ id, seq }) => ({ id, seq })))],
  );
  await tx.query(
    `update talks k
     set thread_id = t.id
     from threads t
     where t.id = any($2)
       and t.talk_id = k.id
       and k.conference_id = $1
       and k.thread_id is null`,
    [conferenceId, rows.map(({ id }) => id)],
  );
}

/** Writes the head of a thread, by which log readers and readers find it. */
export async function writeHead(tx: Tx, thread: ThreadData, now: Date): Promise<void> {
  const { counts } = thread;
  await tx.query(
    `insert into thread_log (thread_id, n, seq, kind, at)
     values ($1, $2, $2, 'thread.changed', $3)
     on conflict do nothing`,
    [thread.id, thread.seq, thread.lastActivityAt ?? now],
  );
  await tx.query(
    `insert into thread_heads (
       thread_id, seq, n, comments, questions, answered, declined, merged, expired, last_activity_at, next_phase_at
     )
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing`,
    [
      thread.id,
      thread.seq,
      counts.comments,
      counts.questions,
      counts.answered,
      counts.declined,
      counts.merged,
      counts.expired,
      thread.lastActivityAt,
      nextPhaseAfter(phasesOf(thread), now),
    ],
  );
}

const phasesOf = ({
  phases,
  startsAt,
}: ThreadData): { opensAt: Date; startsAt: Date; readonlyAt: Date; archivedAt: Date } => ({
  opensAt: new Date(phases.opensAt),
  startsAt: new Date(startsAt),
  readonlyAt: new Date(phases.readonlyAt),
  archivedAt: new Date(phases.archivedAt),
});
