import { Injectable } from '@nestjs/common';
import { grouped } from '../kernel/by-key.ts';
import { Clock } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import type { Standing } from './account.entity.ts';
import { muted, suspended } from './accounts.problems.ts';

/** The current sanctions of one account in a conference. */
export type SanctionsByConference = (conferenceId: string) => readonly Standing[];

const pairOf = ({ accountId, conferenceId }: { accountId: string; conferenceId: string }): string =>
  `${accountId} ${conferenceId}`;

/** Reads the sanctions of accounts. Moderation sets them, verbs check them. */
@Injectable()
export class StandingsQueries {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** The conference of a sanction; null when there is none. */
  async conferenceOf(id: string): Promise<string | null> {
    const [row] = isUuid(id)
      ? await this.database.ask<{ id: string }>(
          `select conference_id id from standings where id = $1 and kind in ('muted', 'suspended')`,
          [id],
        )
      : [];
    return row?.id ?? null;
  }

  /** The current sanctions of any of these accounts in any conference, in one statement. */
  async lasting(
    tx: Queryable,
    accounts: readonly string[],
  ): Promise<(accountId: string, conferenceId: string) => readonly Standing[]> {
    const rows = await tx.query<Standing & { accountId: string; conferenceId: string }>(
      `select account_id "accountId", conference_id "conferenceId", kind, until
       from standings
       where account_id = any($1)
         and kind in ('muted', 'suspended')
         and (until is null or until > $2)`,
      [[...new Set(accounts)], this.clock.now()],
    );
    const byPair = grouped(rows, pairOf);
    return (accountId, conferenceId) => byPair.get(pairOf({ accountId, conferenceId })) ?? [];
  }

  /** Throws `account-suspended`, `account-muted`. */
  async mayTakePart(tx: Queryable, accountId: string, conferenceId: string): Promise<void> {
    refuseSanctioned(await this.sanctionsOf(accountId, conferenceId, tx));
  }

  /** The current sanctions of one account in one conference. */
  sanctionsOf(
    accountId: string,
    conferenceId: string,
    tx: Queryable = { query: (sql, values) => this.database.ask(sql, values) },
  ): Promise<Standing[]> {
    return tx.query<Standing>(
      `select kind, until from standings
       where account_id = $1
         and conference_id = $2
         and kind in ('muted', 'suspended')
         and (until is null or until > $3)`,
      [accountId, conferenceId, this.clock.now()],
    );
  }
}

/** Throws `account-suspended`, `account-muted`. */
export function refuseSanctioned(sanctions: readonly Pick<Standing, 'kind' | 'until'>[]): void {
  const sanction = sanctions.find(({ kind }) => kind === 'suspended') ?? sanctions[0];
  if (!sanction) return;
  const until = sanction.until?.toISOString() ?? '';
  throw sanction.kind === 'suspended' ? suspended({ until }) : muted({ until });
}
