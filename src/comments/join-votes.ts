import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JoinAccounts, type JoinedAccounts } from '../accounts/join-accounts.ts';
import { Clock } from '../kernel/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { scheduleDepartures } from './schedule-departures.ts';

/**
 * Joins the votes of a guest to those of the account it becomes: one for each comment and none for its own. Those
 * beyond are taken back at once, by the machinery that takes back votes of people who leave.
 */
@Injectable()
export class JoinVotes implements OnModuleInit {
  constructor(
    private readonly joinAccounts: JoinAccounts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.joinAccounts.onJoin((tx, joined) => this.join(tx, joined));
  }

  /** The personas of both belong to one account by now. */
  async join(tx: Tx, { from, into }: JoinedAccounts): Promise<void> {
    if (from !== into) {
      const beyond = await tx.query<{ id: string }>(
        `update votes v
         set account_id = gen_random_uuid()
         where v.account_id = any($1)
           and (
             v.account_id = $2
               and exists (select from votes o where o.comment_id = v.comment_id and o.account_id = $3)
             or exists (
               select from comments m
               join personas p on p.id = m.persona_id
               where m.id = v.comment_id and p.account_id = $3
             )
           )
         returning v.account_id id`,
        [[from, into], from, into],
      );
      const now = this.clock.now();
      const subjectIds = beyond.map(({ id }) => id);
      await scheduleDepartures(tx, { kind: 'vote', subjectIds, posts: 'keep', now, dueAt: now });
      await tx.query('update votes set account_id = $2 where account_id = $1', [from, into]);
    }
    await tx.query('update votes set is_by_guest = false where account_id = $1 and is_by_guest', [into]);
  }
}
