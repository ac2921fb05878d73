import net from 'node:net';

/** The mail server of an operator: speaks LMTP (RFC 2033) to the forum. */
export class MailClient {
  private answers = '';
  private waiting: (() => void) | null = null;
  private isClosed = false;

  private constructor(private readonly socket: net.Socket) {
    socket.on('data', (piece) => {
      this.answers += piece.toString('latin1');
      this.waiting?.();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isClosed = true;
      this.waiting?.();
    });
  }

  static async connect(port: number): Promise<MailClient> {
    const client = new MailClient(net.connect(port, '127.0.0.1'));
    await client.answer();
    await client.says('LHLO mx.mail.example');
    return client;
  }

  /** Hands in one e-mail; returns the answer to the recipient or to the data, whichever came last. */
  async handsIn(to: string, raw: Buffer, from = 'ada@mail.example'): Promise<string> {
    await this.says('RSET');
    await this.says(`MAIL FROM:<${from}>`);
    const admitted = await this.says(`RCPT TO:<${to}>`);
    if (!admitted.startsWith('2')) return admitted;
    await this.says('DATA');
    const body = raw.toString('latin1').replaceAll(/^\./gm, '..');
    return this.says(`${body}\r\n.`);
  }

  says(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`, 'latin1');
    return this.answer();
  }

  close(): void {
    this.socket.destroy();
  }

  /** The next whole answer; one of several lines ends with a space behind its code. */
  private async answer(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(this.answers);
      if (found) {
        this.answers = this.answers.slice(found[0].length);
        return found[0].trim();
      }
      if (this.isClosed) throw new Error('the forum closed the connection');
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }
}
