import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { ReservedNames } from '../accounts/reserved-names.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { mayPost, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { ThreadRow } from '../threads/thread.view.ts';
import type { GuestCommentInput } from './guest-comment-input.ts';
import { GuestCommentKeys } from './guest-comment-keys.ts';
import { SendGuestCodes } from './send-guest-codes.ts';
import { writeText } from './write-text.ts';

/**
 * Takes a comment without a session: stores it and mails a code, and only that code publishes it. A typed address
 * proves nothing until then, and the answer is equal for known and unknown ones.
 */
@Injectable()
export class PostAsGuest {
  // Speaking, repeated requests, reserved names and e-mails have their rules in four modules.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly sendGuestCodes: SendGuestCodes,
    private readonly guestCommentKeys: GuestCommentKeys,
    private readonly threadsQueries: ThreadsQueries,
    private readonly reservedNames: ReservedNames,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `invalid-request`, `not-found`, `idempotency-key-conflict`, `thread-closed`, `persona-name-reserved`,
   * `too-many-requests`, `proof-required`.
   */
  async post(asked: GuestCommentInput): Promise<void> {
    const address = this.addressDesk.seal(asked.email);
    const thread = await this.threadsQueries.getRead(asked.threadId);
    const tags = this.guestCommentKeys.tagsOf(asked, address, thread.id);
    if (await this.guestCommentKeys.isKnown(tags)) return;
    this.refuseUnlessOpen(thread, asked);
    await this.refuseUnlessThere(thread.id, asked.parentId);
    // By the name alone; the typed address's account is not looked up.
    if (asked.name !== '')
      await this.reservedNames.refuse(
        { query: (sql, values) => this.database.ask(sql, values) },
        { accountId: null, conferenceId: thread.conferenceId, name: asked.name },
      );
    await this.sendGuestCodes.mayAsk(address, asked.visitor);
    const locale = await this.sendGuestCodes.localeFor(asked.locale, thread);
    const isFirst = await this.database.transaction(async (tx) => {
      // Simultaneous requests with one key are one: the others wait for the first, and send nothing.
      await tx.query('select pg_advisory_xact_lock($1)', [tags.tag.readBigInt64BE(0).toString()]);
      const [known] = await tx.query('select from pending_comments where tag = $1', [tags.tag]);
      if (known) return false;
      const code = await this.sendGuestCodes.make(tx, { address, locale, visitor: asked.visitor });
      await tx.query(
        `insert into pending_comments (
           id, login_code_id, thread_id, parent_id, kind, name, source, tag, body_tag, is_anonymous, copies_tag
         )
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          blindId(),
          code.id,
          thread.id,
          asked.parentId ?? null,
          asked.kind,
          asked.name,
          writeText(asked.body).source,
          tags.tag,
          tags.bodyTag,
          asked.anonymous ?? false,
          tags.copiesTag,
        ],
      );
      return true;
    });
    if (isFirst) this.sendGuestCodes.deliver();
    else await this.guestCommentKeys.isKnown(tags);
  }

  private refuseUnlessOpen(thread: ThreadRow, { kind }: GuestCommentInput): void {
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
}
