import type { Tx } from '../platform/database/database.ts';
import type { CountChange, ThreadEvent } from '../threads/thread-event.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { COMMENT_COLUMNS, type CommentRow } from './comment.view.ts';
import { countsWhen } from './counts.ts';
import type { PostsFate } from './departure.entity.ts';

/** Most comments one event stamps, because a page of changes never splits an event. */
const STAMPED_AT_ONCE = 8;

/** The comments that depart from a thread: all of one persona, or one anonymous question. */
export type PartingInput = { readonly posts: PostsFate } & (
  | { readonly personaId: string }
  | { readonly questionId: string }
);

/** One comment, whether its words are removed, and the number that says so; null when no reader sees a change. */
interface PartedComment {
  readonly id: string;
  readonly goes: boolean;
  readonly seq: number | null;
}

interface PartPersonaRows {
  readonly goes: ReadonlySet<string>;
  readonly withdrawn: readonly string[];
  readonly stays: readonly CommentRow[];
  readonly now: Date;
}

/**
 * Detaches comments of an erased account from their persona, a few rows a transaction; removes words that were never
 * public. Each is about one persona or one anonymous question, so that no event links two.
 */
export const partPersonaWrite: ExclusiveWrite<PartingInput, readonly CommentRow[], PartPersonaRows> = {
  isBatched: false,
  conflictKeys: () => [],

  async read(tx, { thread }, [parting]) {
    return [await commentsOf(tx, thread.id, parting!)];
  },

  decide({ posts }, own, { now }) {
    const goes = new Set(own.filter(({ seq }) => posts === 'remove' || seq === null).map(({ id }) => id));
    const withdrawn = own.filter(({ id, withdrawnAt }) => goes.has(id) && withdrawnAt === null);
    const stays = own.filter((comment) => !withdrawn.includes(comment));
    const events: ThreadEvent[] = [
      ...withdrawn.map(({ id, seq, revision }) => ({
        kind: 'comment.withdrawn' as const,
        commentId: id,
        isPublic: seq !== null,
        data: { revision },
      })),
      ...(stays.length === 0
        ? []
        : [{ kind: 'persona.changed' as const, commentId: null, isPublic: stays.some(showedPersona) }]),
    ];
    return {
      events,
      counts: sum(withdrawn.map((comment) => countsWhen(comment, 'hidden'))),
      rows: { goes, withdrawn: withdrawn.map(({ id }) => id), stays, now },
    };
  },

  async write(tx, _context, [written]) {
    const {
      rows: { withdrawn, stays, goes, now },
      numbers,
    } = written!;
    const parted: PartedComment[] = [
      ...withdrawn.map((id, i) => ({ id, goes: true, seq: numbers[i]!.seq })),
      ...stays.map((comment) => ({
        id: comment.id,
        goes: goes.has(comment.id),
        seq: showedPersona(comment) ? numbers[withdrawn.length]!.seq : null,
      })),
    ];
    await part(tx, parted, now);
  },
};

/** A removed question has no words, so it is not found a second time. */
async function commentsOf(tx: Tx, threadId: string, parting: PartingInput): Promise<CommentRow[]> {
  if ('personaId' in parting) {
    return tx.query<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.thread_id = $1 and m.persona_id = $2 and not m.is_anonymous
       order by m.id limit ${STAMPED_AT_ONCE}`,
      [threadId, parting.personaId],
    );
  }
  return tx.query<CommentRow>(
    `select ${COMMENT_COLUMNS} from comments m
     where m.thread_id = $1 and m.id = $2 and m.persona_id is null and m.source <> ''`,
    [threadId, parting.questionId],
  );
}

const showedPersona = ({ seq, isAnonymous, authorName }: CommentRow): boolean =>
  seq !== null && !isAnonymous && authorName !== null;

function sum(changes: readonly CountChange[]): CountChange {
  const total: CountChange = {};
  for (const change of changes)
    for (const [name, by] of Object.entries(change) as [keyof CountChange, number][])
      total[name] = (total[name] ?? 0) + by;
  return total;
}

async function part(tx: Tx, parted: readonly PartedComment[], now: Date): Promise<void> {
  const ids = parted.map(({ id }) => id);
  const gone = parted.filter(({ goes }) => goes).map(({ id }) => id);
  await tx.query(
    `update comments m
     set persona_id = null, author_name = null, author_roles = '{}', changed_seq = coalesce(r.seq, m.changed_seq),
       withdrawn_at = case when r.goes then coalesce(m.withdrawn_at, $4) else m.withdrawn_at end,
       source = case when r.goes then '' else m.source end, html = case when r.goes then '' else m.html end
     from unnest($1::uuid[], $2::boolean[], $3::int[]) as r(id, goes, seq)
     where m.id = r.id`,
    [ids, parted.map(({ goes }) => goes), parted.map(({ seq }) => seq), now],
  );
  await tx.query('delete from comment_revisions where comment_id = any($1)', [gone]);
  await tx.query('delete from posting_keys where comment_id = any($1)', [ids]);
}
