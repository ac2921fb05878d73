import { Injectable } from '@nestjs/common';
import type { ApiTokenScope } from '../kernel/api-token-scope.ts';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest, keyConflict } from '../kernel/common.problems.ts';
import { blindId, secretToken } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { tokenExceedsRight, tokensTooMany } from './accounts.problems.ts';
import { AddressDesk } from './address-desk.ts';
import {
  API_TOKEN_DAYS_AT_MOST,
  API_TOKEN_PREFIX,
  API_TOKENS_AT_MOST,
  endOfToken,
  scopesWithoutRight,
} from './api-token.policy.ts';
import { API_TOKEN_COLUMNS, hashApiToken, toApiTokenView, type ApiTokenView } from './api-tokens.queries.ts';
import { Audit } from './audit.ts';
import { GrantsQueries } from './grants.queries.ts';

export interface NewApiToken {
  name: string;
  scopes: readonly ApiTokenScope[];
  conferenceId: string | null;
  expiresAt: Date | null;
  /** The Idempotency-Key. */
  key: string | undefined;
}

/** A made token; `token` is null when the request was made before, because only its hash is kept. */
export interface MadeApiToken {
  made: ApiTokenView;
  token: string | null;
}

/** Makes an API token for the account of a person who signed in a moment ago. */
@Injectable()
export class MakeApiToken {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly grantsQueries: GrantsQueries,
    private readonly addressDesk: AddressDesk,
    private readonly audit: Audit,
  ) {}

  /**
   * Throws `invalid-request` at `#/expiresAt`, `idempotency-key-conflict`, `token-exceeds-right`, `tokens-too-many`.
   */
  async make(accountId: string, { name, scopes, conferenceId, expiresAt, key }: NewApiToken): Promise<MadeApiToken> {
    const now = this.clock.now();
    const end = endOfToken(expiresAt, now);
    if (!end)
      throw invalidRequest([
        { pointer: '#/expiresAt', detail: `Give a time within the next ${API_TOKEN_DAYS_AT_MOST} days.` },
      ]);
    const keyTag = key === undefined ? null : this.addressDesk.tag('api-token-key', accountId, key);
    const wanted = [...new Set(scopes)];
    const token = API_TOKEN_PREFIX + secretToken();
    return this.database.transaction(async (tx) => {
      // Two requests of one account wait for each other, so that neither passes the limit.
      await tx.query('select from accounts where id = $1 for no key update', [accountId]);
      const before = keyTag && (await madeBefore(tx, keyTag));
      if (before) {
        if (before.name !== name || before.scopes.join() !== wanted.join()) throw keyConflict();
        return { made: before, token: null };
      }
      const missing = scopesWithoutRight(
        { scopes: wanted, conferenceId },
        await this.grantsQueries.list(accountId, tx),
      );
      if (missing.length > 0) throw tokenExceedsRight({ scopes: missing.join(', ') });
      await refuseBeyondLimit(tx, accountId, now);
      const made = await tx.query<Parameters<typeof toApiTokenView>[0]>(
        `insert into api_tokens as t
           (id, account_id, token_hash, name, scopes, conference_id, made_at, expires_at, key_tag)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         returning ${API_TOKEN_COLUMNS}`,
        [blindId(), accountId, hashApiToken(token), name, wanted, conferenceId, now, end, keyTag],
      );
      const view = toApiTokenView(made[0]!);
      await this.audit.note(tx, {
        conferenceId,
        accountId,
        role: 'participant',
        action: 'api-token.made',
        subject: view.id,
      });
      return { made: view, token };
    });
  }
}

async function madeBefore(tx: Tx, keyTag: Buffer): Promise<ApiTokenView | null> {
  const [row] = await tx.query<Parameters<typeof toApiTokenView>[0]>(
    `select ${API_TOKEN_COLUMNS} from api_tokens t where t.key_tag = $1`,
    [keyTag],
  );
  return row ? toApiTokenView(row) : null;
}

async function refuseBeyondLimit(tx: Tx, accountId: string, now: Date): Promise<void> {
  const [held] = await tx.query<{ count: number }>(
    'select count(*)::int count from api_tokens where account_id = $1 and expires_at > $2',
    [accountId, now],
  );
  if (held!.count >= API_TOKENS_AT_MOST) throw tokensTooMany({ limit: API_TOKENS_AT_MOST });
}
