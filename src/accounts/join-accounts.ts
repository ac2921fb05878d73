import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { AddressDesk, type StoredAddress } from './address-desk.ts';
import { GrantsQueries } from './grants.queries.ts';
import { keepBadges } from './keep-badges.ts';

/** A guest that confirmed an address, and the account of that address; equal when the guest became it. */
export interface JoinedAccounts {
  readonly from: string;
  readonly into: string;
}

type JoinHandler = (tx: Tx, joined: JoinedAccounts) => Promise<void>;

/**
 * Turns a guest into a full account with all it has: it gets the confirmed address or, when that address has an account
 * already, its personas, sanctions and notices go to that one. Upper modules register what becomes of their tables.
 */
@Injectable()
export class JoinAccounts {
  private readonly handlers: JoinHandler[] = [];

  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  onJoin(handler: JoinHandler): void {
    this.handlers.push(handler);
  }

  /** The account of a confirmed address: the guest's own when nobody had it, else the known one or a new one. */
  async accountOf(
    tx: Tx,
    stored: Pick<StoredAddress, 'cipher' | 'keyId'>,
    { locale, guestId }: { locale: 'fr' | 'en'; guestId: string | null },
  ): Promise<string> {
    if (guestId === null || !(await this.addressDesk.giveAddress(tx, guestId, stored, locale)))
      return this.addressDesk.accountOf(tx, stored, locale);
    await this.handle(tx, { from: guestId, into: guestId });
    return guestId;
  }

  /** Gives all that a guest has to another account, and deletes the guest, whose sessions have ended. */
  async join(tx: Tx, { from, into }: JoinedAccounts): Promise<void> {
    const locked = await tx.query<{ kind: string }>(
      'select kind from accounts where id = any($1) order by id for update',
      [[from, into]],
    );
    // The guest may have been joined or deleted a moment ago, in another window.
    if (locked.length < 2) return;
    const places = await tx.query<{ id: string }>(
      'select distinct conference_id id from personas where account_id = $1 and withdrawn_at is null',
      [from],
    );
    for (const { id } of places) await keepBadges(tx, this.grantsQueries, { accountId: into, conferenceId: id });
    for (const table of ['personas', 'account_notices'])
      await tx.query(`update ${table} set account_id = $2 where account_id = $1`, [from, into]);
    await moveStandings(tx, { from, into });
    await this.handle(tx, { from, into });
    await tx.query(`delete from accounts where id = $1 and kind = 'guest'`, [from]);
  }

  private async handle(tx: Tx, joined: JoinedAccounts): Promise<void> {
    for (const handler of this.handlers) await handler(tx, joined);
  }
}

/** Of two sanctions of a kind in a conference the longer one stays, so that nobody signs in to end one. */
async function moveStandings(tx: Tx, { from, into }: JoinedAccounts): Promise<void> {
  await tx.query(
    `delete from standings o
     using standings g
     where o.account_id = $2 and g.account_id = $1
       and g.conference_id = o.conference_id and g.kind = o.kind
       and (g.until is null or g.until > o.until)`,
    [from, into],
  );
  await tx.query(
    `update standings g
     set account_id = $2
     where g.account_id = $1
       and not exists (
         select from standings o
         where o.account_id = $2 and o.conference_id = g.conference_id and o.kind = g.kind
       )`,
    [from, into],
  );
  await tx.query('delete from standings where account_id = $1', [from]);
}
