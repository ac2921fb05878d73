import type { Tx } from '../platform/database/database.ts';
import type { CountChange, ThreadEvent } from '../threads/thread-event.ts';
import type { LoneKind } from '../threads/work.ts';
import { COMMENT_COLUMNS, type CommentRow } from './comment.view.ts';
import { countsWhen } from './counts.ts';

/** What becomes of the posts of somebody who leaves: they stay, from a former participant, or they go. */
export type PostsFate = 'keep' | 'remove';

export interface ErasingAuthor { readonly accountId: string; readonly posts: PostsFate }

interface Found { readonly own: readonly CommentRow[]; readonly voted: readonly string[] }

/** What happened to one comment: whether it goes, and the number that says so; null when nobody could see a change. */
interface Parted { readonly id: string; readonly goes: boolean; readonly seq: number | null }

interface Rows { readonly accountId: string; readonly found: Found; readonly goes: ReadonlySet<string>; readonly withdrawn: readonly string[]; readonly stays: readonly CommentRow[]; readonly now: Date }

/** So many comments a transaction: one event may stamp no more. */
const AT_ONCE = 8;

/** What it did to a thread's rows, for the report. */
export interface ErasedRows { readonly kept: number; readonly removed: number; readonly votes: number }

/**
 * Parts an account from what it said in a thread and takes back its votes, a few rows a transaction, until a work finds
 * nothing and writes nothing. What nobody ever saw goes in any case; of what goes, nothing is left but its place.
 * Anonymous questions never showed a face: they are not stamped with those that did, or the number would tell.
 */
export const erasingAuthor: LoneKind<ErasingAuthor, Found, Rows> = {
  shares: false,
  apart: () => [],

  async read(tx, { thread }, [erasing]) {
    const { accountId } = erasing!;
    const own = await tx.query<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m join personas p on p.id = m.persona_id where m.thread_id = $1 and p.account_id = $2 order by m.id limit ${AT_ONCE}`, [thread.id, accountId]);
    const voted = await tx.query<{ id: string }>(`select comment_id id from votes where thread_id = $1 and account_id = $2 order by comment_id limit ${AT_ONCE}`, [thread.id, accountId]);
    return [{ own, voted: voted.map(({ id }) => id) }];
  },

  decide({ accountId, posts }, found, { now }) {
    const goes = new Set(found.own.filter(({ seq }) => posts === 'remove' || seq === null).map(({ id }) => id));
    const withdrawn = found.own.filter(({ id, withdrawnAt }) => goes.has(id) && withdrawnAt === null);
    const stays = found.own.filter((comment) => !withdrawn.includes(comment));
    const events: ThreadEvent[] = [
      ...withdrawn.map(({ id, seq, revision }) => ({ kind: 'comment.withdrawn' as const, commentId: id, isPublic: seq !== null, data: { revision } })),
      // Names no comment: what they have in common is what is being forgotten.
      ...(stays.length === 0 ? [] : [{ kind: 'persona.changed' as const, commentId: null, isPublic: stays.some(showedFace) }]),
      ...found.voted.map((commentId) => ({ kind: 'comment.unvoted' as const, commentId, isPublic: true })),
    ];
    return { events, counts: sum(withdrawn.map((comment) => countsWhen(comment, 'hidden'))), rows: { accountId, found, goes, withdrawn: withdrawn.map(({ id }) => id), stays, now } };
  },

  async write(tx, _context, [written]) {
    const { rows, numbers } = written!;
    const { withdrawn, stays, found, goes } = rows;
    const parted: Parted[] = [
      ...withdrawn.map((id, i) => ({ id, goes: true, seq: numbers[i]!.seq })),
      ...stays.map((comment) => ({ id: comment.id, goes: goes.has(comment.id), seq: showedFace(comment) ? numbers[withdrawn.length]!.seq : null })),
    ];
    if (parted.length > 0) await part(tx, parted, rows.now);
    const firstVote = withdrawn.length + (stays.length > 0 ? 1 : 0);
    if (found.voted.length > 0) await unvote(tx, rows.accountId, found.voted, numbers.slice(firstVote).map(({ seq }) => seq!));
  },
};

const showedFace = ({ seq, isAnonymous, authorName }: CommentRow): boolean => seq !== null && !isAnonymous && authorName !== null;

function sum(changes: readonly CountChange[]): CountChange {
  const total: CountChange = {};
  for (const change of changes) for (const [name, by] of Object.entries(change) as [keyof CountChange, number][]) total[name] = (total[name] ?? 0) + by;
  return total;
}

async function part(tx: Tx, parted: readonly Parted[], now: Date): Promise<void> {
  const ids = parted.map(({ id }) => id);
  const gone = parted.filter(({ goes }) => goes).map(({ id }) => id);
  await tx.query(
    `update comments m set persona_id = null, author_name = null, author_roles = '{}', changed_seq = coalesce(r.seq, m.changed_seq),
       withdrawn_at = case when r.goes then coalesce(m.withdrawn_at, $4) else m.withdrawn_at end, source = case when r.goes then '' else m.source end, html = case when r.goes then '' else m.html end
     from unnest($1::uuid[], $2::boolean[], $3::int[]) as r(id, goes, seq) where m.id = r.id`,
    [ids, parted.map(({ goes }) => goes), parted.map(({ seq }) => seq), now],
  );
  await tx.query('delete from comment_revisions where comment_id = any($1)', [gone]);
  await tx.query('delete from posting_keys where comment_id = any($1)', [ids]);
}

async function unvote(tx: Tx, accountId: string, ids: readonly string[], seqs: readonly number[]): Promise<void> {
  await tx.query('delete from votes where account_id = $1 and comment_id = any($2)', [accountId, ids]);
  await tx.query('update comments m set votes = m.votes - 1, changed_seq = r.seq from unnest($1::uuid[], $2::int[]) as r(id, seq) where m.id = r.id', [ids, seqs]);
}

/** What a work did, for the report. */
export const erasedBy = ({ found, goes }: Rows): ErasedRows => ({ kept: found.own.length - goes.size, removed: goes.size, votes: found.voted.length });

/** The threads in which an account has said or wanted something. */
export async function threadsTouchedBy({ query }: Pick<Tx, 'query'>, accountId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `select m.thread_id id from comments m join personas p on p.id = m.persona_id where p.account_id = $1 union select thread_id from votes where account_id = $1 order by 1`, [accountId]);
  return rows.map(({ id }) => id);
}
