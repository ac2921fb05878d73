import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

export interface PasskeyView {
  id: string;
  /** The owner's name for the device; empty without one. */
  name: string;
  /** The day on which it was added, in UTC. */
  madeOn: string;
  /** The last day on which it was used, in UTC; null if it never was. */
  usedOn: string | null;
}

export const PASSKEY_COLUMNS = 'id, name, made_on "madeOn", used_on "usedOn"';

/** Lists an account's own passkeys. */
@Injectable()
export class PasskeysQueries {
  constructor(private readonly database: Database) {}

  list(accountId: string): Promise<PasskeyView[]> {
    return this.database.ask<PasskeyView>(
      `select ${PASSKEY_COLUMNS} from passkeys where account_id = $1 order by made_on, id limit 100`,
      [accountId],
    );
  }

  credentialsOf(accountId: string): Promise<{ credentialId: string }[]> {
    return this.database.ask('select credential_id "credentialId" from passkeys where account_id = $1 limit 100', [
      accountId,
    ]);
  }
}
