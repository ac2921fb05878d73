import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import type { RecapVersion } from './recap-version.entity.ts';
import type { Recap } from './recap.entity.ts';
import { RecapQueries } from './recap.queries.ts';

/** A recap with the account behind it and the text that is, or waits to be, public. */
export interface OwnedRecap extends Recap {
  /** Null for an official one, and once its account is gone. */
  readonly accountId: string | null;
  readonly text: RecapVersion;
}

/** Reads recaps for modules that decide about them, never for a view. */
@Injectable()
export class OwnedRecaps {
  constructor(
    private readonly database: Database,
    private readonly recapQueries: RecapQueries,
  ) {}

  /** Throws `not-found`, also for a draft, which is its author's alone. */
  async get(id: string, through: Queryable = this.primary): Promise<OwnedRecap> {
    const recap = await this.recapQueries.byId(id, through);
    const text = recap && (await this.recapQueries.version(recap.id, 'published', through));
    if (!recap || !text) throw notFound();
    const [owner] = await through.query<{ accountId: string | null }>(
      'select account_id "accountId" from personas where id = $1',
      [recap.personaId],
    );
    return { ...recap, text, accountId: owner?.accountId ?? null };
  }

  private readonly primary: Queryable = { query: (sql, values) => this.database.ask(sql, values) };
}

/** The words of a recap as a moderator decides about them: its title and its text. */
export const wordsOfRecap = ({ title, markdown }: Pick<RecapVersion, 'title' | 'markdown'>): string =>
  title === null ? markdown : `${title}\n\n${markdown}`;
