import { Injectable } from '@nestjs/common';
import type { SealedAddress, StoredAddress } from '../accounts/address-desk.ts';
import { JoinAccounts } from '../accounts/join-accounts.ts';
import { forgetReturns } from '../accounts/returned-emails.ts';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { CODE_TRIES, readCode } from './code.policy.ts';
import { Confirmations, type ConfirmationOutcome } from './confirmations.ts';
import { CodeSecrets, type CodeOrigin } from './code-secrets.ts';
import { BeginSession, type NewSession } from './begin-session.ts';
import { browserDiffers, codeRefused } from './sessions.problems.ts';

/** A new session, and the outcome of what its code confirmed; the session exists also when that was refused. */
export type RedeemedCode = NewSession & {
  /** The language in which the code was mailed. */
  locale: 'fr' | 'en';
  outcome: ConfirmationOutcome;
};

/** The circumstances of a sign-in: from where, whether known to own the address, and the session that ends. */
export interface SignInInput {
  visitor: CodeOrigin;
  isOwner: boolean;
  replaces: ActorInSession | null;
}

type SpentCode = { id: string; purpose: string; matched: boolean; locale: 'fr' | 'en' } & Pick<
  StoredAddress,
  'cipher' | 'keyId'
>;

const RETURNED = 'id, purpose, locale, address_cipher "cipher", address_key_id "keyId"';

/**
 * SQL: a newer code voids older ones that sign in, if the same asker asked for it, so that nobody can void another's
 * codes. A code that confirms something is void by none.
 */
const IS_NEWEST = `not (c.purpose = 'sign-in' and exists (
  select from login_codes later
  where later.address_index = c.address_index and later.purpose = 'sign-in'
    and later.asker_tag is not distinct from c.asker_tag and (later.made_at, later.id) > (c.made_at, c.id)))`;

/**
 * Exchanges a code or a link for a session, once. Throws `code-refused` for wrong, old, spent and unknown ones alike.
 */
@Injectable()
export class RedeemCode {
  // A code finds its account, begins a session and confirms what waited for it, and none of these may be missing.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly joinAccounts: JoinAccounts,
    private readonly codeSecrets: CodeSecrets,
    private readonly beginSession: BeginSession,
    private readonly confirmations: Confirmations,
    private readonly clock: Clock,
  ) {}

  /**
   * One statement spends the matching code and counts a try against all others, so that no two requests share one.
   * - A matching code is no try against the others.
   * - Tries of the asker (or a known owner) and tries from elsewhere are counted apart: a code survives five of each.
   * - The last part counts wrong codes over all accounts where something could have been hit.
   */
  async byCode(address: SealedAddress, typed: string, entering: SignInInput): Promise<RedeemedCode> {
    const code = readCode(typed);
    const hash = code === null ? Buffer.alloc(0) : this.codeSecrets.hashOfCode(address, code);
    return this.spend(entering, (tx) =>
      tx.query<SpentCode>(
        `with live as (
           select c.id, c.code_hash, c.tries, c.tries_from_elsewhere,
             $5 or coalesce(c.asker_tag = any($6), false) is_own
           from login_codes c
           where address_index = any($1)
             and used_at is null
             and expires_at > $3
             and ${IS_NEWEST}
           order by c.id
           for update
         ),
           hit as (
             select id from live
             where code_hash = $2
               and case when is_own then tries else tries_from_elsewhere end < $4
           ),
           tried as (
             update login_codes c
             set tries = c.tries + (c.code_hash <> $2 and is_own)::int,
               tries_from_elsewhere = c.tries_from_elsewhere + (c.code_hash <> $2 and not is_own)::int,
               used_at = case when c.code_hash = $2 then $3::timestamptz end
             from live
             where live.id = c.id
               and used_at is null
               and case when is_own then c.tries else c.tries_from_elsewhere end < $4
               and (c.id in (select id from hit) or not exists (select from hit))
             returning c.code_hash = $2 "matched", c.id, purpose, locale, address_cipher "cipher",
               address_key_id "keyId"
           ),
           counted as (
             insert into wrong_codes (minute, count)
             select date_trunc('minute', $3::timestamptz), 1 from tried
             having count(*) > 0 and not bool_or(matched)
             on conflict (minute) do update set count = wrong_codes.count + 1
           )
         select * from tried`,
        [
          address.indexes,
          hash,
          this.clock.now(),
          CODE_TRIES,
          entering.isOwner,
          this.codeSecrets.askerTags(address.mark, entering.visitor),
        ],
      ),
    );
  }

  /**
   * Only in the browser that asked, so that a forwarded link opens nothing. Throws `browser-differs`, `code-refused`.
   */
  async byToken(token: string, entering: SignInInput): Promise<RedeemedCode> {
    return this.spend(entering, async (tx) => {
      const found = await tx.query<SpentCode>(
        `update login_codes c set used_at = case when browser_hash is not distinct from $4 then $2::timestamptz end
         where token_hash = $1 and used_at is null and expires_at > $2 and tries < $3 and ${IS_NEWEST}
         returning browser_hash is not distinct from $4 "matched", ${RETURNED}`,
        [
          this.codeSecrets.hashOfToken(token),
          this.clock.now(),
          CODE_TRIES,
          this.codeSecrets.hashOfBrowser(entering.visitor.browser),
        ],
      );
      if (found.some(({ matched }) => !matched)) throw browserDiffers();
      return found;
    });
  }

  private async spend(entering: SignInInput, statement: (tx: Tx) => Promise<SpentCode[]>): Promise<RedeemedCode> {
    const made = await this.database.transaction(async (tx) => {
      const spent = (await statement(tx)).find(({ matched }) => matched);
      // Returned and not thrown, so that the counted tries are committed.
      if (!spent) return null;
      const guestId = entering.replaces?.isGuest ? entering.replaces.accountId : null;
      const accountId = await this.joinAccounts.accountOf(tx, spent, { locale: spent.locale, guestId });
      await forgetReturns(tx, accountId);
      return {
        ...(await this.beginSession.begin(tx, accountId, entering.replaces)),
        purpose: spent.purpose,
        codeId: spent.id,
        locale: spent.locale,
      };
    });
    if (!made) throw codeRefused();
    this.beginSession.signalReplaced(entering.replaces);
    const outcome = await this.confirmations.confirm(made);
    const { token, expiresAt, accountId, sessionId, begunAt, locale } = made;
    return { token, expiresAt, accountId, sessionId, begunAt, locale, outcome };
  }
}
