import { Injectable } from '@nestjs/common';
import { addTo, Clock } from '../kernel/clock.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import { refusedSince, SOFT_RETURN_DAYS, type CountedReturn, type ReturnVerdict } from './returned-emails.policy.ts';

/** Days for which a return is kept; a missing mailbox is known as long, and tried again after. */
export const RETURN_DAYS = 90;

interface NewReturn {
  /** Keyed hash of the sender of the envelope that came back. */
  envelopeTag: Buffer;
  accountId: string;
  verdict: ReturnVerdict;
  status: string | null;
}

/** E-mails that came back, and what follows for later ones. */
@Injectable()
export class ReturnedEmails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes a return. Each e-mail counts once; a hard return replaces a softer one of the same e-mail. False for one that
   * was known.
   */
  async note({ envelopeTag, accountId, verdict, status }: NewReturn): Promise<boolean> {
    const noted = await this.database.ask(
      `insert into email_returns as r (envelope_tag, account_id, verdict, status, at)
       select $1, id, $3, $4, $5 from accounts where id = $2
       on conflict (envelope_tag) do update
       set verdict = excluded.verdict, status = excluded.status
       where excluded.verdict = 'hard' and r.verdict in ('soft', 'operator')
       returning 1`,
      [envelopeTag, accountId, verdict, status, this.clock.now()],
    );
    return noted.length > 0;
  }

  /**
   * Since when the address of an account takes none of our e-mails; null while it takes them. Codes and decisions are
   * sent all the same.
   */
  async refusedSince(accountId: string): Promise<Date | null> {
    return refusedSince(
      await this.database.ask<CountedReturn>(
        `select verdict, at from email_returns
         where account_id = $1 and verdict in ('hard', 'soft') and at > $2`,
        [accountId, this.clock.ago({ days: RETURN_DAYS })],
      ),
    );
  }

  /** Deletes what is old; returns how many. */
  async forget(): Promise<number> {
    const gone = await this.database.ask(
      `delete from email_returns where at < $1 or (verdict = 'operator' and at < $2) returning 1`,
      [this.clock.ago({ days: RETURN_DAYS }), this.clock.ago({ days: SOFT_RETURN_DAYS })],
    );
    return gone.length;
  }
}

/** Forgets the returns of an account whose address a code has just proved. Complaints stay. */
export async function forgetReturns(tx: Tx, accountId: string): Promise<void> {
  await tx.query(`delete from email_returns where account_id = $1 and verdict <> 'complaint'`, [accountId]);
}

/** E-mails that mail servers refused because of their sender; the status is the most frequent one, null for none. */
export interface SenderRefusals {
  readonly count: number;
  readonly status: string | null;
  readonly latest: Date | null;
}

/** Of the last 14 days, as long as they are kept: the operator's to mend, and no reader's fault. */
export async function senderRefusals(through: Queryable, now: Date): Promise<SenderRefusals> {
  const [row] = await through.query<SenderRefusals>(
    `select count(*)::int count, mode() within group (order by status) status, max(at) latest
     from email_returns
     where verdict = 'operator' and at > $1`,
    [addTo(now, { days: -SOFT_RETURN_DAYS })],
  );
  return row!;
}

interface SealedRow {
  cipher: Buffer;
  keyId: string;
}

/** A return beside an address; its fields are null where there is none. */
type MaybeReturn = { [Field in keyof CountedReturn]: CountedReturn[Field] | null };

/**
 * The sealed address of a full account, `returned` when it takes no e-mails (`refusedSince`), null without one. In one
 * statement, because each of thousands of digests asks.
 */
export async function storedUnlessReturned(
  database: Database,
  accountId: string,
  clock: Clock,
): Promise<SealedRow | 'returned' | null> {
  const rows = await database.askOften<SealedRow & MaybeReturn>(
    `select a.address_cipher cipher, a.address_key_id "keyId", r.verdict, r.at
     from accounts a
     left join email_returns r on r.account_id = a.id and r.verdict in ('hard', 'soft') and r.at > $2
     where a.id = $1 and a.kind = 'full'`,
    [accountId, clock.ago({ days: RETURN_DAYS })],
  );
  const returns = rows.filter((row): row is typeof row & CountedReturn => row.verdict !== null);
  return refusedSince(returns) === null ? (rows[0] ?? null) : 'returned';
}
