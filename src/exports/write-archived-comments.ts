import type { Tx } from '../platform/database/database.ts';
import type { CommentData, ThreadData } from './archive.requests.ts';
import { archiveRefused } from './exports.problems.ts';

/** References of a question to its answer and to the question it was merged into. */
export interface QuestionReferences {
  id: string;
  answer: string | null;
  merged: string | null;
}

/**
 * Writes comments, earlier wordings, and the log entries by which readers learn of them. Throws `archive-refused` for a
 * reply to a comment of another thread, and for an author of another conference.
 */
export async function writeComments(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
  await insertComments(tx, thread, comments);
  await refuseForeign(tx, thread, comments);
  await insertRevisions(tx, thread, comments);
  await appendToLog(tx, thread, comments);
}

/** Sets references between questions once all are written. */
export async function writeReferences(
  tx: Tx,
  thread: ThreadData,
  references: readonly QuestionReferences[],
): Promise<void> {
  await tx.query(
    `update comments m
     set answer_id = a.id, merged_into = q.id
     from json_to_recordset($1::json) as r(id uuid, answer uuid, merged uuid)
     left join comments a on a.id = r.answer and a.thread_id = $2
     left join comments q on q.id = r.merged and q.thread_id = $2
     where m.id = r.id and m.thread_id = $2`,
    [JSON.stringify(references), thread.id],
  );
}

async function insertComments(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
  await tx.query(
    `insert into comments (
       id, thread_id, seq, changed_seq, revision, kind, parent_id, root_id, persona_id, is_anonymous, author_name,
       author_roles, source, html, held_at, withheld_at, withdrawn_at, votes, reply_count, question_status,
       question_reason, posted_at, edited_at
     )
     select id, $1, seq, changed_seq, revision, kind, parent_id, root_id, persona_id, is_anonymous, author_name,
       author_roles, html, html, held_at, withheld_at, withdrawn_at, votes, reply_count, question_status,
       question_reason, posted_at, edited_at
     from json_to_recordset($2::json) as r(
       id uuid, seq int, changed_seq int, revision int, kind text, parent_id uuid, root_id uuid, persona_id uuid,
       is_anonymous boolean, author_name text, author_roles text[], html text, held_at timestamptz,
       withheld_at timestamptz, withdrawn_at timestamptz, votes int, reply_count int, question_status text,
       question_reason text, posted_at timestamptz, edited_at timestamptz
     )
     on conflict do nothing`,
    [thread.id, JSON.stringify(comments.map(toRow))],
  );
}

const toRow = (comment: CommentData): object => ({
  id: comment.id,
  seq: comment.seq,
  changed_seq: comment.changedSeq,
  revision: comment.revision,
  kind: comment.kind,
  parent_id: comment.parentId,
  root_id: comment.rootId,
  persona_id: comment.author?.id ?? null,
  is_anonymous: comment.author === null,
  author_name: comment.author?.name ?? null,
  author_roles: comment.author?.roles ?? [],
  html: comment.html,
  held_at: comment.state === 'held' ? comment.createdAt : null,
  withheld_at: comment.state === 'withheld' ? comment.createdAt : null,
  withdrawn_at: comment.state === 'withdrawn' ? comment.createdAt : null,
  votes: comment.votes,
  reply_count: comment.replyCount,
  question_status: comment.question?.status ?? null,
  question_reason: comment.question?.reason ?? null,
  posted_at: comment.createdAt,
  edited_at: comment.editedAt,
});

async function refuseForeign(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
  const foreign = await tx.query(
    `select from comments m
     where m.id = any($2)
       and (
         m.thread_id <> $1
         or exists (select from comments p where p.id in (m.parent_id, m.root_id) and p.thread_id <> $1)
       )
     limit 1`,
    [thread.id, comments.map(({ id }) => id)],
  );
  if (foreign.length > 0)
    throw archiveRefused({
      fault: `data/comments/${thread.id} holds a comment that belongs to another thread here.`,
    });
  const persons = await tx.query(
    `select from personas p
     where p.id = any($2)
       and p.conference_id <> (select conference_id from threads where id = $1)
     limit 1`,
    [thread.id, comments.flatMap(({ author }) => author?.id ?? [])],
  );
  if (persons.length > 0)
    throw archiveRefused({ fault: `data/comments/${thread.id} gives words to somebody of another conference here.` });
}

async function insertRevisions(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
  await tx.query(
    `insert into comment_revisions (comment_id, revision, thread_id, source, html, was_public, written_at)
     select comment_id, revision, $1, html, html, true, "writtenAt"
     from json_to_recordset($2::json) as r(comment_id uuid, revision int, html text, "writtenAt" timestamptz)
     on conflict do nothing`,
    [
      thread.id,
      JSON.stringify(
        comments.flatMap(({ id, revisions = [] }) => revisions.map((revision) => ({ ...revision, comment_id: id }))),
      ),
    ],
  );
}

async function appendToLog(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
  await tx.query(
    `insert into thread_log (thread_id, n, seq, kind, comment_id, at)
     select $1, seq, seq, kind, id, at
     from json_to_recordset($2::json) as r(id uuid, seq int, kind text, at timestamptz)
     on conflict do nothing`,
    [
      thread.id,
      JSON.stringify(
        comments.flatMap(({ id, seq, changedSeq, createdAt, editedAt }) => [
          { id, seq, kind: 'comment.posted', at: createdAt },
          ...(changedSeq === seq ? [] : [{ id, seq: changedSeq, kind: 'comment.edited', at: editedAt ?? createdAt }]),
        ]),
      ),
    ],
  );
}
