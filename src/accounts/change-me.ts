import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/** Changes an account's own settings. */
@Injectable()
export class ChangeMe {
  constructor(private readonly database: Database) {}

  async change(
    accountId: string,
    { locale, settings }: { locale?: 'fr' | 'en'; settings?: { answersByMail?: boolean } },
  ): Promise<void> {
    if (locale) await this.database.ask('update accounts set locale = $2 where id = $1', [accountId, locale]);
    if (settings)
      await this.database.ask('update accounts set settings = settings || $2 where id = $1', [
        accountId,
        JSON.stringify(settings),
      ]);
  }
}
