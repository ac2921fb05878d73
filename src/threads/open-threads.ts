import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { FreeNames } from '../kernel/free-names.ts';
import { timedId } from '../kernel/ids.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { Talk } from '../programme/talk.entity.ts';
import { nextPhaseAfter, phaseOf } from './thread.policy.ts';
import { phasesOf } from './phases.ts';
import type { ThreadEventKind } from './thread-event.ts';

export interface NewThread {
  slug: string;
  title: string;
  talk: Pick<Talk, 'id' | 'startsAt'> | null;
  /** The recap that is answered in it. */
  recap?: NewRecapThread;
}

export interface NewRecapThread {
  id: string;
  /** The persona that wrote it; null for an official one. */
  authorId: string | null;
  /** Held before anybody saw it: the thread is hidden, and its first event takes no public number. */
  isHeld: boolean;
}

/** Opens threads for talks, recaps or subjects of the conference. A thread keeps its slug for good. */
@Injectable()
export class OpenThreads {
  constructor(private readonly clock: Clock) {}

  /** Returns ids in the given order. A slug that another thread of the conference has gets a number. */
  async open(tx: Tx, conference: Conference, wanted: readonly NewThread[]): Promise<string[]> {
    if (wanted.length === 0) return [];
    const now = this.clock.now();
    const names = new FreeNames(
      (await tx.query<{ slug: string }>('select slug from threads where conference_id = $1', [conference.id])).map(
        ({ slug }) => slug,
      ),
    );
    const ids: string[] = [];
    for (const slice of slicesOf(wanted)) {
      const rows = slice.map((thread) => rowOf(conference, { ...thread, slug: names.claim(thread.slug) }, now));
      await write(tx, conference.id, { rows, now });
      ids.push(...rows.map(({ id }) => id));
      // One import opens hundreds of threads; other requests come between.
      await nextTurn();
    }
    return ids;
  }
}

type NewThreadRow = ReturnType<typeof rowOf>;

function rowOf(conference: Conference, { slug, title, talk, recap }: NewThread, now: Date) {
  const phases = phasesOf(conference, talk, {});
  return {
    id: timedId(now),
    talk_id: talk?.id ?? null,
    recap_id: recap?.id ?? null,
    author_id: recap?.authorId ?? null,
    hidden_at: recap?.isHeld ? now : null,
    kind: firstEventOf(recap),
    seq: recap?.isHeld ? null : 1,
    slug,
    title,
    state: phaseOf(phases, now),
    opens_at: phases.opensAt,
    starts_at: phases.startsAt,
    readonly_at: phases.readonlyAt,
    archived_at: phases.archivedAt,
    next_phase_at: nextPhaseAfter(phases, now),
  };
}

function firstEventOf(recap: NewRecapThread | undefined): ThreadEventKind {
  if (!recap) return 'thread.opened';
  return recap.isHeld ? 'recap.held' : 'recap.published';
}

async function write(
  tx: Tx,
  conferenceId: string,
  { rows, now }: { rows: readonly NewThreadRow[]; now: Date },
): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.query(
    `insert into threads (
       id, conference_id, talk_id, recap_id, author_id, hidden_at, slug, title, state, opens_at, starts_at,
       readonly_at, archived_at
     )
     select id, $1, talk_id, recap_id, author_id, hidden_at, slug, title, state, opens_at, starts_at, readonly_at,
       archived_at
     from jsonb_to_recordset($2::jsonb) as r(${RECORD})`,
    [conferenceId, json],
  );
  await tx.query(
    `insert into thread_heads (thread_id, seq, n, next_phase_at)
     select id, coalesce(seq, 0), 1, next_phase_at
     from jsonb_to_recordset($1::jsonb) as r(${RECORD})`,
    [json],
  );
  await tx.query(
    `insert into thread_log (thread_id, n, seq, kind, at)
     select id, 1, seq, kind, $2
     from jsonb_to_recordset($1::jsonb) as r(${RECORD})`,
    [json, now],
  );
  await tx.query(
    `update talks k set thread_id = r.id from jsonb_to_recordset($1::jsonb) as r(${RECORD}) where k.id = r.talk_id`,
    [json],
  );
}

const RECORD =
  'id uuid, talk_id uuid, recap_id uuid, author_id uuid, hidden_at timestamptz, kind text, seq int, slug text, ' +
  'title text, state text, opens_at timestamptz, starts_at timestamptz, readonly_at timestamptz, ' +
  'archived_at timestamptz, next_phase_at timestamptz';
