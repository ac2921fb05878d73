import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JoinAccounts, type JoinedAccounts } from '../accounts/join-accounts.ts';
import type { Tx } from '../platform/database/database.ts';

/** Gives the account that a guest becomes the guest's statements, appeals and reports, so that each can be read on. */
@Injectable()
export class JoinInModeration implements OnModuleInit {
  constructor(private readonly joinAccounts: JoinAccounts) {}

  onModuleInit(): void {
    this.joinAccounts.onJoin((tx, joined) => this.join(tx, joined));
  }

  async join(tx: Tx, { from, into }: JoinedAccounts): Promise<void> {
    if (from === into) return;
    for (const table of ['statements', 'decision_letters', 'reports', 'appeals'])
      await tx.query(`update ${table} set account_id = $2 where account_id = $1`, [from, into]);
  }
}
