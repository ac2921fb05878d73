import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { REPLY_DAYS } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';
import { ASIDE_FOLDER, type MailboxConnection } from './mailbox-connection.ts';
import { MailboxReadings, type MailboxPlace } from './mailbox-readings.ts';
import { recipientsIn } from './reading/recipients.ts';
import { TakeEmail } from './take-email.ts';
import { TakeLater } from './take-reply.ts';

/** E-mails of which the heads are fetched at once. */
const HEADS_AT_ONCE = 50;

/** How often an e-mail is tried, over about four hours, before it is set aside. */
export const TRIES = 12;

type Outcome = 'taken' | 'later' | 'failed' | 'unknown';

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
    const isAnew = place.numbering !== connection.numbering;
    if (isAnew) await this.mailboxReadings.startAnew(connection.numbering);
    const readTo = isAnew ? null : place.readTo;
    const waiting = await this.mailboxReadings.waiting();
    const due = [...waiting].filter(([, isDue]) => isDue).map(([uid]) => uid);
    if (!(await this.takeEach(connection, due, mayGoOn))) return;
    // No address of the forum is known longer, so that no older e-mail can be for it.
    const arrived =
      readTo === null
        ? await connection.listSince(this.clock.ago({ days: REPLY_DAYS + 1 }))
        : await connection.listAfter(readTo);
    for (let i = 0; i < arrived.length; i += HEADS_AT_ONCE) {
      const some = arrived.slice(i, i + HEADS_AT_ONCE);
      const fresh = some.filter((uid) => !waiting.has(uid));
      if (!(await this.takeEach(connection, fresh, mayGoOn))) return;
      await this.mailboxReadings.moveTo(some.at(-1)!);
    }
    if (readTo === null) await this.mailboxReadings.moveTo(Math.max(connection.lastAtOpening, arrived.at(-1) ?? 0));
    await this.mailboxReadings.noteSetAside(await connection.countAside());
  }

  /** Returns whether all of them were looked at. */
  private async takeEach(
    connection: MailboxConnection,
    uids: readonly number[],
    mayGoOn: () => Promise<boolean>,
  ): Promise<boolean> {
    if (!(await mayGoOn())) return false;
    const heads = await connection.headsOf(uids);
    const needless: number[] = [];
    for (const uid of uids) {
      const recipients = recipientsIn(heads.get(uid) ?? '', this.inboundRules.ownAddresses);
      if (recipients.length === 0) needless.push(uid);
      else if (await mayGoOn()) await this.take(connection, uid, recipients);
      else return false;
    }
    await this.mailboxReadings.settle(needless);
    return true;
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
    for (const recipient of admitted) if (raw !== null) known.set(recipient, await this.handIn(recipient, raw));
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
