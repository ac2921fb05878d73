import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import type { EmailEnd } from '../platform/mail/email.ts';
import { endedKind, type EmailKind } from './email-kinds.policy.ts';

/** Ends one kind of e-mails to an account by the link in each of them: one press, without signing in (RFC 8058). */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** What ends a kind for an account, and can do nothing else. Null when the account is gone. */
  async endOf(accountId: string, kind: EmailKind): Promise<EmailEnd | null> {
    const [row] = await this.database.ask<{ token: string }>('select letters_token token from accounts where id = $1', [
      accountId,
    ]);
    return row
      ? { url: `${this.config.publicUrl}/letters/end?of=${row.token}&kind=${kind}`, token: row.token, kind }
      : null;
  }

  /** Does nothing for an unknown token or kind, and does not tell so. Idempotent. */
  async unsubscribe(token: string, named: string | undefined): Promise<void> {
    const kind = endedKind(named);
    if (kind !== null && isUuid(token))
      await this.database.ask(
        `update accounts set settings = settings || '{"answersByMail": false}' where letters_token = $1`,
        [token],
      );
  }
}
