import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { Problem } from '../kernel/problem.ts';
import type { Visitor } from './credentials.ts';
import { RedeemCode, type SessionMade } from './redeem-code.ts';
import { SendCode } from './send-code.ts';
import { codeRefused } from './sessions.problems.ts';
import { SignInLimits } from './sign-in-limits.ts';

/** The two steps of signing in, as the API and the pages both take them. */
@Injectable()
export class SignIn {
  constructor(private readonly desk: AddressDesk, private readonly codes: SendCode, private readonly redeem: RedeemCode, private readonly limits: SignInLimits) {}

  /** Accepts to mail a code. Throws invalid-request, too-many-requests; never tells whether the address is known. */
  async ask(email: string, locale: 'fr' | 'en', { ip, browser }: Visitor): Promise<void> {
    const address = this.desk.seal(email);
    await this.limits.mayAsk(address.mark, ip);
    await this.codes.run({ address, locale, browser });
  }

  /** `replaces`: the session one comes with. Throws code-refused, browser-differs, too-many-requests, invalid-request, and what a confirmed comment may be refused for. */
  async enter({ email, code, token }: { email?: string; code?: string; token?: string }, { ip, browser }: Visitor, replaces: string | null): Promise<SessionMade> {
    await this.limits.mayTry(ip);
    if (token !== undefined && email === undefined && code === undefined) return this.redeem.byToken(token, { browser, replaces });
    if (email === undefined || code === undefined || token !== undefined) {
      throw invalidRequest([{ pointer: '#/code', detail: 'Send either email and code, or token alone.' }]);
    }
    await this.limits.mayType();
    return this.redeem.byCode(this.desk.seal(email), code, { browser, replaces }).catch(async (error: unknown) => {
      if (error instanceof Problem && error.kind === codeRefused.kind) await this.limits.noteWrongCode();
      throw error;
    });
  }
}
