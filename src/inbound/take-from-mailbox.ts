import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { REPLY_DAYS } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';
import { MailboxUnreadable, type MailboxConnection } from './mailbox-connection.ts';
import { ASIDE_FOLDER } from './mailbox-folders.ts';
import { MailboxReadings, type MailboxPlace } from './mailbox-readings.ts';
import { LISTED_AT_ONCE } from './reading/email-limits.ts';
import { recipientsIn } from './reading/recipients.ts';
import { TakeEmail } from './take-email.ts';
import { TakeLater } from './take-reply.ts';

/** E-mails of which the heads are fetched at once. */
const HEADS_AT_ONCE = 50;

/** Most tries of an e-mail, over about four hours, before it is set aside. */
export const TRIES = 12;

/** Most e-mails that wait at once because the mail server lists them and does not give them. */
const NOT_GIVEN_AT_MOST = 1_000;

type Outcome = 'taken' | 'later' | 'failed' | 'unknown';

/** A look into a mailbox: how many e-mails wait, and whether it may go on. */
interface Look {
  readonly connection: MailboxConnection;
  waiting: number;
  readonly mayGoOn: () => Promise<boolean>;
}

/**
 * Whether the server counts from an earlier number than those that were read, though it numbered nothing anew: after a
 * backup of it, or by a fault. New e-mails would have numbers that were looked at.
 */
const isNumberedBack = ({ isLookedInto, lastAtOpening }: MailboxConnection, { readTo }: MailboxPlace): boolean =>
  !isLookedInto && readTo !== null && readTo > lastAtOpening;

/**
 * Takes the e-mails of an open mailbox: those that wait and are due, then those that arrived since it was last read. An
 * e-mail is moved once it is taken, so a crash may take it again, which changes nothing (see TakeEmail). One that is
 * not the forum's stays where it is. One that fails each time is set aside, so that it is neither lost nor tried for
 * ever.
 */
@Injectable()
export class TakeFromMailbox {
  constructor(
    private readonly takeEmail: TakeEmail,
    private readonly inboundRules: InboundRules,
    private readonly mailboxReadings: MailboxReadings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Until all is read, or `mayGoOn` says no between two e-mails. Throws when the mailbox or the database breaks. */
  async takeAll(connection: MailboxConnection, place: MailboxPlace, mayGoOn: () => Promise<boolean>): Promise<void> {
    const isAnew = place.numbering !== connection.numbering || isNumberedBack(connection, place);
    connection.isLookedInto = true;
    if (isAnew) await this.mailboxReadings.startAnew(connection.numbering);
    const readTo = isAnew ? null : place.readTo;
    const waiting = await this.mailboxReadings.waiting();
    const due = [...waiting].filter(([, isDue]) => isDue).map(([uid]) => uid);
    const look = { connection, waiting: waiting.size, mayGoOn };
    if ((await this.takeEach(look, due)) === null) return;
    // No address of the forum is known longer, so that no older e-mail can be for it.
    const arrived =
      readTo === null
        ? await connection.listSince(this.clock.ago({ days: REPLY_DAYS + 1 }))
        : await connection.listAfter(readTo);
    let last = 0;
    for (let i = 0; i < arrived.length; i += HEADS_AT_ONCE) {
      const fresh = arrived.slice(i, i + HEADS_AT_ONCE).filter((uid) => !waiting.has(uid));
      const given = await this.takeEach(look, fresh);
      if (given === null) return;
      // Not to one that was listed and not given: its number may be none.
      const seen = fresh.findLast((uid) => given.has(uid));
      if (seen !== undefined) await this.mailboxReadings.moveTo((last = seen));
    }
    if (readTo === null && arrived.length < LISTED_AT_ONCE)
      await this.mailboxReadings.moveTo(Math.max(connection.lastAtOpening, last));
    await this.mailboxReadings.noteSetAside(await connection.countAside());
  }

  /**
   * Returns those of which the server gave the heads; others that it still lists wait for another try. Null where not
   * all were looked at.
   */
  private async takeEach(look: Look, uids: readonly number[]): Promise<ReadonlyMap<number, string> | null> {
    const { connection, mayGoOn } = look;
    if (!(await mayGoOn())) return null;
    const heads = await connection.headsOf(uids);
    const notGiven = new Set(await connection.stillListed(uids.filter((uid) => !heads.has(uid))));
    look.waiting += notGiven.size;
    if (notGiven.size > 0 && look.waiting > NOT_GIVEN_AT_MOST)
      throw new MailboxUnreadable({ name: 'Error', code: 'NothingGiven' });
    const needless: number[] = [];
    for (const uid of uids) {
      const recipients = recipientsIn(heads.get(uid) ?? '', this.inboundRules.ownAddresses);
      if (notGiven.has(uid)) await this.miss(uid);
      else if (recipients.length === 0) needless.push(uid);
      else if (await mayGoOn()) await this.take(connection, uid, recipients);
      else return null;
    }
    await this.mailboxReadings.settle(needless);
    return heads;
  }

  /** Tries it again later, and leaves it where it is in the end. */
  private async miss(uid: number): Promise<void> {
    if ((await this.mailboxReadings.noteTry(uid)) <= TRIES) return;
    await this.mailboxReadings.settle([uid]);
    this.log.warn({ tries: TRIES }, 'an e-mail that the mail server lists could not be read and stays where it is');
  }

  private async take(connection: MailboxConnection, uid: number, recipients: readonly string[]): Promise<void> {
    const known = new Map<string, Outcome>();
    for (const recipient of recipients) {
      const state = await this.takeEmail.admits(recipient);
      if (state !== 'unknown') known.set(recipient, state === 'later' ? 'later' : 'taken');
    }
    const admitted = [...known].filter(([, outcome]) => outcome === 'taken').map(([recipient]) => recipient);
    if (known.size === 0) return this.mailboxReadings.settle([uid]);
    if (admitted.length === 0) return this.mailboxReadings.waitFor(uid);
    const tries = await this.mailboxReadings.noteTry(uid);
    // The last one ended the process, or the connection.
    if (tries > TRIES) return this.setAside(connection, uid, TRIES);
    const raw = await connection.rawOf(uid);
    if (raw === null && (await connection.stillListed([uid])).length === 0) return this.mailboxReadings.settle([uid]);
    for (const recipient of admitted) known.set(recipient, raw === null ? 'failed' : await this.handIn(recipient, raw));
    const outcomes = [...known.values()];
    if (outcomes.includes('failed')) {
      if (tries === TRIES) await this.setAside(connection, uid, TRIES);
      return;
    }
    if (outcomes.includes('later')) return this.mailboxReadings.waitFor(uid);
    await connection.putAway(uid);
    await this.mailboxReadings.settle([uid]);
  }

  private async handIn(recipient: string, raw: Buffer): Promise<Outcome> {
    try {
      await this.takeEmail.take(recipient, { raw, envelopeFrom: null });
      return 'taken';
    } catch (error) {
      if (error instanceof TakeLater) return 'later';
      // The message of an error may quote what it was about; the kind of it is enough.
      this.log.warn(
        { reason: (error as Error).name },
        'an e-mail in the mailbox could not be taken; it is tried again',
      );
      return 'failed';
    }
  }

  private async setAside(connection: MailboxConnection, uid: number, tries: number): Promise<void> {
    await connection.setAside(uid);
    await this.mailboxReadings.settle([uid]);
    this.log.warn(
      { tries, folder: ASIDE_FOLDER },
      'an e-mail in the mailbox could not be taken and is set aside: move it back to have it tried anew',
    );
  }
}
