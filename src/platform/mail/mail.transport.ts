import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Clock } from '../../kernel/clock.ts';
import { blindId } from '../../kernel/ids.ts';
import { Config } from '../config/settings.ts';
import { Log } from '../logging/log.ts';

/** What a letter says; who gets it is known to the accounts room alone. */
export interface Letter {
  /** Names a letter that may be tried again, so that mail systems see that it is the same. */
  id?: string;
  subject: string;
  text: string;
  /** What an operator without a mail server needs to see in the log (a code, a link); never an address. */
  hint?: string;
  /** Where one press ends letters like this one, for those that nobody needs to get (RFC 8058). */
  end?: string;
}

/** Why a letter was not taken, without the words of the mail server, which like to quote the address. */
export class MailRefused extends Error {
  constructor(reason: string) {
    super(`the mail server did not take a letter: ${reason}`);
  }
}

/** Replies that want the server to sign in or encrypt first (RFC 4954, section 6; RFC 3207): about us, no letter. */
const ABOUT_SIGNING_IN = [523, 524, 530, 534, 535, 538];

/** What nodemailer calls a refusal of sender, recipient or content; it has others for greetings and passwords. */
const ABOUT_THE_LETTER = ['EENVELOPE', 'EMESSAGE'];

/** Whether the same letter would be refused again (RFC 5321, 4.2.1: 5yz is permanent). */
const isForGood = ({ code = '', responseCode = 0 }: SmtpError): boolean =>
  ABOUT_THE_LETTER.includes(code) && responseCode >= 500 && !ABOUT_SIGNING_IN.includes(responseCode);

type SmtpError = Error & { code?: string; responseCode?: number };

/** How long a mail server may be silent before the letter is tried again later; in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/**
 * Sends e-mails. Throws when one could not be handed over and may be later: the caller tries again. One that is refused
 * for good is logged and done with, so that no kind of e-mail is sent to a mailbox again that is none.
 */
export abstract class MailTransport {
  abstract send(to: string, letter: Letter): Promise<void>;
}

/** An SMTP server, with an envelope of its own: what a header looks like never decides who gets the mail. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;

  constructor(
    url: string,
    private readonly from: string,
    private readonly log: Log,
  ) {
    super();
    this.transporter = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  }

  async send(to: string, letter: Letter): Promise<void> {
    await this.transporter
      .sendMail({ ...message(this.from, to, letter), envelope: { from: addressIn(this.from), to: [to] } })
      .catch((error: SmtpError) => {
        const reason = `${error.code ?? error.name} ${error.responseCode ?? ''}`.trim();
        if (!isForGood(error)) throw new MailRefused(reason);
        this.log.warn({ reason }, 'the mail server refused an e-mail for good; it is not sent again');
      });
  }

  close(): void {
    this.transporter.close();
  }
}

/** For a first look without a mail server: each letter is a file, and the log names it with its code or link. */
export class OutboxTransport extends MailTransport {
  constructor(
    private readonly config: Config,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(to: string, letter: Letter): Promise<void> {
    const folder = path.join(this.config.get('DATA_DIR'), 'outbox');
    const file = path.join(folder, `${this.clock.now().toISOString().replace(/[:.]/g, '-')}-${blindId()}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const bytes = await new MailComposer(message(this.config.get('MAIL_FROM'), to, letter)).compile().build();
    // Written beside, then named: whoever watches the folder never reads half a letter.
    await writeFile(`${file}.part`, bytes, { mode: 0o600 });
    await rename(`${file}.part`, file);
    this.log.info({ file, hint: letter.hint }, 'mail written to the outbox, since SMTP_URL is not set');
  }
}

const message = (from: string, to: string, { id, subject, text, end }: Letter) => ({
  from,
  ...(id === undefined ? {} : { messageId: `<${id}@${domainOf(addressIn(from))}>` }),
  to: { name: '', address: to },
  subject,
  text,
  textEncoding: 'quoted-printable' as const,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(end === undefined
      ? {}
      : { 'List-Unsubscribe': `<${end}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  },
});

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
