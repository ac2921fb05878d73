import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId, secretToken } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { CODE_TRIES, readCode } from './code.policy.ts';
import { Confirmations, type Outcome } from './confirmations.ts';
import { SESSION_DAYS } from './session.policy.ts';
import { codeRefused } from './sessions.problems.ts';

export interface SessionBegun { token: string; expiresAt: Date; accountId: string }

/** A session, and what its code confirmed beside it. */
export type SessionMade = SessionBegun & { outcome: Outcome };

export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

type Spent = { id: string; purpose: string; matched: boolean; locale: 'fr' | 'en' } & SealedAddress;

const SEALED = 'address_cipher "cipher", address_key_id "keyId", address_index "index"';

/** Turns a code or a link into a session, once. Wrong, old, spent and unknown are all `code-refused`. */
@Injectable()
export class RedeemCode {
  constructor(private readonly database: Database, private readonly desk: AddressDesk, private readonly clock: Clock, private readonly confirmations: Confirmations) {}

  /** One statement spends the code that matches and counts a try against the others, so that no two requests share one. */
  async byCode(address: SealedAddress, typed: string): Promise<SessionMade> {
    const code = readCode(typed);
    const hash = code === null ? Buffer.alloc(0) : this.desk.tag('code', address.index, code);
    return this.spend((tx) => tx.query<Spent>(
      `update login_codes set tries = tries + (code_hash <> $2)::int, used_at = case when code_hash = $2 then $3::timestamptz end
       where address_index = $1 and used_at is null and expires_at > $3 and tries < $4
       returning id, purpose, locale, code_hash = $2 "matched", ${SEALED}`,
      [address.index, hash, this.clock.now(), CODE_TRIES],
    ));
  }

  byToken(token: string): Promise<SessionMade> {
    return this.spend((tx) => tx.query<Spent>(
      `update login_codes set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 and tries < $3 returning id, purpose, locale, true "matched", ${SEALED}`,
      [this.desk.tag('link', token), this.clock.now(), CODE_TRIES],
    ));
  }

  private async spend(statement: (tx: Tx) => Promise<Spent[]>): Promise<SessionMade> {
    const made = await this.database.transaction(async (tx) => {
      const spent = (await statement(tx)).find(({ matched }) => matched);
      // Committed, not thrown: the tries that were counted must stay counted.
      if (!spent) return null;
      const accountId = await this.desk.accountOf(tx, spent, spent.locale);
      return { ...(await this.begin(tx, accountId)), purpose: spent.purpose, codeId: spent.id };
    });
    if (!made) throw codeRefused();
    const outcome = await this.confirmations.confirm(made);
    return { token: made.token, expiresAt: made.expiresAt, accountId: made.accountId, outcome };
  }

  private async begin(tx: Tx, accountId: string): Promise<SessionBegun> {
    const token = secretToken();
    const now = this.clock.now();
    await tx.query('insert into sessions (id, token_hash, account_id, begun_at, seen_at) values ($1, $2, $3, $4, $4)', [blindId(), hashToken(token), accountId, now]);
    return { token, expiresAt: this.clock.in({ days: SESSION_DAYS }), accountId };
  }
}
