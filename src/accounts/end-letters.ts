import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';

/**
 * Ends the letters that nobody needs to get, by the link each of them carries: once pressed, without signing in (RFC
 * 8058).
 */
@Injectable()
export class EndLetters {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** The link of an account; what stands in it ends letters and does nothing else. Null when the account is gone. */
  async linkFor(accountId: string): Promise<string | null> {
    const [row] = await this.database.ask<{ token: string }>('select letters_token token from accounts where id = $1', [
      accountId,
    ]);
    return row ? `${this.config.publicUrl}/letters/end?of=${row.token}` : null;
  }

  /** Says nothing of whether there is such a link. Doing it twice is doing it once. */
  async end(token: string): Promise<void> {
    if (isUuid(token))
      await this.database.ask(
        `update accounts set settings = settings || '{"answersByMail": false}' where letters_token = $1`,
        [token],
      );
  }
}
