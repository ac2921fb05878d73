import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { TypedAddress } from '../sessions/sign-in.ts';
import type { Visitor } from '../sessions/credentials.ts';
import { SendCode } from '../sessions/send-code.ts';
import { SignInLimits } from '../sessions/sign-in-limits.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { ThreadRow } from '../threads/thread.view.ts';
import { GUEST_COMMENT } from './publish-guest-comment.ts';

/** A guest's request for new codes in a thread. */
export interface GuestCodesInput extends TypedAddress {
  threadId: string;
  /** Null for a client of neither language; the conference's is used. */
  locale: Locale | null;
  visitor: Visitor;
}

/** Most codes one press of “send a new code” mails, one for each waiting comment. */
const MOST_SENT_AGAIN = 3;

/** Makes the codes that publish guests' comments. */
@Injectable()
export class SendGuestCodes {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly sendCode: SendCode,
    private readonly signInLimits: SignInLimits,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** Throws `too-many-requests`, `proof-required`. */
  async mayAsk(address: SealedAddress, visitor: Visitor): Promise<void> {
    await this.signInLimits.mayAsk(address, visitor);
  }

  /** Makes one code in the caller's transaction. Call `deliver` after the commit. */
  make(tx: Tx, wanted: { address: SealedAddress; locale: Locale; visitor: Visitor }): Promise<{ id: string }> {
    const { address, locale, visitor } = wanted;
    return this.sendCode.make(tx, { address, purpose: GUEST_COMMENT, locale, asker: visitor });
  }

  deliver(): void {
    this.sendCode.deliverNow();
  }

  /**
   * Mails new codes for an address's waiting comments in a thread; the earlier codes stay good. The answer does not
   * tell whether any waits. Throws `invalid-request`, `not-found`, `too-many-requests`, `proof-required`.
   */
  async resend(asked: GuestCodesInput): Promise<void> {
    const address = this.addressOf(asked);
    const thread = await this.threadsQueries.getRead(asked.threadId);
    await this.mayAsk(address, asked.visitor);
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
        const code = await this.make(tx, { address, locale, visitor: asked.visitor });
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
    this.deliver();
  }

  /** An address for a page that asks for its code: encrypted, to be sent back, and masked. Throws `invalid-request`. */
  addressForPage(typed: TypedAddress): { wrapped: string; masked: string } {
    const sealed = this.addressOf(typed);
    return {
      wrapped: typed.wrapped ?? this.addressDesk.wrap(typed.email ?? ''),
      masked: this.addressDesk.maskedOf(sealed),
    };
  }

  private addressOf({ email = '', wrapped }: TypedAddress): SealedAddress {
    return wrapped === undefined ? this.addressDesk.seal(email) : this.addressDesk.unwrap(wrapped);
  }

  /** The language of a guest's e-mails: the one they asked for, else the conference's. */
  async localeFor(wished: Locale | null, { conferenceId }: ThreadRow): Promise<Locale> {
    if (wished) return wished;
    const [conference] = await this.database.ask<{ locale: Locale }>('select locale from conferences where id = $1', [
      conferenceId,
    ]);
    return conference?.locale ?? 'en';
  }
}
