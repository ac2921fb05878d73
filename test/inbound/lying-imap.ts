import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls, { type TLSSocket } from 'node:tls';

/** A command of a client, with its tag and its words. */
export interface Command {
  readonly tag: string;
  readonly name: string;
  readonly args: string;
}

/** The act of a session in place of the truth; false where it says the truth. */
export type Lie = (command: Command, session: LyingSession) => boolean;

interface StoredMail {
  uid: number;
  raw: Buffer;
}

/**
 * An IMAP server over TLS with one mailbox in memory, which says what a test has it say. Its truth is what a client
 * needs who reads a mailbox: listing, fetching, moving.
 */
export class LyingImap {
  numbering = 7;
  lie: Lie = () => false;
  /** The number of the next e-mail, as it is told. */
  next = 1;
  mails: StoredMail[] = [];
  moved: StoredMail[] = [];
  logins = 0;
  readonly sessions = new Set<LyingSession>();

  private constructor(
    private readonly server: tls.Server,
    private readonly dir: string,
  ) {}

  static async open(): Promise<LyingImap> {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'lying-imap-'));
    const [key, cert] = [path.join(dir, 'key.pem'), path.join(dir, 'certificate.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
        .concat(['-addext', 'subjectAltName=DNS:localhost'])
        .concat(['-keyout', key, '-out', cert]),
      { stdio: 'ignore' },
    );
    const server = tls.createServer({ key: await readFile(key), cert: await readFile(cert) });
    const imap = new LyingImap(server, dir);
    // The connections below TLS, by the port of the client.
    const raws = new Map<number | undefined, Socket>();
    server.on('connection', (raw: Socket) => raws.set(raw.remotePort, raw));
    server.on('secureConnection', (socket) =>
      imap.sessions.add(new LyingSession(imap, socket, raws.get(socket.remotePort)!)),
    );
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return imap;
  }

  /** A certificate authority for this server alone. */
  get certificate(): string {
    return path.join(this.dir, 'certificate.pem');
  }

  /** `user` may say to the server what the session is to be like. */
  url(user = 'forum%40mail.example'): string {
    return `imaps://${user}:secret@localhost:${(this.server.address() as AddressInfo).port}`;
  }

  delivers(raw: Buffer): void {
    this.mails.push({ uid: this.next, raw });
    this.next += 1;
    for (const session of this.sessions) session.send(`* ${this.mails.length} EXISTS\r\n`);
  }

  /** Ends every connection; clients come back. */
  drop(): void {
    for (const { socket } of this.sessions) socket.destroy();
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
    await rm(this.dir, { recursive: true, force: true });
  }
}

export class LyingSession {
  user = '';
  private idling: string | null = null;
  private input = '';

  constructor(
    readonly imap: LyingImap,
    readonly socket: TLSSocket,
    readonly raw: Socket,
  ) {
    socket.on('data', (chunk) => this.receive(chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => imap.sessions.delete(this));
    this.send('* OK [CAPABILITY IMAP4rev1 MOVE UIDPLUS IDLE] ready\r\n');
  }

  send(text: string | Buffer): void {
    if (!this.socket.destroyed) this.socket.write(text);
  }

  ok(tag: string, code = ''): true {
    this.send(`${tag} OK ${code}done\r\n`);
    return true;
  }

  /** Sends the same again and again, as fast as it is read. */
  pours(chunk: Buffer): true {
    const more = (): void => {
      while (!this.socket.destroyed && this.socket.write(chunk));
    };
    this.socket.on('drain', more);
    more();
    return true;
  }

  /** The answer to FETCH for an e-mail, under a number. */
  row({ uid, raw }: StoredMail, isHead: boolean): Buffer {
    const end = raw.indexOf('\r\n\r\n') + 4;
    const part = isHead ? raw.subarray(0, end) : raw;
    const name = isHead ? 'BODY[HEADER]<0>' : 'BODY[]<0>';
    return Buffer.concat([
      Buffer.from(`* ${uid} FETCH (UID ${uid} ${name} {${part.length}}\r\n`),
      part,
      Buffer.from(')\r\n'),
    ]);
  }

  private receive(text: string): void {
    this.input += text;
    for (let end = this.input.indexOf('\r\n'); end >= 0; end = this.input.indexOf('\r\n')) {
      const line = this.input.slice(0, end);
      this.input = this.input.slice(end + 2);
      if (this.idling !== null) {
        const tag = this.idling;
        this.idling = null;
        this.ok(tag);
        continue;
      }
      const [, tag = '', name = '', args = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/.exec(line) ?? [];
      const command = { tag, name: name.toUpperCase(), args };
      if (command.name === 'LOGIN') this.user = /^"([^"]*)"|^\S+/.exec(args)?.findLast(Boolean) ?? '';
      if (!this.imap.lie(command, this)) this.answer(command);
    }
  }

  private answer({ tag, name, args }: Command): unknown {
    const { imap } = this;
    if (name === 'LOGIN') imap.logins += 1;
    if (name === 'LIST') this.send('* LIST () "/" INBOX\r\n');
    if (name === 'STATUS') this.send(`* STATUS ${args.split(' ')[0]} (MESSAGES 0)\r\n`);
    if (name === 'SELECT' || name === 'EXAMINE') {
      this.send(`* ${imap.mails.length} EXISTS\r\n* FLAGS (\\Seen \\Deleted)\r\n`);
      this.send(`* OK [UIDVALIDITY ${imap.numbering}] numbered\r\n* OK [UIDNEXT ${imap.next}] next\r\n`);
      return this.ok(tag, '[READ-WRITE] ');
    }
    if (name === 'UID SEARCH')
      this.send(
        `* SEARCH ${this.among(args)
          .map(({ uid }) => uid)
          .join(' ')}\r\n`,
      );
    if (name === 'UID FETCH' || name === 'FETCH')
      for (const mail of name === 'FETCH' ? imap.mails.slice(-1) : this.among(`UID ${args}`))
        this.send(this.row(mail, args.includes('HEADER')));
    if (name === 'UID MOVE') {
      const gone = this.among(`UID ${args}`);
      imap.mails = imap.mails.filter((mail) => !gone.includes(mail));
      imap.moved.push(...gone);
    }
    if (name === 'IDLE') {
      this.idling = tag;
      return this.send('+ idling\r\n');
    }
    return this.ok(tag);
  }

  /** The e-mails that a set of numbers names; all without one. */
  private among(args: string): StoredMail[] {
    const [, set] = /UID ([\d:*,]+)/.exec(args) ?? [];
    const last = this.imap.mails.at(-1)?.uid ?? 0;
    const ranges = set?.split(',').map((part) => part.split(':').map((end) => (end === '*' ? last : Number(end))));
    return this.imap.mails.filter(
      ({ uid }) =>
        !ranges || ranges.some(([from = 0, to = from]) => uid >= Math.min(from, to) && uid <= Math.max(from, to)),
    );
  }
}
