import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { COMMENT_COLUMNS, type CommentRow } from './comment.view.ts';

export type OwnedRow = CommentRow & { accountId: string | null; conferenceId: string; talkId: string | null };

const OWNED = `select ${COMMENT_COLUMNS}, p.account_id "accountId", t.conference_id "conferenceId", t.talk_id "talkId"
  from comments m join threads t on t.id = m.thread_id left join personas p on p.id = m.persona_id`;

/** Comments whose thread a node remembers, about 3 MB. */
const THREADS_KNOWN = 20_000;

/** Reads comments for verbs; transcript reads them for readers. */
@Injectable()
export class CommentsQueries {
  private readonly threads = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** With the account behind it, for modules that decide and never for a view. Throws `not-found`. */
  async get(id: string): Promise<OwnedRow> {
    const [row] = isUuid(id) ? await this.database.ask<OwnedRow>(`${OWNED} where m.id = $1`, [id]) : [];
    if (!row) throw notFound();
    return row;
  }

  /**
   * The thread of a comment, cached because it never changes. The caller checks that the comment still exists. Throws
   * `not-found`.
   */
  async threadOf(id: string): Promise<string> {
    const known = this.threads.get(id);
    if (known !== undefined) return known;
    const { threadId } = await this.get(id);
    if (this.threads.size >= THREADS_KNOWN) this.threads.clear();
    this.threads.set(id, threadId);
    return threadId;
  }

  /** By place, then by time of making. */
  async ofAccountInThread(accountId: string, threadId: string): Promise<(CommentRow & { hasReply: boolean })[]> {
    return this.database.ask(
      `select ${COMMENT_COLUMNS},
         exists (select from comments r where r.parent_id = m.id and r.seq is not null) "hasReply"
       from comments m
       join personas p on p.id = m.persona_id
       where m.thread_id = $2 and p.account_id = $1
       order by m.seq nulls last, m.id limit 1000`,
      [accountId, threadId],
    );
  }

  async votesOf(accountId: string, threadId: string): Promise<string[]> {
    const rows = await this.database.ask<{ id: string }>(
      'select comment_id id from votes where account_id = $1 and thread_id = $2 limit 10000',
      [accountId, threadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Tells which of these comments an account wrote, and for which it voted. */
  async ownAmong(accountId: string, ids: readonly string[]): Promise<{ votes: string[]; written: string[] }> {
    const rows = await this.database.ask<{ id: string; isWritten: boolean; isVoted: boolean }>(
      `select m.id,
         coalesce(p.account_id = $1, false) "isWritten",
         exists (select from votes v where v.comment_id = m.id and v.account_id = $1) "isVoted"
       from comments m
       left join personas p on p.id = m.persona_id
       where m.id = any($2)`,
      [accountId, ids],
    );
    return {
      votes: rows.flatMap(({ id, isVoted }) => (isVoted ? [id] : [])),
      written: rows.flatMap(({ id, isWritten }) => (isWritten ? [id] : [])),
    };
  }

  async sourceOf(id: string): Promise<{ body: string; revision: number }> {
    const [row] = await this.database.ask<{ body: string; revision: number }>(
      'select source body, revision from comments where id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** Whether it was held before it was public, so that it exists for nobody else. */
  async neverWasPublic(id: string): Promise<boolean> {
    return (await this.get(id)).seq === null;
  }

  async conferenceOf(id: string): Promise<string | null> {
    const [row] = isUuid(id)
      ? await this.database.ask<{ id: string }>(
          'select t.conference_id id from comments m join threads t on t.id = m.thread_id where m.id = $1',
          [id],
        )
      : [];
    return row?.id ?? null;
  }
}

/** A comment as a write reads it under the lock of its thread. */
export interface LockedComment extends CommentRow {
  source: string;
  accountId: string | null;
  isByGuest: boolean;
  hasReply: boolean;
  isApproved: boolean;
}

export async function lockedComments(
  tx: Tx,
  threadId: string,
  ids: readonly string[],
): Promise<(LockedComment | null)[]> {
  const rows = await tx.query<LockedComment>(
    `select ${COMMENT_COLUMNS},
       m.source,
       p.account_id "accountId",
       coalesce((select a.kind = 'guest' from accounts a where a.id = p.account_id), false) "isByGuest",
       exists (select from comments r where r.parent_id = m.id and r.seq is not null) "hasReply",
       exists (
         select from comments o
         join personas q on q.id = o.persona_id
         where q.account_id = p.account_id
           and q.conference_id = p.conference_id
           and o.seq is not null
       ) "isApproved"
     from comments m
     left join personas p on p.id = m.persona_id
     where m.thread_id = $1 and m.id = any($2)`,
    [threadId, ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
