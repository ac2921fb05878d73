import type { IncomingMessage, ServerResponse } from 'node:http';

/** The pace of reading the rest of such bodies, in bytes a millisecond for all of them together: 8 MB/s. */
const BYTES_A_MS = 8_000;
/** Time that a late event loop may catch up, in milliseconds. */
const LATE_MS = 250;
/** Most bodies read at a time; further connections are closed. */
const AT_ONCE = 8;
/** A shorter body has arrived before its answer is written. */
const SHORT_BYTES = 64 * 1024;

/**
 * Reads the rest of a body slowly when its request was answered early, because it was refused or too large. Node would
 * read it as fast as it is sent: four clients with ten megabytes each kept half a core busy (fault test F19). The
 * connection stays open, unless there are many, because a browser that is cut off while it sends shows no answer.
 */
export class UnreadBodies {
  /** The time until which the bytes read so far are within the pace, in milliseconds of this process. */
  private paidUntil = 0;
  private taking = 0;

  /** Must be called before other listeners are added to the request. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    if (!mayBeLong(request)) return;
    // Before the listener of Node, which throws away the rest of a body that nobody has begun to read.
    response.prependOnceListener('finish', () => {
      if (!request.complete) this.discard(request);
    });
  }

  private discard(request: IncomingMessage): void {
    if (this.taking >= AT_ONCE) {
      request.socket.destroy();
      return;
    }
    this.taking += 1;
    request.once('close', () => {
      this.taking -= 1;
    });
    request.read(0);
    request.on('data', ({ length }: Buffer) => {
      const now = performance.now();
      this.paidUntil = Math.max(this.paidUntil, now - LATE_MS) + length / BYTES_A_MS;
      if (this.paidUntil <= now) return;
      request.pause();
      setTimeout(() => request.resume(), this.paidUntil - now).unref();
    });
  }
}

function mayBeLong({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return length === undefined ? headers['transfer-encoding'] !== undefined : Number(length) > SHORT_BYTES;
}
