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
      // A vote that one of them cast outlives the merge from which the other has it.
      await tx.query(
        `update votes v
         set moved_from = null
         where v.account_id = $2
           and exists (
             select from votes o
             where o.comment_id = v.comment_id and o.account_id = $1 and o.moved_from is null
           )`,
        [from, into],
      );
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
      await tx.query('update votes set account_id = $2 where account_id = $1', [from, into]);
      const now = this.clock.now();
      const subjectIds = [...beyond, ...(await this.leaveUnsupported(tx, into))].map(({ id }) => id);
      await scheduleDepartures(tx, { kind: 'vote', subjectIds, posts: 'keep', now, dueAt: now });
    }
    await tx.query('update votes set is_by_guest = false where account_id = $1 and is_by_guest', [into]);
  }

  /** Detaches votes that a merge gave the account for a question that turned out to be its own. */
  private leaveUnsupported(tx: Tx, accountId: string): Promise<{ id: string }[]> {
    return tx.query<{ id: string }>(
      `update votes v
       set account_id = gen_random_uuid()
       where v.account_id = $1
         and v.moved_from is not null
         and not exists (
           with recursive tree(id) as (
             select v.comment_id
             union
             select m.id from tree t join comments m on m.merged_into = t.id
           )
           select from tree t join votes o on o.comment_id = t.id and o.account_id = $1 and o.moved_from is null
         )
       returning v.account_id id`,
      [accountId],
    );
  }
}
