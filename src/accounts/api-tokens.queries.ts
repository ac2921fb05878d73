import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ApiTokenScope } from '../kernel/api-token-scope.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';

/** `token` is there in the answer to its making and nowhere else. */
export interface ApiTokenView {
  id: string;
  /** The owner's name for it. */
  name: string;
  /** The uses it is good for. */
  scopes: ApiTokenScope[];
  /** The slug of the one conference it is good for. */
  conference: string | null;
  /** Time when it was made. */
  madeAt: string;
  /** Time when it stops working. */
  expiresAt: string;
  /** The last day of use, in UTC. */
  usedOn: string | null;
}

/** The account behind a token, and what the token is good for. */
export interface TokenHolder {
  readonly id: string;
  readonly accountId: string;
  readonly scopes: readonly ApiTokenScope[];
  readonly conferenceId: string | null;
}

/** A token has 256 random bits, so a plain hash is enough to protect it. */
export const hashApiToken = (token: string): Buffer => hash('sha256', token, 'buffer');

interface Row extends Omit<ApiTokenView, 'madeAt' | 'expiresAt'> {
  madeAt: Date;
  expiresAt: Date;
}

export const API_TOKEN_COLUMNS = `t.id, t.name, t.scopes,
  t.made_at "madeAt", t.expires_at "expiresAt", t.used_on "usedOn",
  (select c.slug from conferences c where c.id = t.conference_id) conference`;

export const toApiTokenView = ({ madeAt, expiresAt, ...row }: Row): ApiTokenView => ({
  ...row,
  madeAt: madeAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Finds the holder of an API token, and lists an account's own. */
@Injectable()
export class ApiTokensQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for unknown, ended and expired tokens. Records the day of use, once a day. */
  async holderOf(token: string): Promise<TokenHolder | null> {
    const now = this.clock.now();
    const [row] = await this.database.askOften<TokenHolder & { usedOn: string | null }>(
      `select id, account_id "accountId", scopes, conference_id "conferenceId", used_on "usedOn"
       from api_tokens
       where token_hash = $1 and expires_at > $2`,
      [hashApiToken(token), now],
    );
    if (!row) return null;
    const { usedOn, ...holder } = row;
    const today = now.toISOString().slice(0, 10);
    if (usedOn !== today)
      await this.database.ask('update api_tokens set used_on = $2 where id = $1', [holder.id, today]);
    return holder;
  }

  /** Newest first. */
  async list(accountId: string): Promise<ApiTokenView[]> {
    const rows = await this.database.ask<Row>(
      `select ${API_TOKEN_COLUMNS}
       from api_tokens t
       where t.account_id = $1 and t.expires_at > $2
       order by t.made_at desc, t.id limit 100`,
      [accountId, this.clock.now()],
    );
    return rows.map(toApiTokenView);
  }
}
