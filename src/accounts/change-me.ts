import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/** Changes what an account set for itself. */
@Injectable()
export class ChangeMe {
  constructor(private readonly database: Database) {}

  async run(accountId: string, { locale }: { locale?: 'fr' | 'en' }): Promise<void> {
    if (locale) await this.database.ask('update accounts set locale = $2 where id = $1', [accountId, locale]);
  }
}
