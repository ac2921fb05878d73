import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An e-mail as a mail server took it. */
export interface ReceivedEmail {
  readonly envelope: { from: string; to: readonly string[] };
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** A mail server that takes everything. */
export class ReceivingServer {
  readonly emails: ReceivedEmail[] = [];
  private readonly smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      const finish = async (): Promise<void> => {
        await this.take(Buffer.concat(pieces), session.envelope);
        done();
      };
      stream.on('end', () => void finish());
    },
  });

  static async open(): Promise<{ server: ReceivingServer; url: string }> {
    const server = new ReceivingServer();
    server.smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      server.smtp.listen(0, '127.0.0.1', resolve);
    });
    return { server, url: `smtp://127.0.0.1:${(server.smtp.server.address() as { port: number }).port}` };
  }

  to(address: string): ReceivedEmail[] {
    return this.emails.filter(({ envelope }) => envelope.to.includes(address));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.smtp.close(resolve);
    });
  }

  private async take(
    raw: Buffer,
    { mailFrom, rcptTo }: { mailFrom: false | { address: string }; rcptTo: readonly { address: string }[] },
  ): Promise<void> {
    this.emails.push({
      envelope: { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) },
      raw: raw.toString('latin1'),
      parsed: await simpleParser(raw),
    });
  }
}
