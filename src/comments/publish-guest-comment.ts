import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { WritePersona } from '../accounts/write-persona.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import { emailBrand, type BrandedConference } from '../programme/email-brand.ts';
import {
  Confirmations,
  type ConfirmedCode,
  type ConfirmationOutcome,
  type EmailAddition,
} from '../sessions/confirmations.ts';
import type { CommentKind } from './comment.entity.ts';
import { commentGone } from './comments.problems.ts';
import { PostComment } from './post-comment.ts';

/** The purpose of codes that publish a guest's words. */
export const GUEST_COMMENT = 'comment';

/** A guest's comment that was refused after the right code, for the form it goes back to. */
export interface RefusedGuestComment {
  kind: CommentKind;
  body: string;
  name: string;
  parentId: string | null;
  isAnonymous: boolean;
  /** The slug of the refusal. */
  refusedAs: string;
}

interface PendingCommentRow {
  id: string;
  threadId: string;
  parentId: string | null;
  kind: 'comment' | 'question';
  name: string;
  isAnonymous: boolean;
  source: string;
  conferenceId: string;
  copiesTag: Buffer | null;
}

/**
 * Publishes a guest's words once the code was typed; a refusal gives the words back to their author, who is signed in
 * by then.
 */
@Injectable()
export class PublishGuestComment implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
    private readonly personasQueries: PersonasQueries,
    private readonly writePersona: WritePersona,
    private readonly postComment: PostComment,
  ) {}

  onModuleInit(): void {
    this.confirmations.onConfirmed(GUEST_COMMENT, (confirmed) => this.publish(confirmed));
    this.confirmations.onEmail(GUEST_COMMENT, (codeId) => this.brandOf(codeId));
  }

  /** For the e-mail with the code: the conference in which its words wait. */
  private async brandOf(codeId: string): Promise<EmailAddition | null> {
    const [conference] = await this.database.ask<BrandedConference>(
      `select c.title, c.settings->'brand'->>'accent' accent
       from pending_comments p
       join threads t on t.id = p.thread_id
       join conferences c on c.id = t.conference_id
       where p.login_code_id = $1`,
      [codeId],
    );
    return conference ? { brand: emailBrand(conference.title, conference.accent) } : null;
  }

  /** A comment that was refused to an account; null for another account's. */
  async keptFor(accountId: string, id: string): Promise<RefusedGuestComment | null> {
    if (!isUuid(id)) return null;
    const [kept] = await this.database.ask<RefusedGuestComment>(
      `select kind, source body, name, parent_id "parentId", is_anonymous "isAnonymous", refused_as "refusedAs"
       from pending_comments
       where id = $1 and refused_to = $2`,
      [id, accountId],
    );
    return kept ?? null;
  }

  /** Posts the comment under a persona of the name given with it. */
  async publish({ codeId, accountId }: ConfirmedCode): Promise<ConfirmationOutcome> {
    const [pending] = await this.database.ask<PendingCommentRow>(
      `select p.id, p.thread_id "threadId", p.parent_id "parentId", p.kind, p.name, p.is_anonymous "isAnonymous",
         p.source, p.copies_tag "copiesTag", t.conference_id "conferenceId"
       from pending_comments p
       join threads t on t.id = p.thread_id
       where p.login_code_id = $1`,
      [codeId],
    );
    if (!pending) return null;
    try {
      // The id of the waiting comment is the idempotency key, so that a repeated confirmation posts once.
      const { comment } = await this.postComment.post(accountId, {
        threadId: pending.threadId,
        kind: pending.kind,
        body: pending.source,
        parentId: pending.parentId ?? undefined,
        anonymous: pending.isAnonymous,
        ...(await this.bylineOf(accountId, pending)),
        key: pending.id,
      });
      await this.forgetCopies(pending);
      return { commentId: comment.id };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.giveBack(accountId, pending, error);
    }
  }

  /** Of equal words under several codes one is published; its row stays while its key may come again. */
  private async forgetCopies({ id, copiesTag }: PendingCommentRow): Promise<void> {
    await this.database.ask(
      'delete from pending_comments where (id = $1 and body_tag is null) or (copies_tag = $2 and id <> $1)',
      [id, copiesTag],
    );
  }

  /** Gives the words back to their author, who decides what to do with them. */
  private async giveBack(
    accountId: string,
    pending: PendingCommentRow,
    refused: Problem,
  ): Promise<ConfirmationOutcome> {
    const { id, threadId, kind, source, name, isAnonymous } = pending;
    // A parent that is gone takes no reply, so a repetition is a top-level comment.
    const isGone = [notFound.kind, commentGone.kind].includes(refused.kind);
    const parentId = isGone ? null : pending.parentId;
    await this.database.ask(
      'update pending_comments set refused_to = $2, refused_as = $3, parent_id = $4 where id = $1',
      [id, accountId, refused.kind.slug, parentId],
    );
    return { refused, threadId, keptId: id, kept: { kind, body: source, parentId, name, anonymous: isAnonymous } };
  }

  /**
   * The name of a first persona, which is made with the comment, so that a refused one leaves none; else the persona of
   * that name. Without a name, which an anonymous question may be, any persona; none for an account that has none.
   */
  private async bylineOf(
    accountId: string,
    { conferenceId, name, isAnonymous }: PendingCommentRow,
  ): Promise<{ personaId?: string; name?: string }> {
    const own = await this.personasQueries.listOf(accountId, conferenceId);
    const same = own.find((persona) => persona.name === name);
    if (name === '') return own[0] ? { personaId: own[0].id } : {};
    // One of this name may be of an earlier try, whose repetition has to be the same posting.
    const isFirst = own.every((persona) => persona === same || persona.name === '');
    if (isFirst && !isAnonymous) return { name };
    return { personaId: (same ?? (await this.writePersona.create(accountId, conferenceId, { name, tagline: '' }))).id };
  }
}
