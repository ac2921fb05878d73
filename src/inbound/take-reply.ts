import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { COMMENT_LENGTH } from '../comments/comments.requests.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { maskAddresses } from '../kernel/text.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { EmailReader } from './email-reader.ts';
import { GiveAddresses } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';
import { PostReply } from './post-reply.ts';
import type { ArrivedEmail, PersonsEmail } from './reading/read-email.ts';
import type { ReplyTarget } from './reply-target.entity.ts';
import { draftReason, type DraftReason } from './reply-words.policy.ts';

/** Seconds after which another node takes over a reply whose taker is silent. */
const TAKEN_OVER_SECONDS = 60;

/** Most replies an hour to one address. */
export const REPLIES_AN_HOUR = 5;

/**
 * The mail server hands an e-mail in again later: another node takes it, or took it and ended, or its address has had
 * REPLIES_AN_HOUR.
 */
export class TakeLater extends Error {}

interface ClaimedReply {
  readonly id: string;
  readonly messageTag: Buffer;
  readonly address: ReplyTarget;
}

/**
 * Takes a reply to an e-mail of ours: publishes it through the same verbs as the API, or keeps it as a draft whose
 * owner gets a link. An e-mail is claimed by its Message-ID, and its words are posted under a key made of it, so that
 * neither two nodes nor a crash post it twice.
 */
@Injectable()
export class TakeReply {
  // A reply is read, claimed, compared with its account and posted.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly giveAddresses: GiveAddresses,
    private readonly inboundRules: InboundRules,
    private readonly emailReader: EmailReader,
    private readonly postReply: PostReply,
    private readonly clock: Clock,
  ) {}

  /** Does nothing for an unknown token, a machine's e-mail and one that was taken. Throws TakeLater. */
  async take(token: string, email: ArrivedEmail): Promise<void> {
    const tag = this.giveAddresses.tagOf('reply', token);
    const address = await this.addressOf(tag);
    if (!address) return;
    const { read, messageId } = await this.emailReader.readArrival(email, this.inboundRules.reading);
    if (read.kind === 'machine') return;
    const claimed = await this.claim(address, this.messageTagOf(tag, messageId, email.raw));
    if (!claimed) return;
    if (read.kind === 'unreadable') return this.keep(claimed, { text: '', attachments: 0 }, 'unreadable');
    const reason = await this.reasonOf(address, read);
    if (reason !== null) return this.keep(claimed, read, reason);
    await this.publish(claimed, read);
  }

  private async addressOf(tag: Buffer): Promise<ReplyTarget | null> {
    const [address] = await this.database.ask<ReplyTarget>(
      `select tag, account_id "accountId", thread_id "threadId", parent_id "parentId", persona_id "personaId", kind,
         expires_at "expiresAt"
       from reply_addresses
       where tag = $1 and expires_at > $2`,
      [tag, this.clock.now()],
    );
    return address ?? null;
  }

  /** Without a Message-ID the bytes are it. */
  private messageTagOf(tag: Buffer, messageId: string, raw: Buffer): Buffer {
    const known = messageId || createHash('sha256').update(raw).digest('hex');
    return this.addressDesk.tag('inbound-message', tag, known);
  }

  /** Null for an e-mail that was taken before. Its address is locked, so that no two are the fifth of an hour. */
  private claim(address: ReplyTarget, messageTag: Buffer): Promise<ClaimedReply | null> {
    return this.database.transaction(async (tx) => {
      await tx.query('select from reply_addresses where tag = $1 for no key update', [address.tag]);
      const claimed = await this.claimIn(tx, address, messageTag);
      const [count] = await tx.query<{ taken: number }>(
        'select count(*)::int taken from taken_replies where reply_tag = $1 and at > $2',
        [address.tag, this.clock.ago({ hours: 1 })],
      );
      if (claimed && count!.taken > REPLIES_AN_HOUR) throw new TakeLater('its address has had enough for this hour');
      return claimed;
    });
  }

  private async claimIn(tx: Tx, address: ReplyTarget, messageTag: Buffer): Promise<ClaimedReply | null> {
    const now = this.clock.now();
    const [row] = await tx.query<{ id: string; isMine: boolean; isTaking: boolean }>(
      `with mine as (
         insert into taken_replies as t (
           id, message_tag, reply_tag, account_id, thread_id, parent_id, persona_id, kind, state, attachments, at
         )
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'taking', 0, $9)
         on conflict (message_tag) do update set at = $9
         where t.state = 'taking' and t.at < $9::timestamptz - interval '${TAKEN_OVER_SECONDS} seconds'
         returning id
       )
       select id, true "isMine", true "isTaking" from mine
       union all
       select id, false, state = 'taking' from taken_replies
       where message_tag = $2 and not exists (select from mine)`,
      [
        blindId(),
        messageTag,
        address.tag,
        address.accountId,
        address.threadId,
        address.parentId,
        address.personaId,
        address.kind,
        now,
      ],
    );
    // Neither mine nor seen: another node inserted it after this statement began.
    if (!row || (!row.isMine && row.isTaking)) throw new TakeLater('another node takes this e-mail');
    return row.isMine ? { id: row.id, messageTag, address } : null;
  }

  private async reasonOf(address: ReplyTarget, read: PersonsEmail): Promise<DraftReason | null> {
    const { accountId, kind } = address;
    const [[replier], isFromOwner] = await Promise.all([
      this.database.ask('select from email_repliers where account_id = $1', [accountId]),
      read.sender === null ? false : this.addressDesk.isMailboxOf(accountId, read.sender),
    ]);
    return draftReason({
      cause: read.cause,
      isFromOwner,
      isProven: read.isProven,
      hasReplied: replier !== undefined,
      isPlainAnswer: kind === 'answer' && read.isAboveLine,
      length: [...read.text.trim()].length,
      bounds: COMMENT_LENGTH,
    });
  }

  private async publish(claimed: ClaimedReply, read: PersonsEmail): Promise<void> {
    const { id, address } = claimed;
    try {
      const { comment } = await this.postReply.post(address, read.text, `reply ${id}`);
      await this.database.ask(
        `update taken_replies
         set state = 'published', comment_id = $2, attachments = $3, notify_due_at = $4
         where id = $1 and state = 'taking'`,
        [id, comment.id, read.attachments, this.clock.now()],
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.kind.status >= 500) throw error;
      await this.keep(claimed, read, 'refused');
    }
  }

  private async keep(
    { id }: ClaimedReply,
    { text, attachments }: Pick<PersonsEmail, 'text' | 'attachments'>,
    reason: DraftReason,
  ): Promise<void> {
    await this.database.ask(
      `update taken_replies
       set state = 'draft', reason = $2, source = $3, attachments = $4, notify_due_at = $5
       where id = $1 and state = 'taking'`,
      [id, reason, maskAddresses(text.normalize('NFC').trim()), attachments, this.clock.now()],
    );
  }
}
