import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';

/** Removes a passkey from an account and notifies its owner by e-mail. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
  ) {}

  /** Throws `not-found` for another account's passkey. */
  async remove(accountId: string, id: string): Promise<void> {
    if (!isUuid(id)) throw notFound();
    await this.database.transaction(async (tx) => {
      const gone = await tx.query('delete from passkeys where id = $1 and account_id = $2 returning id', [
        id,
        accountId,
      ]);
      if (gone.length === 0) throw notFound();
      await this.notices.add(tx, { accountId, kind: 'passkey-removed', commentId: null });
    });
    this.notices.signal();
  }
}
