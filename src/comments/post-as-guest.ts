import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { ReservedNames } from '../accounts/reserved-names.ts';
import { WritePersona } from '../accounts/write-persona.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict, notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
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
  /** Null for who speaks neither of our languages: the conference's is taken. */
  locale: Locale | null;
  visitor: Visitor;
  key?: string | undefined;
}

/** A guest's comment that was refused once its code was right, for the form it goes back to. */
export interface KeptComment {
  kind: CommentKind;
  body: string;
  name: string;
  parentId: string | null;
  isAnonymous: boolean;
  /** The slug of the refusal. */
  refusedAs: string;
}

interface Pending {
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

/** Most codes one press of “send a new code” mails: one for each comment that waits in the thread. */
const MOST_SENT_AGAIN = 3;

/** Keyed hashes of what a guest asked for: under one `tag` one comment waits. */
interface Tags {
  tag: Buffer;
  /** The tag of the minute before; null where the sender has given a key. */
  earlierTag: Buffer | null;
  /** Of all that was asked under a key of the sender's; null where the words are the key. */
  bodyTag: Buffer | null;
  /** The same for the same words of one address, whatever the key. */
  copiesTag: Buffer;
}

/** The same words of one address within this time are one press of the button, in milliseconds. */
const ONE_PRESS_MS = 60_000;

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
    const tags = this.tagsOf(asked, address, thread.id);
    if (await this.isKnown(tags)) return;
    this.refuseUnlessOpen(thread, asked);
    await this.refuseUnlessThere(thread.id, asked.parentId);
    // By the name alone: whose address was typed is not looked at.
    await this.reservedNames.refuse(
      { query: (sql, values) => this.database.ask(sql, values) },
      { accountId: null, conferenceId: thread.conferenceId, name: asked.name },
    );
    await this.signInLimits.mayAsk(address, asked.visitor);
    const locale = await this.localeFor(asked.locale, thread);
    const isFirst = await this.database.transaction(async (tx) => {
      // Five at once with one key are one: the others wait here for the first, and send nothing.
      await tx.query('select pg_advisory_xact_lock($1)', [tags.tag.readBigInt64BE(0).toString()]);
      const [known] = await tx.query('select from pending_comments where tag = $1', [tags.tag]);
      if (known) return false;
      const code = await this.sendCode.make(tx, { address, purpose: PURPOSE, locale, asker: asked.visitor });
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
    if (isFirst) this.sendCode.soon();
    else await this.isKnown(tags);
  }

  /**
   * Mails new codes for what waits from an address in a thread, each with the same words; the earlier codes stay good.
   * The answer is the same whether something waits or not. Throws not-found, proof-required, too-many-requests,
   * invalid-request (the address).
   */
  async sendAgain(asked: Pick<GuestAsked, 'threadId' | 'email' | 'locale' | 'visitor'>): Promise<void> {
    const address = this.addressDesk.seal(asked.email);
    const thread = await this.threadsQueries.get(asked.threadId);
    await this.signInLimits.mayAsk(address, asked.visitor);
    const locale = await this.localeFor(asked.locale, thread);
    await this.database.transaction(async (tx) => {
      const waiting = await tx.query<{ id: string }>(
        `select distinct on (p.copies_tag) p.id
         from pending_comments p
         join login_codes c on c.id = p.login_code_id
         where p.thread_id = $1
           and p.refused_to is null
           and p.copies_tag is not null
           and c.address_index = any($2)
           and c.used_at is null
         order by p.copies_tag, c.made_at desc
         limit $3`,
        [thread.id, address.indexes, MOST_SENT_AGAIN],
      );
      for (const { id } of waiting) {
        const code = await this.sendCode.make(tx, {
          address,
          purpose: PURPOSE,
          locale,
          asker: asked.visitor,
        });
        await tx.query(
          `insert into pending_comments (
             id, login_code_id, thread_id, parent_id, kind, name, source, is_anonymous, copies_tag
           )
           select $1, $2, thread_id, parent_id, kind, name, source, is_anonymous, copies_tag
           from pending_comments
           where id = $3`,
          [blindId(), code.id, id],
        );
      }
    });
    this.sendCode.soon();
  }

  /** What was refused to an account after its code was right, newest first per id; null when it is not theirs. */
  async keptFor(accountId: string, id: string): Promise<KeptComment | null> {
    if (!isUuid(id)) return null;
    const [kept] = await this.database.ask<KeptComment>(
      `select kind, source body, name, parent_id "parentId", is_anonymous "isAnonymous", refused_as "refusedAs"
       from pending_comments
       where id = $1 and refused_to = $2`,
      [id, accountId],
    );
    return kept ?? null;
  }

  private async localeFor(wished: Locale | null, { conferenceId }: ThreadRow): Promise<Locale> {
    if (wished) return wished;
    const [conference] = await this.database.ask<{ locale: Locale }>('select locale from conferences where id = $1', [
      conferenceId,
    ]);
    return conference?.locale ?? 'en';
  }

  /**
   * Keyed hashes of what was asked. Without a key of the sender's the words are the key for a minute, so that two
   * presses of a button are one comment.
   */
  private tagsOf(asked: GuestAsked, { mark }: SealedAddress, threadId: string): Tags {
    const words = [
      threadId,
      asked.kind,
      asked.body,
      asked.parentId ?? '',
      asked.name,
      ...(asked.anonymous ? ['anonymous'] : []),
    ];
    const bodyTag = this.addressDesk.tag('guest-body', ...words);
    const copiesTag = this.addressDesk.tag('guest-copies', mark, ...words);
    if (asked.key !== undefined)
      return { tag: this.addressDesk.tag('guest-key', mark, asked.key), earlierTag: null, bodyTag, copiesTag };
    const minute = Math.floor(this.clock.now().getTime() / ONE_PRESS_MS);
    const tagOf = (at: number): Buffer => this.addressDesk.tag('guest-press', copiesTag, String(at));
    return { tag: tagOf(minute), earlierTag: tagOf(minute - 1), bodyTag: null, copiesTag };
  }

  private async isKnown({ tag, earlierTag, bodyTag }: Tags): Promise<boolean> {
    const [known] = await this.database.ask<{ bodyTag: Buffer | null }>(
      'select body_tag "bodyTag" from pending_comments where tag = any($1)',
      [earlierTag ? [tag, earlierTag] : [tag]],
    );
    if (known?.bodyTag && bodyTag && !known.bodyTag.equals(bodyTag)) throw keyConflict();
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
         p.source, p.copies_tag "copiesTag", t.conference_id "conferenceId"
       from pending_comments p
       join threads t on t.id = p.thread_id
       where p.login_code_id = $1`,
      [codeId],
    );
    if (!pending) return null;
    try {
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
      await this.forgetCopies(pending);
      return { commentId: comment.id };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.giveBack(accountId, pending, error);
    }
  }

  /** Of the same words that wait under several codes one is published; its row stays while its key may come again. */
  private async forgetCopies({ id, copiesTag }: Pending): Promise<void> {
    await this.database.ask(
      'delete from pending_comments where (id = $1 and body_tag is null) or (copies_tag = $2 and id <> $1)',
      [id, copiesTag],
    );
  }

  /** The words are the author's again, who is signed in by now and decides what becomes of them. */
  private async giveBack(accountId: string, pending: Pending, refused: Problem): Promise<Outcome> {
    const { id, threadId, kind, source, name, isAnonymous } = pending;
    // What it answered is gone: sent again, it stands for itself.
    const parentId = refused.kind === notFound.kind ? null : pending.parentId;
    await this.database.ask(
      'update pending_comments set refused_to = $2, refused_as = $3, parent_id = $4 where id = $1',
      [id, accountId, refused.kind.slug, parentId],
    );
    return { refused, threadId, keptId: id, kept: { kind, body: source, parentId, name, anonymous: isAnonymous } };
  }

  private async faceOf(tx: Tx, accountId: string, { conferenceId, name }: Pending): Promise<string> {
    const same = (await this.personasQueries.listOf(accountId, conferenceId, tx)).find(
      (persona) => persona.name === name,
    );
    return (same ?? (await this.writePersona.createIn(tx, { accountId, conferenceId, name, tagline: '' }))).id;
  }
}
