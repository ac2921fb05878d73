import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { REPLY_DAYS } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';

/** Time for which a node reads a mailbox alone once it has said so, in seconds; it says so again with each e-mail. */
const HELD_SECONDS = 40;

/** Wait of an e-mail after it could not be taken, in seconds: twice as long each time, up to an hour. */
const LATER_SECONDS = 15;
const LATER_SECONDS_AT_MOST = 3_600;

/** Wait of an e-mail that cannot be taken yet: its address had too many, or another node takes it. */
const NOT_YET_MINUTES = 5;

/** Time for which set-aside e-mails are the operator's to know once nobody reads the mailbox. */
const KNOWN_FOR = `interval '1 day'`;

/**
 * The place up to which a mailbox is read: numbers up to `readTo` of a `numbering`, both null before the first reading.
 */
export interface MailboxPlace {
  numbering: string | null;
  readTo: number | null;
}

/** Remembers, for all nodes, who reads the mailbox of INBOUND, how far it is read, and what waits for another try. */
@Injectable()
export class MailboxReadings {
  private readonly holder = blindId();

  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly inboundRules: InboundRules,
    private readonly clock: Clock,
  ) {}

  /** Keeps the mailbox for this node, and says how far it is read; null while another node reads it. */
  async hold(): Promise<MailboxPlace | null> {
    const [place] = await this.database.ask<MailboxPlace>(
      `insert into mailbox_readings as r (mailbox, holder, held_until)
       values ($1, $2, clock_timestamp() + interval '${HELD_SECONDS} seconds')
       on conflict (mailbox) do update set holder = excluded.holder, held_until = excluded.held_until
       where r.holder = excluded.holder or r.held_until < clock_timestamp()
       returning numbering, read_to::float8 "readTo"`,
      [this.mailbox, this.holder],
    );
    return place ?? null;
  }

  /** Lets another node read it at once. */
  async release(): Promise<void> {
    await this.database.ask(
      'update mailbox_readings set held_until = clock_timestamp() where mailbox = $1 and holder = $2',
      [this.mailbox, this.holder],
    );
  }

  /** Forgets where it was read to, and what waits: the server has numbered its e-mails anew. */
  async startAnew(numbering: string): Promise<void> {
    await this.database.ask(
      `with gone as (delete from postponed_emails where mailbox = $1)
       update mailbox_readings set numbering = $2, read_to = null where mailbox = $1`,
      [this.mailbox, numbering],
    );
  }

  async moveTo(readTo: number): Promise<void> {
    await this.database.ask('update mailbox_readings set read_to = $2 where mailbox = $1', [this.mailbox, readTo]);
  }

  /** The numbers of e-mails that wait, and whether each is due. */
  async waiting(): Promise<Map<number, boolean>> {
    const rows = await this.database.ask<{ uid: number; isDue: boolean }>(
      'select uid::float8 uid, due_at <= $2 "isDue" from postponed_emails where mailbox = $1 order by uid',
      [this.mailbox, this.clock.now()],
    );
    return new Map(rows.map(({ uid, isDue }) => [uid, isDue]));
  }

  /** Notes a try before it is made, so that one that ends the process counts too; returns how many there were. */
  async noteTry(uid: number): Promise<number> {
    const [row] = await this.database.ask<{ tries: number }>(
      `insert into postponed_emails as p (mailbox, uid, tries, due_at)
       values ($1, $2, 1, $3::timestamptz + interval '${LATER_SECONDS} seconds')
       on conflict (mailbox, uid) do update
       set tries = p.tries + 1,
         due_at = $3::timestamptz
           + least(${LATER_SECONDS} * 2 ^ least(p.tries, 20), ${LATER_SECONDS_AT_MOST}) * interval '1 second'
       returning tries`,
      [this.mailbox, uid, this.clock.now()],
    );
    return row!.tries;
  }

  /** For one that cannot be taken yet, which is no failure of it: no try is counted. */
  async waitFor(uid: number): Promise<void> {
    await this.database.ask(
      `insert into postponed_emails as p (mailbox, uid, tries, due_at) values ($1, $2, 0, $3)
       on conflict (mailbox, uid) do update set tries = greatest(p.tries - 1, 0), due_at = excluded.due_at`,
      [this.mailbox, uid, this.clock.in({ minutes: NOT_YET_MINUTES })],
    );
  }

  /** Forgets postponed e-mails that are taken, set aside, gone, or not for the forum any more. */
  async settle(uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    await this.database.ask('delete from postponed_emails where mailbox = $1 and uid = any($2)', [this.mailbox, uids]);
  }

  async noteSetAside(count: number): Promise<void> {
    await this.database.ask('update mailbox_readings set set_aside = $2 where mailbox = $1 and set_aside <> $2', [
      this.mailbox,
      count,
    ]);
  }

  /** Deletes what is known of mailboxes that nobody reads any more. */
  async forget(): Promise<void> {
    await this.database.ask(
      `delete from mailbox_readings where held_until < clock_timestamp() - interval '${REPLY_DAYS} days'`,
    );
  }

  private get mailbox(): Buffer {
    const { username, host, pathname } = this.inboundRules.url!;
    return this.addressDesk.tag('inbound-mailbox', username, host, pathname);
  }
}

/** Counts the e-mails of mailboxes that could not be taken and were set aside: the operator's to look at. */
export async function setAsideEmails(through: Queryable): Promise<number> {
  const [row] = await through.query<{ count: number }>(
    `select coalesce(sum(set_aside), 0)::int count
     from mailbox_readings
     where held_until > clock_timestamp() - ${KNOWN_FOR}`,
    [],
  );
  return row!.count;
}
