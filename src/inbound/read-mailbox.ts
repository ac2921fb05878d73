import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ENVELOPE_DAYS } from './forget-replies.ts';
import { InboundRules } from './inbound-rules.ts';
import { MailboxConnection } from './mailbox-connection.ts';
import { recipientsIn } from './reading/recipients.ts';
import { TakeEmail } from './take-email.ts';
import { TakenElsewhere } from './take-reply.ts';

/** How often the mailbox is looked into, in milliseconds; the mail server tells of new e-mails in between. */
const LOOK_EVERY_MS = 15_000;

/** How long it is left alone after connecting, because a server may end each connection at once. */
const CONNECT_EVERY_SECONDS = 10;

/** How long a mailbox is left alone that refused the account, because some lock accounts that try often. */
const REFUSED_MINUTES = 10;

/** How long an e-mail waits that could not be taken: twice as long each time, up to an hour. */
const LATER_MINUTES = 1;
const LATER_MINUTES_AT_MOST = 60;

interface PostponedEmail {
  readonly tries: number;
  readonly dueAt: Date;
}

/**
 * Takes e-mails from a mailbox (IMAP), where INBOUND names one. An e-mail is moved once it is taken, so a crash or a
 * second node may take it again, which changes nothing (see TakeEmail). One that is not the forum's stays where it is.
 */
@Injectable()
export class ReadMailbox implements BeforeApplicationShutdown {
  private readonly lookNow: () => Promise<void>;
  private connection: MailboxConnection | null = null;
  private isClosing = false;
  private isBroken = false;
  private mayConnectAt = new Date(0);
  private deletedAt = new Date(0);
  private numbering = '';
  /** E-mails that are not the forum's. */
  private left = new Set<number>();
  private postponed = new Map<number, PostponedEmail>();

  constructor(
    private readonly takeEmail: TakeEmail,
    private readonly inboundRules: InboundRules,
    private readonly clock: Clock,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    this.lookNow = recurringTasks.add({
      name: 'inbound/read-mailbox',
      does: 'Takes e-mails from the mailbox that INBOUND names, and deletes those taken a month ago.',
      everyMs: LOOK_EVERY_MS,
      isAtStart: true,
      run: () => this.look(),
    });
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true;
    this.connection?.close();
  }

  private async look(): Promise<void> {
    const { url } = this.inboundRules;
    if (url?.protocol !== 'imaps:' || this.isClosing) return;
    if (!this.connection?.isOpen && this.clock.now() < this.mayConnectAt) return;
    try {
      const connection = await this.connect(url);
      await this.takeAll(connection);
      await this.deleteOld(connection);
      if (this.isBroken) this.log.info({}, 'the mailbox of INBOUND is read again');
      this.isBroken = false;
    } catch (error) {
      this.connection?.close();
      this.connection = null;
      if (this.isClosing) return;
      if (isRefused(error)) this.mayConnectAt = this.clock.in({ minutes: REFUSED_MINUTES });
      // Answers of the server may quote addresses; once is enough for a mailbox that stays away.
      if (!this.isBroken)
        this.log.warn({ reason: reasonOf(error) }, 'the mailbox of INBOUND cannot be read; it is tried again');
      this.isBroken = true;
    }
  }

  private async connect(url: URL): Promise<MailboxConnection> {
    if (this.connection?.isOpen) return this.connection;
    this.connection?.close();
    this.connection = null;
    this.mayConnectAt = this.clock.in({ seconds: CONNECT_EVERY_SECONDS });
    const opened = await MailboxConnection.open(url, () => {
      if (!this.isClosing) void this.lookNow();
    });
    if (opened.numbering !== this.numbering) {
      this.numbering = opened.numbering;
      this.left = new Set();
      this.postponed = new Map();
    }
    this.connection = opened;
    return opened;
  }

  private async takeAll(connection: MailboxConnection): Promise<void> {
    const all = await connection.list();
    const present = new Set(all);
    this.left = new Set([...this.left].filter((uid) => present.has(uid)));
    this.postponed = new Map([...this.postponed].filter(([uid]) => present.has(uid)));
    const now = this.clock.now();
    for (const uid of all) {
      if (this.isClosing) return;
      const dueAt = this.postponed.get(uid)?.dueAt;
      if (!this.left.has(uid) && (dueAt === undefined || dueAt <= now)) await this.take(connection, uid);
    }
  }

  private async take(connection: MailboxConnection, uid: number): Promise<void> {
    const head = await connection.headOf(uid);
    if (head === null) return;
    const recipients = recipientsIn(head, this.inboundRules.ownAddresses);
    switch (await this.handIn(connection, uid, recipients)) {
      case 'unknown':
        this.left.add(uid);
        return;
      case 'later':
        this.postpone(uid);
        return;
      default:
        await connection.putAway(uid);
        this.postponed.delete(uid);
    }
  }

  /** To every recipient: `later` when one of them could not take it, `unknown` when none is known. */
  private async handIn(
    connection: MailboxConnection,
    uid: number,
    recipients: readonly string[],
  ): Promise<'taken' | 'later' | 'unknown'> {
    let [isKnown, isLater] = [false, false];
    let raw: Buffer | null = null;
    for (const recipient of recipients) {
      const state = await this.takeEmail.admits(recipient).catch((error: unknown) => {
        this.log.warn({ reason: (error as Error).name }, 'a recipient could not be looked up; it is tried again');
        return 'later' as const;
      });
      if (state === 'known') {
        raw ??= await connection.rawOf(uid);
        if (raw === null) return 'taken';
        if (!(await this.isTaken(recipient, raw))) isLater = true;
      }
      if (state === 'later') isLater = true;
      if (state !== 'unknown') isKnown = true;
    }
    if (isLater) return 'later';
    return isKnown ? 'taken' : 'unknown';
  }

  private async isTaken(recipient: string, raw: Buffer): Promise<boolean> {
    try {
      await this.takeEmail.take(recipient, { raw, envelopeFrom: null });
      return true;
    } catch (error) {
      if (error instanceof TakenElsewhere) return false;
      // The message of an error may quote what it was about; the kind of it is enough.
      this.log.warn(
        { reason: (error as Error).name },
        'an e-mail in the mailbox could not be taken; it is tried again',
      );
      return false;
    }
  }

  private postpone(uid: number): void {
    const tries = (this.postponed.get(uid)?.tries ?? 0) + 1;
    const minutes = Math.min(LATER_MINUTES * 2 ** (tries - 1), LATER_MINUTES_AT_MOST);
    this.postponed.set(uid, { tries, dueAt: this.clock.in({ minutes }) });
  }

  private async deleteOld(connection: MailboxConnection): Promise<void> {
    if (this.isClosing || this.clock.ago({ days: 1 }) < this.deletedAt) return;
    await connection.deletePutAway(this.clock.ago({ days: ENVELOPE_DAYS }));
    this.deletedAt = this.clock.now();
  }
}

/** What the library says of a failure beside its code. */
interface MailboxFailure {
  readonly code?: string;
  readonly serverResponseCode?: string;
  readonly authenticationFailed?: boolean;
}

const isRefused = (error: unknown): boolean => (error as MailboxFailure).authenticationFailed === true;

function reasonOf(error: unknown): string {
  const { code, serverResponseCode, authenticationFailed } = error as MailboxFailure;
  if (authenticationFailed) return 'the mail server refuses the user or the password';
  return serverResponseCode ?? code ?? (error as Error).name;
}
