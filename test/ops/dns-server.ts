import dgram from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** Bytes of the header of a message (RFC 1035, 4.1.1). */
const HEADER = 12;
const TXT = 16;
/** Longest part of an entry's text, in bytes. */
const PART = 255;

/** A resolver that knows the TXT entries it was given, and of nothing else. */
export class DnsServer {
  readonly entries = new Map<string, string>();
  private readonly socket = dgram.createSocket('udp4');

  static async open(): Promise<DnsServer> {
    const server = new DnsServer();
    server.socket.on('message', (asked, { address, port }) => server.socket.send(server.answer(asked), port, address));
    await new Promise<void>((resolve) => {
      server.socket.bind(0, '127.0.0.1', resolve);
    });
    return server;
  }

  /** As `address:port`. */
  get place(): string {
    return `127.0.0.1:${(this.socket.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.close(() => resolve());
    });
  }

  private answer(asked: Buffer): Buffer {
    const labels: string[] = [];
    let at = HEADER;
    while (asked[at]! > 0) {
      labels.push(asked.toString('latin1', at + 1, at + 1 + asked[at]!));
      at += 1 + asked[at]!;
    }
    const question = asked.subarray(HEADER, at + 5);
    const text = question.readUInt16BE(question.length - 4) === TXT ? this.entries.get(labels.join('.')) : undefined;
    const header = Buffer.alloc(HEADER);
    asked.copy(header, 0, 0, 2);
    // An answer to a question; NXDOMAIN where there is no such entry.
    header.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(text === undefined ? 0 : 1, 6);
    return Buffer.concat([header, question, ...(text === undefined ? [] : [entryOf(text)])]);
  }
}

function entryOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    const part = bytes.subarray(at, at + PART);
    parts.push(Buffer.from([part.length]), part);
  }
  const data = Buffer.concat(parts);
  // The name of the question, TXT, the internet, for a minute.
  const head = Buffer.from([0xc0, HEADER, 0, TXT, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
