import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { WritePersona } from '../accounts/write-persona.ts';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import type { NumberedDecision, ThreadWrite } from '../threads/thread-write.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { CommentKind } from './comment.entity.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import { postByNewcomerWrite } from './post-by-newcomer.write.ts';
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
  /** The name of the author's first persona here, made in the same transaction; left aside by those who have one. */
  name?: string | undefined;
  anonymous?: boolean | undefined;
  key?: string | undefined;
  /** The caller has checked that the account leads the talk. */
  isFromDesk?: boolean;
}

/** Hands a write of a posting to the thread writer, with the author's first persona where one is made. */
export type SubmitWrite = <Facts, Rows>(
  threadId: string,
  write: ThreadWrite<Posting, Facts, Rows>,
  posting: Posting,
) => Promise<NumberedDecision<Rows>>;

/** Submits a posting by `submit`; another module may do more in the same transaction. */
export type PostingSubmitter = (
  posting: Posting,
  write: PostCommentWrite,
  submit: SubmitWrite,
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
    private readonly writePersona: WritePersona,
    private readonly config: Config,
    private readonly clock: Clock,
    participantsQueries: ParticipantsQueries,
  ) {
    this.write = postCommentWrite(participantsQueries);
  }

  /**
   * An anonymous question needs no persona. Throws what making a persona throws, `invalid-request`, `not-found` (the
   * thread), `idempotency-key-conflict`, `persona-required`, `persona-choice-required`, `account-suspended`,
   * `account-muted`, `guest-not-allowed`, `thread-closed`, `not-found` (the parent), `comment-gone`,
   * `comment-duplicate`, `comment-slowed`, `comment-flood`.
   */
  async post(
    accountId: string,
    asked: PostCommentInput,
    submitter: PostingSubmitter = (posting, write, submit) => submit(asked.threadId, write, posting),
  ): Promise<PostedComment> {
    const posting: Posting = {
      commentId: timedId(this.clock.now()),
      kind: asked.kind,
      parentId: asked.parentId ?? null,
      accountId,
      personaId: asked.personaId ?? null,
      firstName: await this.firstNameOf(accountId, asked),
      ...writeText(asked.body),
      key: asked.key === undefined ? null : this.keyOf(accountId, asked),
      isRateLimited: this.config.get('RATE_LIMITS'),
      isAnonymous: asked.anonymous ?? false,
      isFromDesk: asked.isFromDesk ?? false,
    };
    const { rows } = await submitter(posting, this.write, this.submit);
    const row = rows.isReplay ? await this.commentsQueries.get(rows.commentId) : rows.row;
    return { comment: toCommentView(row, { withWords: true }), isReplay: rows.isReplay };
  }

  private readonly submit: SubmitWrite = (threadId, write, posting) => {
    const { accountId, firstName: name } = posting;
    if (name === null) return this.threadWriter.submit(threadId, write, posting);
    const byNewcomer = postByNewcomerWrite(write, async (tx, conferenceId) => {
      const { id } = await this.writePersona.createFirstIn(tx, { accountId, conferenceId, name, tagline: '' });
      return id;
    });
    return this.threadWriter.submit(threadId, byNewcomer, posting);
  };

  /** The name of a first persona: the one given, empty for an anonymous question; null where none is to be made. */
  private async firstNameOf(
    accountId: string,
    { threadId, personaId, anonymous, name }: PostCommentInput,
  ): Promise<string | null> {
    if (personaId) return null;
    if (!anonymous) return name ?? null;
    return (await this.unnamedPersonas.isNeeded(accountId, threadId)) ? '' : null;
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
