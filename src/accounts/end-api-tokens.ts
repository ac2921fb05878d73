import { Injectable } from '@nestjs/common';
import type { ApiTokenScope } from '../kernel/api-token-scope.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { scopesWithoutRight } from './api-token.policy.ts';
import { Audit } from './audit.ts';
import { GrantsQueries } from './grants.queries.ts';

const EVERY_MS = 15 * 60_000;

/** Most tokens checked at once. */
const AT_ONCE = 1_000;

interface RestingToken {
  id: string;
  accountId: string;
  scopes: ApiTokenScope[];
  conferenceId: string | null;
}

/** Ends API tokens: by their owner, with the right they rest on, and when their time is over. */
@Injectable()
export class EndApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly grantsQueries: GrantsQueries,
    private readonly audit: Audit,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'accounts/end-api-tokens',
      does: 'Deletes API tokens that have expired or lost the right they rest on.',
      everyMs: EVERY_MS,
      isAtStart: true,
      run: () => this.endExpired(),
    });
  }

  /** Throws `not-found` for another account's token. */
  async end(accountId: string, tokenId: string): Promise<void> {
    if (!isUuid(tokenId)) throw notFound();
    await this.database.transaction(async (tx) => {
      const [ended] = await tx.query<RestingToken>(
        `delete from api_tokens where id = $1 and account_id = $2
         returning id, account_id "accountId", scopes, conference_id "conferenceId"`,
        [tokenId, accountId],
      );
      if (!ended) throw notFound();
      await this.note(tx, ended);
    });
  }

  /** After a grant of the account was revoked, in the same transaction: ends the tokens that rested on it. */
  async afterRevoking(tx: Tx, accountId: string): Promise<void> {
    const resting = await tx.query<RestingToken>(
      `select id, account_id "accountId", scopes, conference_id "conferenceId"
       from api_tokens
       where account_id = $1 and scopes && $2`,
      [accountId, ['moderate', 'organize']],
    );
    await this.endThoseWithoutRight(tx, resting);
  }

  private async endExpired(): Promise<void> {
    await this.database.ask('delete from api_tokens where expires_at < $1', [this.clock.now()]);
    // A right may end without a revoked grant, when an address leaves ORGANIZERS.
    await this.database.transaction(async (tx) => {
      const resting = await tx.query<RestingToken>(
        `select id, account_id "accountId", scopes, conference_id "conferenceId"
         from api_tokens
         where scopes && $1
         order by id limit $2`,
        [['moderate', 'organize'], AT_ONCE],
      );
      await this.endThoseWithoutRight(tx, resting);
    });
  }

  private async endThoseWithoutRight(tx: Tx, resting: readonly RestingToken[]): Promise<void> {
    if (resting.length === 0) return;
    const grants = await this.grantsQueries.listOfAll([...new Set(resting.map(({ accountId }) => accountId))], tx);
    for (const token of resting) {
      if (scopesWithoutRight(token, grants.get(token.accountId) ?? []).length === 0) continue;
      await tx.query('delete from api_tokens where id = $1', [token.id]);
      await this.note(tx, token);
    }
  }

  private note(tx: Tx, { id, accountId, conferenceId }: RestingToken): Promise<void> {
    return this.audit.note(tx, {
      conferenceId,
      accountId,
      role: 'participant',
      action: 'api-token.ended',
      subject: id,
    });
  }
}
