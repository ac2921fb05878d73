import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { ReservedNames } from '../accounts/reserved-names.ts';
import { WritePersona } from '../accounts/write-persona.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict, notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Visitor } from '../sessions/credentials.ts';
import { Confirmations, type Confirmed, type Outcome } from '../sessions/confirmations.ts';
import { SendCode } from '../sessions/send-code.ts';
import { SignInLimits } from '../sessions/sign-in-limits.ts';
import { mayPost, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { ThreadRow } from '../threads/thread.view.ts';
import type { CommentKind } from './comment.entity.ts';
import { PostComment } from './post-comment.ts';
import { writeText } from './write-text.ts';

export interface GuestAsked {
  threadId: string;
  kind: CommentKind;
  body: string;
  parentId?: string | undefined;
  anonymous?: boolean | undefined;
  name: string;
  email: string;
  locale: 'fr' | 'en';
  visitor: Visitor;
  key?: string | undefined;
}

interface Pending {
  id: string;
  threadId: string;
  parentId: string | null;
  kind: CommentKind;
  name: string;
  isAnonymous: boolean;
  source: string;
  conferenceId: string;
}

const PURPOSE = 'comment';

/**
 * Takes a comment from somebody without a session: kept aside, a code mailed; that code publishes it, and no other
 * code does. A typed address proves nothing until then, and the answer is the same whether it is known or not.
 */
@Injectable()
export class PostAsGuest implements OnModuleInit {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly sendCode: SendCode,
    private readonly confirmations: Confirmations,
    private readonly signInLimits: SignInLimits,
    private readonly threadsQueries: ThreadsQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly writePersona: WritePersona,
    private readonly reservedNames: ReservedNames,
    private readonly postComment: PostComment,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.confirmations.onConfirmed(PURPOSE, (confirmed) => this.publish(confirmed));
  }

  /**
   * Throws idempotency-key-conflict, thread-closed, not-found, persona-name-reserved, proof-required,
   * too-many-requests, invalid-request (the address).
   */
  async post(asked: GuestAsked): Promise<void> {
    const address = this.addressDesk.seal(asked.email);
    const thread = await this.threadsQueries.get(asked.threadId);
    const key =
      asked.key === undefined
        ? null
        : {
            tag: this.addressDesk.tag('guest-key', address.mark, asked.key),
            bodyTag: this.addressDesk.tag(
              'guest-body',
              thread.id,
              asked.kind,
              asked.body,
              asked.parentId ?? '',
              asked.name,
              ...(asked.anonymous ? ['anonymous'] : []),
            ),
          };
    if (key && (await this.isKnown(key))) return;
    this.refuseUnlessOpen(thread, asked);
    await this.refuseUnlessThere(thread.id, asked.parentId);
    // By the name alone: whose address was typed is not looked at.
    await this.reservedNames.refuse(
      { query: (sql, values) => this.database.ask(sql, values) },
      { accountId: null, conferenceId: thread.conferenceId, name: asked.name },
    );
    await this.signInLimits.mayAsk(address, asked.visitor);
    await this.database.transaction(async (tx) => {
      const code = await this.sendCode.make(tx, {
        address,
        purpose: PURPOSE,
        locale: asked.locale,
        asker: asked.visitor,
      });
      await tx.query(
        `insert into pending_comments (
           id, login_code_id, thread_id, parent_id, kind, name, source, tag, body_tag, is_anonymous
         )
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          blindId(),
          code.id,
          thread.id,
          asked.parentId ?? null,
          asked.kind,
          asked.name,
          writeText(asked.body).source,
          key?.tag ?? null,
          key?.bodyTag ?? null,
          asked.anonymous ?? false,
        ],
      );
    });
    this.sendCode.soon();
  }

  private async isKnown({ tag, bodyTag }: { tag: Buffer; bodyTag: Buffer }): Promise<boolean> {
    const [known] = await this.database.ask<{ bodyTag: Buffer }>(
      'select body_tag "bodyTag" from pending_comments where tag = $1',
      [tag],
    );
    if (known && !known.bodyTag.equals(bodyTag)) throw keyConflict();
    return known !== undefined;
  }

  private refuseUnlessOpen(thread: ThreadRow, { kind }: GuestAsked): void {
    const now = this.clock.now();
    if (!mayPost(kind === 'question' ? 'question' : 'comment', thread, now))
      throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
  }

  private async refuseUnlessThere(threadId: string, parentId: string | undefined): Promise<void> {
    if (parentId === undefined) return;
    const found = isUuid(parentId)
      ? await this.database.ask('select from comments where id = $1 and thread_id = $2 and seq is not null', [
          parentId,
          threadId,
        ])
      : [];
    if (found.length === 0) throw notFound();
  }

  /** The code was typed: its comment, under a persona of the name that was given with it. */
  private async publish({ codeId, accountId }: Confirmed): Promise<Outcome> {
    const [pending] = await this.database.ask<Pending>(
      `select p.id, p.thread_id "threadId", p.parent_id "parentId", p.kind, p.name, p.is_anonymous "isAnonymous",
         p.source, t.conference_id "conferenceId"
       from pending_comments p
       join threads t on t.id = p.thread_id
       where p.login_code_id = $1`,
      [codeId],
    );
    if (!pending) return null;
    const personaId = await this.database.transaction((tx) => this.faceOf(tx, accountId, pending));
    // Its own id is the key: confirming can be repeated, the comment cannot.
    const { comment } = await this.postComment.post(accountId, {
      threadId: pending.threadId,
      kind: pending.kind,
      body: pending.source,
      parentId: pending.parentId ?? undefined,
      personaId,
      anonymous: pending.isAnonymous,
      key: pending.id,
    });
    await this.database.ask('delete from pending_comments where id = $1 and tag is null', [pending.id]);
    return { commentId: comment.id };
  }

  private async faceOf(tx: Tx, accountId: string, { conferenceId, name }: Pending): Promise<string> {
    const same = (await this.personasQueries.listOf(accountId, conferenceId, tx)).find(
      (persona) => persona.name === name,
    );
    return (same ?? (await this.writePersona.createIn(tx, { accountId, conferenceId, name, tagline: '' }))).id;
  }
}
