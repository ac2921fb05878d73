import { SMTPServer } from 'smtp-server';
import { freePort } from '../../support/server.ts';

/** A mail server that goes away, comes back, and may be slow. */
export class MailServer {
  readonly mails: { to: string; text: string }[] = [];
  slownessMs = 0;
  private smtp: SMTPServer | null = null;

  private constructor(readonly port: number) {}

  static async open(): Promise<MailServer> {
    const server = new MailServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () =>
          setTimeout(() => {
            const text = Buffer.concat(pieces)
              .toString()
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
            for (const { address } of session.envelope.rcptTo) this.mails.push({ to: address, text });
            done();
          }, this.slownessMs),
        );
      },
    });
    smtp.on('error', () => undefined);
    this.smtp = smtp;
    await new Promise<void>((resolve) => {
      smtp.listen(this.port, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    const { smtp } = this;
    this.smtp = null;
    if (smtp)
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
  }

  to(address: string): string[] {
    return this.mails.filter(({ to }) => to === address).map(({ text }) => text);
  }
}
