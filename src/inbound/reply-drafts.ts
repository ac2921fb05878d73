import { Injectable } from '@nestjs/common';
import type { PostedComment } from '../comments/post-comment.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { READ_PATH, READ_TITLE } from '../threads/threads.queries.ts';
import { PostReply } from './post-reply.ts';
import type { ReplyTarget } from './reply-target.entity.ts';
import type { DraftReason } from './reply-words.policy.ts';

/** Days for which a draft waits. */
export const DRAFT_DAYS = 14;

/** A draft as its owner sees it. */
export interface ReplyDraft {
  readonly id: string;
  readonly reason: DraftReason;
  readonly source: string;
  readonly attachments: number;
  readonly isAnswer: boolean;
  readonly threadTitle: string;
  readonly threadPath: string;
  readonly expiresAt: Date;
}

type DraftRow = Omit<ReplyDraft, 'expiresAt'> & { at: Date };

/** Replies by e-mail that wait for their owner: read, published, given up. */
@Injectable()
export class ReplyDrafts {
  constructor(
    private readonly database: Database,
    private readonly postReply: PostReply,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, also for the draft of another account and for one that was published or given up. */
  async get(accountId: string, id: string): Promise<ReplyDraft> {
    if (!isUuid(id)) throw notFound();
    const [row] = await this.database.ask<DraftRow>(
      `select d.id, d.reason, d.source, d.attachments, d.kind = 'answer' "isAnswer", ${READ_TITLE} "threadTitle",
         ${READ_PATH} "threadPath", d.at
       from taken_replies d
       join threads t on t.id = d.thread_id
       join conferences c on c.id = t.conference_id
       where d.id = $1 and d.account_id = $2 and d.state = 'draft' and d.at > $3`,
      [id, accountId, this.clock.ago({ days: DRAFT_DAYS })],
    );
    if (!row) throw notFound();
    const { at, ...draft } = row;
    return { ...draft, expiresAt: new Date(at.getTime() + DRAFT_DAYS * 86_400_000) };
  }

  /**
   * Publishes a draft with the words as they are now; later replies of the account are published at once. Throws
   * `not-found` and what posting throws.
   */
  async publish(accountId: string, id: string, body: string): Promise<PostedComment> {
    await this.get(accountId, id);
    const [address] = await this.database.ask<Omit<ReplyTarget, 'tag' | 'expiresAt'>>(
      `select account_id "accountId", thread_id "threadId", parent_id "parentId", persona_id "personaId", kind
       from taken_replies where id = $1`,
      [id],
    );
    const posted = await this.postReply.post(address!, body, `reply ${id}`);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update taken_replies
         set state = 'published', source = null, reason = null, comment_id = $2, notify_due_at = null
         where id = $1 and state = 'draft'`,
        [id, posted.comment.id],
      );
      await tx.query('insert into email_repliers (account_id) values ($1) on conflict do nothing', [accountId]);
    });
    return posted;
  }

  /** Gives a draft up; its words are gone. Throws `not-found`. */
  async leave(accountId: string, id: string): Promise<void> {
    await this.get(accountId, id);
    await this.database.ask(
      `update taken_replies set state = 'left', source = null, reason = null, notify_due_at = null
       where id = $1 and state = 'draft'`,
      [id],
    );
  }
}
