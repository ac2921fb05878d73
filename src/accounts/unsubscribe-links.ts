import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';

/**
 * Unsubscribes an account from optional e-mails by the link in each of them: one click, without signing in (RFC 8058).
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** The unsubscribe link of an account, which can do nothing else. Null when the account is gone. */
  async linkFor(accountId: string): Promise<string | null> {
    const [row] = await this.database.ask<{ token: string }>('select letters_token token from accounts where id = $1', [
      accountId,
    ]);
    return row ? `${this.config.publicUrl}/letters/end?of=${row.token}` : null;
  }

  /** Does not tell whether the token exists. Idempotent. */
  async unsubscribe(token: string): Promise<void> {
    if (isUuid(token))
      await this.database.ask(
        `update accounts set settings = settings || '{"answersByMail": false}' where letters_token = $1`,
        [token],
      );
  }
}
