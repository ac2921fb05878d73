import type { AddressInfo } from 'node:net';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Log } from '../platform/logging/log.ts';
import { InboundRules } from './inbound-rules.ts';
import { EMAIL_BYTES } from './reading/email-limits.ts';
import { TakeEmail } from './take-email.ts';

/** Most connections at once; a mail server needs one or two. */
const CONNECTIONS = 20;

/** Longest silence of a connection, in milliseconds. */
const SILENT_MS = 60_000;

/** Time for open connections to finish when the server ends, in milliseconds. */
const CLOSING_MS = 3_000;

/** Answers the data: to all recipients at once, or with one answer each. */
type AnswerAll = (error: Error | null, answers?: (string | Error)[]) => void;

/** An answer of SMTP (RFC 5321, 4.2). */
const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** Takes e-mails by LMTP (RFC 2033) or SMTP from the operator's mail server, where INBOUND names a port. */
@Injectable()
export class InboundServer implements BeforeApplicationShutdown {
  private server: SMTPServer | null = null;

  constructor(
    private readonly takeEmail: TakeEmail,
    private readonly inboundRules: InboundRules,
    private readonly log: Log,
  ) {}

  /** Listens, if INBOUND says so. Throws one sentence that names the setting when it cannot. */
  async open(): Promise<void> {
    const { url } = this.inboundRules;
    if (url === null || url.protocol === 'imaps:') return;
    const server = new SMTPServer({
      lmtp: url.protocol === 'lmtp:',
      name: this.inboundRules.ownAddresses.domain,
      banner: 'Aftertalk',
      size: EMAIL_BYTES,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: CONNECTIONS,
      socketTimeout: SILENT_MS,
      closeTimeout: CLOSING_MS,
      onRcptTo: ({ address }, _session, done) => void this.answerTo(address, done),
      onData: (stream, session, done) => void this.answerData(stream, session, done as AnswerAll),
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          new Error(`INBOUND cannot listen (${error.message}): name a free port of this machine.`, { cause: error }),
        );
      });
      server.listen(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''), resolve);
    });
    server.on('error', () => this.log.debug('a mail server went away'));
    this.server = server;
  }

  /** The port it listens on; null while it does not. */
  get port(): number | null {
    return (this.server?.server.address() as AddressInfo | null | undefined)?.port ?? null;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }

  /** The refusal of a recipient; null for one that is known. */
  private async admit(address: string): Promise<Error | null> {
    switch (await this.takeEmail.admits(address).catch(() => 'later')) {
      case 'unknown':
        return answer(550, '5.1.1 No such address');
      case 'later':
        return answer(450, '4.7.1 Too many e-mails to this address; try again later');
      default:
        return null;
    }
  }

  private async answerTo(address: string, done: (error?: Error | null) => void): Promise<void> {
    done(await this.admit(address));
  }

  private async answerData(stream: SMTPServerDataStream, session: SMTPServerSession, done: AnswerAll): Promise<void> {
    try {
      done(null, await this.receive(stream, session));
    } catch (error) {
      done(error as Error);
    }
  }

  /** One answer for each recipient by LMTP; by SMTP one for all. */
  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<(string | Error)[]> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of stream) {
      length += (piece as Buffer).length;
      if (length <= EMAIL_BYTES) pieces.push(piece as Buffer);
    }
    if (length > EMAIL_BYTES) throw answer(552, '5.3.4 An e-mail may be 1 MB long');
    const raw = Buffer.concat(pieces);
    const envelopeFrom = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const answers: (string | Error)[] = [];
    for (const { address } of envelope.rcptTo) answers.push(await this.taken(address, { raw, envelopeFrom }));
    if (this.inboundRules.url?.protocol === 'lmtp:') return answers;
    const failed = answers.find((each) => each instanceof Error);
    if (failed) throw failed as Error;
    return answers.slice(0, 1);
  }

  private async taken(address: string, email: { raw: Buffer; envelopeFrom: string }): Promise<string | Error> {
    try {
      await this.takeEmail.take(address, email);
      return '2.0.0 Taken';
    } catch (error) {
      // The message of an error may quote what it was about; the kind of it is enough.
      this.log.warn({ reason: (error as Error).name }, 'an e-mail could not be taken; the mail server tries again');
      return answer(451, '4.3.0 Cannot be taken now; try again later');
    }
  }
}
