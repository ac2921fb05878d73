import { Injectable } from '@nestjs/common';
import { grouped } from '../kernel/by-key.ts';
import { Database } from '../platform/database/database.ts';
import { rightsOf, wearerOf } from './badge.policy.ts';
import { badgesIn } from './badges.ts';
import { GrantsQueries } from './grants.queries.ts';

/** A persona that could show a right, as its own account sees it. */
export interface BadgeChoice {
  id: string;
  name: string;
  conferenceId: string;
  conferenceTitle: string;
}

/** Lists the personas between which the holder of a right may choose. */
@Injectable()
export class BadgeChoices {
  constructor(
    private readonly database: Database,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /** The personas of an account, in one conference if it is given. */
  list(accountId: string, conferenceId: string | null = null): Promise<BadgeChoice[]> {
    return this.database.ask<BadgeChoice>(
      `select p.id, p.name, p.conference_id "conferenceId", c.title "conferenceTitle"
       from personas p
       join conferences c on c.id = p.conference_id
       where p.account_id = $1
         and ($2::uuid is null or p.conference_id = $2)
         and p.withdrawn_at is null
         and p.name <> ''
       order by c.title, c.id, p.name, p.id`,
      [accountId, conferenceId],
    );
  }

  /** Personas in conferences where the account has a right that none of its personas shows. */
  async unshown(accountId: string): Promise<BadgeChoice[]> {
    const found: BadgeChoice[] = [];
    for (const [conferenceId, personas] of grouped(await this.list(accountId), (persona) => persona.conferenceId)) {
      const rights = rightsOf(await this.grantsQueries.heldIn(accountId, conferenceId));
      if (rights.length === 0) continue;
      const badges = await badgesIn(
        { query: (sql, values) => this.database.ask(sql, values) },
        { accountId, conferenceId },
      );
      if (rights.some((right) => wearerOf({ badges, personas }, right) === null)) found.push(...personas);
    }
    return found;
  }
}
