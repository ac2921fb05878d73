import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { RedeemCode, type SessionMade } from './redeem-code.ts';
import { SendCode } from './send-code.ts';
import { SignInLimits } from './sign-in-limits.ts';

/** The two steps of signing in, as the API and the pages both take them. */
@Injectable()
export class SignIn {
  constructor(private readonly desk: AddressDesk, private readonly codes: SendCode, private readonly redeem: RedeemCode, private readonly limits: SignInLimits) {}

  /** Mails a code. Throws invalid-request, too-many-requests; never tells whether the address is known. */
  async ask(email: string, locale: 'fr' | 'en', ip: string): Promise<void> {
    const sealed = this.desk.seal(email);
    await this.limits.mayAsk(sealed.index, ip);
    this.codes.run(sealed, locale);
  }

  /** Throws code-refused, too-many-requests, invalid-request, and what a confirmed comment may be refused for. */
  async enter({ email, code, token }: { email?: string; code?: string; token?: string }, ip: string): Promise<SessionMade> {
    await this.limits.mayTry(ip);
    if (token !== undefined && email === undefined && code === undefined) return this.redeem.byToken(token);
    if (email === undefined || code === undefined || token !== undefined) {
      throw invalidRequest([{ pointer: '#/code', detail: 'Send either email and code, or token alone.' }]);
    }
    return this.redeem.byCode(this.desk.seal(email), code);
  }
}
