import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict } from '../kernel/common.problems.ts';
import { timedId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { CommentKind } from './comment.entity.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import { postingComment, type Posting } from './posting-comment.ts';
import { writeText } from './write-text.ts';

export interface CommentAsked { threadId: string; kind: CommentKind; body: string; parentId?: string | undefined; personaId?: string | undefined; key?: string | undefined }

export interface Posted { comment: CommentView; isReplay: boolean }

/** Says something in a thread. Answers after it is durable; held comments are answered to their author alone. */
@Injectable()
export class PostComment {
  constructor(
    private readonly writer: ThreadWriter, private readonly threads: ThreadsQueries, private readonly comments: CommentsQueries, private readonly personas: PersonasQueries,
    private readonly grants: GrantsQueries, private readonly standings: StandingsQueries, private readonly desk: AddressDesk, private readonly database: Database,
    private readonly config: Config, private readonly clock: Clock,
  ) {}

  /** Throws, in this order: idempotency-key-conflict, persona-…, account-…, thread-closed, not-found, comment-…. */
  async run(accountId: string, asked: CommentAsked): Promise<Posted> {
    const thread = await this.threads.get(asked.threadId);
    const key = asked.key === undefined ? null : this.keyOf(accountId, asked);
    const known = key && await this.replayOf(thread.id, key);
    if (known) return known;
    const persona = await this.personas.choose(accountId, thread.conferenceId, asked.personaId);
    await this.standings.mayTakePart({ query: (sql, values) => this.database.ask(sql, values) }, accountId, thread.conferenceId);
    const roles = await this.grants.rolesIn(accountId, thread.conferenceId);
    const posting: Posting = {
      commentId: timedId(this.clock.now()), kind: asked.kind, parentId: asked.parentId ?? null, accountId, persona, roles, ...writeText(asked.body), key, isRateLimited: this.config.get('RATE_LIMITS'),
    };
    const { rows } = await this.writer.submit(thread.id, postingComment, posting);
    return { comment: toCommentView(await this.comments.get(rows.commentId), { withWords: true }), isReplay: rows.isReplay };
  }

  private keyOf(accountId: string, { threadId, kind, body, parentId = '', personaId = '', key }: CommentAsked): NonNullable<Posting['key']> {
    return { tag: this.desk.tag('posting-key', accountId, key!), bodyTag: this.desk.tag('posting-body', threadId, kind, body, parentId, personaId) };
  }

  /** The first look at the key, before anything can refuse the repeat; the one that counts is under the lock. */
  private async replayOf(threadId: string, { tag, bodyTag }: NonNullable<Posting['key']>): Promise<Posted | null> {
    const [known] = await this.database.ask<{ id: string; bodyTag: Buffer }>('select comment_id id, body_tag "bodyTag" from posting_keys where thread_id = $1 and tag = $2', [threadId, tag]);
    if (!known) return null;
    if (!known.bodyTag.equals(bodyTag)) throw keyConflict();
    return { comment: toCommentView(await this.comments.get(known.id), { withWords: true }), isReplay: true };
  }
}
