import type { Tx } from '../platform/database/database.ts';
import type { PostsFate } from './departure.entity.ts';
import { drawDueAt, type DepartureKind } from './departure.policy.ts';

interface DepartureSchedule {
  readonly kind: DepartureKind;
  readonly subjectIds: readonly string[];
  readonly posts: PostsFate;
  readonly now: Date;
  /** At this time for all, where nothing has to be kept apart. */
  readonly dueAt?: Date;
}

/** Schedules departures for an erased account, each at a time drawn for it alone. */
export async function scheduleDepartures(
  tx: Tx,
  { kind, subjectIds, posts, now, dueAt }: DepartureSchedule,
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.query(
    `insert into departures (subject_id, kind, posts, due_at)
     select id, $2, $3, due_at
     from unnest($1::uuid[], $4::timestamptz[]) as r(id, due_at)
     on conflict (subject_id) do nothing`,
    [subjectIds, kind, posts, subjectIds.map(() => dueAt ?? drawDueAt(kind, now))],
  );
}

/**
 * Detaches an account from its votes: each gets a random number in place of the account, and is taken back at a time of
 * its own. Returns how many.
 */
export async function partFromVotes(
  tx: Tx,
  accountId: string,
  { posts, now }: Pick<DepartureSchedule, 'posts' | 'now'>,
): Promise<number> {
  const votes = await tx.query<{ id: string }>(
    'update votes set account_id = gen_random_uuid() where account_id = $1 returning account_id id',
    [accountId],
  );
  await scheduleDepartures(tx, { kind: 'vote', subjectIds: votes.map(({ id }) => id), posts, now });
  return votes.length;
}

/** Numbers of an account's contributions and votes, for the report to it. */
export interface ContributionCounts {
  readonly kept: number;
  readonly removed: number;
  readonly anonymous: number;
  readonly votes: number;
}

export async function countSaid(tx: Tx, accountId: string, posts: PostsFate): Promise<ContributionCounts> {
  const [said] = await tx.query<ContributionCounts>(
    `select count(*) filter (where not is_anonymous and seq is not null and $2 = 'keep')::int kept,
       count(*) filter (where not is_anonymous and (seq is null or $2 = 'remove'))::int removed,
       count(*) filter (where is_anonymous)::int anonymous,
       (select count(*)::int from votes where account_id = $1) votes
     from comments m
     join personas p on p.id = m.persona_id
     where p.account_id = $1`,
    [accountId, posts],
  );
  return said!;
}
