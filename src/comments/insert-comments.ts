import type { Tx } from '../platform/database/database.ts';
import type { CommentRow } from './comment.view.ts';

/** A numbered comment, with what only its author and moderators read. */
interface NewComment {
  readonly rows: { readonly row: CommentRow & { source: string; heldBecause: string | null } };
}

/** Sends new comments, all in one statement. */
export function insertComments(tx: Tx, written: readonly NewComment[]): void {
  tx.send(
    `insert into comments (
       id, thread_id, seq, changed_seq, kind, parent_id, root_id, persona_id, author_name, author_roles, is_anonymous,
       question_status, source, html, held_at, held_because, posted_at
     )
     select id, "threadId", seq, seq, kind, "parentId", "rootId", "personaId", "authorName", "authorRoles",
       "isAnonymous", "questionStatus", source, html, "heldAt", "heldBecause", "postedAt"
     from json_to_recordset($1::json) as r(
       id uuid, "threadId" uuid, seq int, kind text, "parentId" uuid, "rootId" uuid, "personaId" uuid,
       "authorName" text, "authorRoles" text[], "isAnonymous" boolean, "questionStatus" text, source text, html text,
       "heldAt" timestamptz, "heldBecause" text, "postedAt" timestamptz
     )`,
    [JSON.stringify(written.map(({ rows }) => rows.row))],
  );
}
