import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { CommentKind } from './comment.entity.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import type { Posting } from './posting.ts';
import { postCommentWrite, type PostCommentWrite, type PostingRows } from './post-comment.write.ts';
import { UnnamedPersonas } from './unnamed-personas.ts';
import { writeText } from './write-text.ts';

export interface PostCommentInput {
  threadId: string;
  kind: CommentKind;
  body: string;
  parentId?: string | undefined;
  personaId?: string | undefined;
  anonymous?: boolean | undefined;
  key?: string | undefined;
  /** Its caller has checked that the account leads the talk. */
  isFromDesk?: boolean;
}

/** Submits a posting to the writer; another module may do more in the same transaction. */
export type PostingSubmitter = (
  threadId: string,
  posting: Posting,
  write: PostCommentWrite,
) => Promise<{ rows: Pick<PostingRows, 'commentId' | 'isReplay' | 'row'> }>;

export interface PostedComment {
  comment: CommentView;
  isReplay: boolean;
}

/** Posts a contribution in a thread. Answers once it is durable; a held one is returned to its author alone. */
@Injectable()
export class PostComment {
  private readonly write: PostCommentWrite;

  // A posting is hashed, rendered and numbered before the thread writer gets it, with the facts that it reads.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly addressDesk: AddressDesk,
    private readonly unnamedPersonas: UnnamedPersonas,
    private readonly config: Config,
    private readonly clock: Clock,
    participantsQueries: ParticipantsQueries,
  ) {
    this.write = postCommentWrite(participantsQueries);
  }

  /**
   * An anonymous question needs no persona. Throws `invalid-request`, `not-found` (the thread),
   * `idempotency-key-conflict`, `persona-required`, `persona-choice-required`, `account-suspended`, `account-muted`,
   * `guest-not-allowed`, `thread-closed`, `not-found` (the parent), `comment-gone`, `comment-duplicate`,
   * `comment-slowed`, `comment-flood`.
   */
  async post(
    accountId: string,
    asked: PostCommentInput,
    submit: PostingSubmitter = (threadId, posting, write) => this.threadWriter.submit(threadId, write, posting),
  ): Promise<PostedComment> {
    if (asked.anonymous && !asked.personaId) await this.unnamedPersonas.provide(accountId, asked.threadId);
    const posting: Posting = {
      commentId: timedId(this.clock.now()),
      kind: asked.kind,
      parentId: asked.parentId ?? null,
      accountId,
      personaId: asked.personaId ?? null,
      ...writeText(asked.body),
      key: asked.key === undefined ? null : this.keyOf(accountId, asked),
      isRateLimited: this.config.get('RATE_LIMITS'),
      isAnonymous: asked.anonymous ?? false,
      isFromDesk: asked.isFromDesk ?? false,
    };
    const { rows } = await submit(asked.threadId, posting, this.write);
    const row = rows.isReplay ? await this.commentsQueries.get(rows.commentId) : rows.row;
    return { comment: toCommentView(row, { withWords: true }), isReplay: rows.isReplay };
  }

  private keyOf(
    accountId: string,
    { threadId, kind, body, parentId = '', personaId = '', anonymous = false, key }: PostCommentInput,
  ): NonNullable<Posting['key']> {
    return {
      tag: this.addressDesk.tag('posting-key', accountId, key!),
      bodyTag: this.addressDesk.tag(
        'posting-body',
        threadId,
        kind,
        body,
        parentId,
        personaId,
        ...(anonymous ? ['anonymous'] : []),
      ),
    };
  }
}
