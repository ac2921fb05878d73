import type { Tx } from '../platform/database/database.ts';

/**
 * Votes where questions are merged: a question counts each account that voted for it or for a question merged into it,
 * directly or through another, but never its own author. A row of `votes` without `moved_from` was cast by its account;
 * a row with it follows from those, and a merge or its undoing makes these anew.
 */

/** A question above or below one in a merge, as a vote of one account finds it. */
export interface MergedQuestion {
  readonly id: string;
  readonly isAbove: boolean;
  readonly isOwn: boolean;
  readonly hasVote: boolean;
  /** Whether the account voted in another branch that was merged into this question. */
  readonly isSupported: boolean;
}

/**
 * The questions merged into comment `m` and those it is merged into, for a query in which `b.account_id` votes; null
 * where there are none, as for nearly every comment.
 */
export const MERGED_QUESTIONS = `case
             when m.merged_into is null and not exists (select from comments c where c.merged_into = m.id) then null
             else (
               with recursive below(id) as (
                 select m.id
                 union
                 select c.id from below t join comments c on c.merged_into = t.id
               ), above(id) as (
                 select m.merged_into
                 union
                 select c.merged_into from above t join comments c on c.id = t.id where c.merged_into is not null
               ), whole(top, id) as (
                 select id, id from above
                 union
                 select t.top, c.id from whole t join comments c on c.merged_into = t.id
               )
               select json_agg(json_build_object(
                   'id', o.id,
                   'isAbove', o.is_above,
                   'isOwn', coalesce(op.account_id = b.account_id, false),
                   'hasVote', exists (select from votes x where x.comment_id = o.id and x.account_id = b.account_id),
                   'isSupported', exists (
                     select from whole w
                     join votes x on x.comment_id = w.id and x.account_id = b.account_id and x.moved_from is null
                     where w.top = o.id and w.id not in (select id from below)
                   )
                 ) order by o.id)
               from (
                 select id, true is_above from above where id is not null
                 union all
                 select id, false from below where id <> m.id
               ) o
               join comments om on om.id = o.id
               left join personas op on op.id = om.persona_id
             )
           end`;

/**
 * Lists the other questions that a vote changes: given, it counts above as well; taken back, it is taken from those
 * below, and from those above that nothing else of the account supports.
 */
export function alsoChanged(on: boolean, merged: readonly MergedQuestion[]): string[] {
  const changes = ({ isAbove, isOwn, hasVote, isSupported }: MergedQuestion): boolean =>
    on ? isAbove && !isOwn && !hasVote : hasVote && !(isAbove && isSupported);
  return merged.filter(changes).map(({ id }) => id);
}

/** The questions that this one is merged into, the nearest first. */
export async function questionsAbove(tx: Tx, questionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with recursive above(id, depth) as (
       select merged_into, 1 from comments where id = $1 and merged_into is not null
       union all
       select c.merged_into, t.depth + 1 from above t join comments c on c.id = t.id where c.merged_into is not null
     )
     select id from above order by depth`,
    [questionId],
  );
  return rows.map(({ id }) => id);
}

/** Counts the votes of these questions anew, after a merge or its undoing, and stamps each with its number. */
export async function recountMergedVotes(
  tx: Tx,
  threadId: string,
  questions: readonly { readonly id: string; readonly seq: number }[],
): Promise<void> {
  await tx.query(
    `with recursive tree(top, id) as (
       select q.id, q.id from unnest($2::uuid[]) as q(id)
       union
       select t.top, m.id from tree t join comments m on m.merged_into = t.id
     ), meant as (
       select t.top, v.account_id, (array_agg(t.id order by t.id))[1] moved_from, bool_and(v.is_by_guest) is_by_guest
       from tree t
       join votes v on v.comment_id = t.id and v.moved_from is null
       join comments m on m.id = t.top
       left join personas p on p.id = m.persona_id
       where t.id <> t.top and v.account_id is distinct from p.account_id
       group by t.top, v.account_id
     ), gone as (
       delete from votes d
       where d.comment_id = any($2)
         and d.moved_from is not null
         and not exists (select from meant w where w.top = d.comment_id and w.account_id = d.account_id)
       returning d.comment_id id, -1 by
     ), come as (
       insert into votes (comment_id, account_id, thread_id, moved_from, is_by_guest)
       select top, account_id, $1, moved_from, is_by_guest from meant
       on conflict do nothing
       returning comment_id id, 1 by
     )
     update comments m
     set votes = m.votes + coalesce(
           (select sum(c.by)::int from (select * from gone union all select * from come) c where c.id = m.id), 0),
       changed_seq = q.seq
     from unnest($2::uuid[], $3::int[]) as q(id, seq)
     where m.id = q.id`,
    [threadId, questions.map(({ id }) => id), questions.map(({ seq }) => seq)],
  );
}
