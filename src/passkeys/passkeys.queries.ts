import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';

export interface PasskeyView { id: string; name: string; madeOn: string; usedOn: string | null }

export const PASSKEY_COLUMNS = 'id, name, made_on "madeOn", used_on "usedOn"';

/** One's own passkeys: listing them, and taking one back. */
@Injectable()
export class PasskeysQueries {
  constructor(private readonly database: Database) {}

  list(accountId: string): Promise<PasskeyView[]> {
    return this.database.ask<PasskeyView>(`select ${PASSKEY_COLUMNS} from passkeys where account_id = $1 order by made_on, id limit 100`, [accountId]);
  }

  credentialsOf(accountId: string): Promise<{ credentialId: string }[]> {
    return this.database.ask('select credential_id "credentialId" from passkeys where account_id = $1 limit 100', [accountId]);
  }

  /** Throws not-found for a passkey that is not one's own. */
  async remove(accountId: string, id: string): Promise<void> {
    const gone = isUuid(id) ? await this.database.ask('delete from passkeys where id = $1 and account_id = $2 returning id', [id, accountId]) : [];
    if (gone.length === 0) throw notFound();
  }
}
