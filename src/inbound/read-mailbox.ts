import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { ownValue } from '../kernel/own-value.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ENVELOPE_DAYS } from './forget-replies.ts';
import { InboundRules } from './inbound-rules.ts';
import { MailboxConnection } from './mailbox-connection.ts';
import type { MailboxFailure } from './mailbox.messages.ts';
import { MailboxReadings } from './mailbox-readings.ts';
import { TakeFromMailbox } from './take-from-mailbox.ts';

/** Interval at which the mailbox is looked into, in milliseconds; the mail server tells of new e-mails in between. */
const LOOK_EVERY_MS = 15_000;

/** Pause after connecting, because a server may end each connection at once. */
const CONNECT_EVERY_SECONDS = 10;

/** Pause for a mailbox that refused the account, because some lock accounts that try often. */
const REFUSED_MINUTES = 10;

/** Takes e-mails from a mailbox (IMAP), where INBOUND names one; of several nodes one at a time. */
@Injectable()
export class ReadMailbox implements BeforeApplicationShutdown {
  private readonly lookNow: () => Promise<void>;
  private connection: MailboxConnection | null = null;
  private isClosing = false;
  private isBroken = false;
  private mayConnectAt = new Date(0);
  private deletedAt = new Date(0);

  // A node holds the mailbox, connects, and takes what is in it, in this order, again and again.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly takeFromMailbox: TakeFromMailbox,
    private readonly mailboxReadings: MailboxReadings,
    private readonly inboundRules: InboundRules,
    private readonly clock: Clock,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    this.lookNow = recurringTasks.add({
      name: 'inbound/read-mailbox',
      does: 'Takes e-mails from the mailbox of INBOUND, one node at a time, and deletes those taken a month ago.',
      everyMs: LOOK_EVERY_MS,
      isAtStart: true,
      run: () => this.look(),
    });
  }

  /** Another node goes on at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    const isHeld = this.connection !== null;
    this.disconnect();
    if (isHeld) await this.release();
  }

  private async look(): Promise<void> {
    const { url } = this.inboundRules;
    if (url?.protocol !== 'imaps:' || this.isClosing) return;
    if (!this.connection?.isOpen && this.clock.now() < this.mayConnectAt) return;
    try {
      const place = await this.mailboxReadings.hold();
      if (place === null) return this.disconnect();
      const connection = await this.connect(url);
      await this.takeFromMailbox.takeAll(connection, place, () => this.mayGoOn());
      await this.deleteOld(connection);
      if (this.isBroken) this.log.info({}, 'the mailbox of INBOUND is read again');
      this.isBroken = false;
    } catch (error) {
      await this.giveUp(error);
    }
  }

  private async mayGoOn(): Promise<boolean> {
    return !this.isClosing && (await this.mailboxReadings.hold()) !== null;
  }

  private async connect(url: URL): Promise<MailboxConnection> {
    if (this.connection?.isOpen) return this.connection;
    this.disconnect();
    this.mayConnectAt = this.clock.in({ seconds: CONNECT_EVERY_SECONDS });
    this.connection = await MailboxConnection.open(url, () => {
      if (!this.isClosing) void this.lookNow();
    });
    return this.connection;
  }

  private disconnect(): void {
    this.connection?.close();
    this.connection = null;
  }

  /** Until the next look; another node may reach the mailbox meanwhile. */
  private async giveUp(error: unknown): Promise<void> {
    this.disconnect();
    if (this.isClosing) return;
    if (isRefused(error)) this.mayConnectAt = this.clock.in({ minutes: REFUSED_MINUTES });
    // Answers of the server may quote addresses; once is enough for a mailbox that stays away.
    if (!this.isBroken)
      this.log.warn({ reason: reasonOf(error) }, 'the mailbox of INBOUND cannot be read; it is tried again');
    this.isBroken = true;
    await this.release();
  }

  /** Without it the others wait until this node holds the mailbox no more. */
  private async release(): Promise<void> {
    await this.mailboxReadings.release().catch(() => undefined);
  }

  private async deleteOld(connection: MailboxConnection): Promise<void> {
    if (this.isClosing || this.clock.ago({ days: 1 }) < this.deletedAt) return;
    await connection.deletePutAway(this.clock.ago({ days: ENVELOPE_DAYS }));
    this.deletedAt = this.clock.now();
  }
}

const WITHOUT_END = 'the mail server sends without end';

/** Sentences for operators about a server that keeps to no rule, by our codes and those of the library's limits. */
const REASONS: Readonly<Record<string, string>> = {
  TooSlow: 'the mail server does not finish its answer',
  TooMuchSent: WITHOUT_END,
  LiteralTooLarge: WITHOUT_END,
  LineTooLarge: WITHOUT_END,
  ResponseTooLarge: WITHOUT_END,
  TooManyTokens: WITHOUT_END,
  TooManyResponses: WITHOUT_END,
  NotNumbered: 'the mail server does not number its e-mails',
  NumberedAnew: 'the mail server has numbered its e-mails anew',
  NotListed: 'the mail server does not list its e-mails',
  NothingGiven: 'the mail server does not give the e-mails that it has',
  NotMoved: 'the mail server does not move e-mails',
};

const isRefused = (error: unknown): boolean => (error as MailboxFailure).authenticationFailed === true;

function reasonOf(error: unknown): string {
  const { code = '', serverResponseCode, authenticationFailed } = error as MailboxFailure;
  if (authenticationFailed) return 'the mail server refuses the user or the password';
  return serverResponseCode ?? ownValue(REASONS, code) ?? (code || (error as Error).name);
}
