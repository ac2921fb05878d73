import { Injectable } from '@nestjs/common';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { isAddress, secretIn } from '../accounts/pasted-link.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import type { Visitor } from './credentials.ts';
import { RedeemCode, type RedeemedCode } from './redeem-code.ts';
import { SendCode } from './send-code.ts';
import { SignInLimits } from './sign-in-limits.ts';

/** An address as typed, or as `wrap` made it. */
export interface TypedAddress {
  email?: string;
  wrapped?: string;
}

/** The two steps of signing in, for the API and the pages. */
@Injectable()
export class SignIn {
  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly sendCode: SendCode,
    private readonly redeemCode: RedeemCode,
    private readonly signInLimits: SignInLimits,
  ) {}

  /** Wraps an address for a page that sends it back. Throws `invalid-request`. */
  wrap(email: string): string {
    return this.addressDesk.wrap(email);
  }

  /**
   * Accepts to mail a code, without telling whether the address is known. `conferenceId` is the conference that the
   * person comes from. Throws `invalid-request`, `too-many-requests`, `proof-required`.
   */
  async ask(
    who: TypedAddress,
    { locale, visitor, conferenceId = null }: { locale: 'fr' | 'en'; visitor: Visitor; conferenceId?: string | null },
  ): Promise<void> {
    const address = this.addressOf(who);
    await this.signInLimits.mayAsk(address, visitor);
    await this.sendCode.send({ address, locale, asker: visitor, conferenceId });
  }

  /**
   * `replaces` is the session that ends. Throws `invalid-request`, `proof-required`, `browser-differs`, `code-refused`,
   * and the refusals of a confirmed comment.
   */
  async enter(
    { code, token, ...who }: TypedAddress & { code?: string; token?: string },
    visitor: Visitor,
    replaces: ActorInSession | null,
  ): Promise<RedeemedCode> {
    const isNamed = who.email !== undefined || who.wrapped !== undefined;
    const isLink = token !== undefined && !isNamed && code === undefined;
    // People who are asked for a code also paste the link of the same e-mail.
    const link = isLink ? token : linkIn(code ?? '');
    if (link !== null) {
      await this.signInLimits.mayShow(visitor);
      const made = await this.redeemCode.byToken(link, { visitor, isOwner: false, replaces });
      await this.signInLimits.wasRightLink(visitor);
      return made;
    }
    if (!isNamed || code === undefined || token !== undefined) {
      throw invalidRequest([{ pointer: '#/code', detail: 'Send either email and code, or token alone.' }]);
    }
    const address = this.addressOf(who);
    const { isOwner } = await this.signInLimits.mayType(address, visitor);
    const made = await this.redeemCode.byCode(address, code, { visitor, isOwner, replaces });
    if (!isOwner) await this.signInLimits.wasRight(address, visitor);
    return made;
  }

  private addressOf({ email = '', wrapped }: TypedAddress): SealedAddress {
    return wrapped === undefined ? this.addressDesk.seal(email) : this.addressDesk.unwrap(wrapped);
  }
}

/** The secret of a link that was pasted as a code; null for a code. Throws `invalid-request`. */
function linkIn(typed: string): string | null {
  const secret = secretIn(typed, 'sign-in');
  if (secret === null && isAddress(typed))
    throw invalidRequest([
      { pointer: '#/code', detail: 'A mail filter hides our link in this address. Type the code from that e-mail.' },
    ]);
  return secret;
}
