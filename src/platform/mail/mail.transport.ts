import type { KeyObject } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Clock } from '../../kernel/clock.ts';
import { blindId } from '../../kernel/ids.ts';
import { Config } from '../config/settings.ts';
import { Log } from '../logging/log.ts';
import type { ComposeEmail } from './compose-email.ts';
import type { Email } from './email.ts';
import type { SmtpFailure } from './mail-thread.messages.ts';
import { MailThread } from './mail-thread.ts';

/** The refusal of an e-mail, without the mail server's words, which often quote the address. */
export class MailRefused extends Error {
  constructor(reason: string) {
    super(`the mail server did not take a letter: ${reason}`);
  }
}

/**
 * Replies that ask the server to sign in or encrypt first (RFC 4954, section 6; RFC 3207), which say nothing about an
 * e-mail.
 */
const ABOUT_SIGNING_IN = [523, 524, 530, 534, 535, 538];

/** Nodemailer's codes for a refused sender, recipient or content; it has others for greetings and passwords. */
const ABOUT_THE_EMAIL = ['EENVELOPE', 'EMESSAGE'];

/** Whether the same e-mail would be refused again (RFC 5321, 4.2.1: 5yz is permanent). */
const isForGood = ({ code = '', responseCode = 0 }: SmtpFailure): boolean =>
  ABOUT_THE_EMAIL.includes(code) && responseCode >= 500 && !ABOUT_SIGNING_IN.includes(responseCode);

/** Silence of a mail server after which the e-mail is tried again later, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/**
 * Connections that e-mails share which are not necessary, because opening one cost as much as an e-mail. They end
 * before a mail server ends them. An e-mail whose connection broke may have been taken: its caller tries again later,
 * not the pool.
 */
const POOL = { pool: true, maxConnections: 12, maxMessages: 100, idleTimeout: 5_000, maxRequeues: 0 } as const;

/**
 * Sends e-mails. Throws when one may succeed later, so that the caller retries. One that is refused for good is logged
 * and counts as done, so that no e-mail is sent again to a mailbox that does not exist.
 */
export abstract class MailTransport {
  /** False when the mail server refused it for good. Throws `MailRefused` for what can be tried again. */
  abstract send(to: string, email: Email): Promise<boolean>;
}

/** Signs e-mails (RFC 6376) with the key whose public half stands in the DNS at `keySelector._domainkey.domainName`. */
export interface DkimSignature {
  domainName: string;
  keySelector: string;
  privateKey: KeyObject;
}

/**
 * Sends through SMTP with an explicit envelope, so that a header never decides who gets the e-mail. Codes and decisions
 * have connections of their own, so that they wait for no digest; what is not necessary is sent by a thread of its own.
 */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  private readonly single: Transporter;
  private readonly thread: MailThread;

  constructor(
    url: string,
    private readonly composeEmail: ComposeEmail,
    private readonly log: Log,
    dkim: DkimSignature | null = null,
  ) {
    super();
    const options = {
      url,
      ...PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim && { dkim }),
    };
    this.single = createTransport(options);
    this.thread = new MailThread({ ...options, ...POOL });
  }

  async send(to: string, email: Email): Promise<boolean> {
    const { message, envelope } = await this.composeEmail.compose(to, email);
    const failure = await (email.end
      ? this.thread.send({ ...message, envelope })
      : this.sendAlone({ ...message, envelope }));
    if (failure === null) return true;
    const reason = `${failure.code ?? failure.name} ${failure.responseCode ?? ''}`.trim();
    if (!isForGood(failure)) throw new MailRefused(reason);
    this.log.warn({ reason }, 'the mail server refused an e-mail for good; it is not sent again');
    return false;
  }

  private sendAlone(email: SendMailOptions): Promise<SmtpFailure | null> {
    return this.single.sendMail(email).then(
      () => null,
      (error: SmtpFailure) => error,
    );
  }

  /** Last of all, so that what other modules still send leaves. */
  onApplicationShutdown(): void {
    this.close();
  }

  close(): void {
    this.single.close();
    this.thread.close();
  }
}

/**
 * Writes each e-mail to a file, for a first look without a mail server; the log names the file with its code or link.
 */
export class OutboxTransport extends MailTransport {
  constructor(
    private readonly config: Config,
    private readonly composeEmail: ComposeEmail,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(to: string, email: Email): Promise<boolean> {
    const folder = path.join(this.config.get('DATA_DIR'), 'outbox');
    const file = path.join(folder, `${this.clock.now().toISOString().replace(/[:.]/g, '-')}-${blindId()}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message } = await this.composeEmail.compose(to, email);
    const bytes = await new MailComposer(message).compile().build();
    // Written beside and then renamed, so that a program that watches the folder never reads half an e-mail.
    await writeFile(`${file}.part`, bytes, { mode: 0o600 });
    await rename(`${file}.part`, file);
    this.log.info({ file, hint: email.hint }, 'mail written to the outbox, since SMTP_URL is not set');
    return true;
  }
}
