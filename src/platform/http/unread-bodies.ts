import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes in a millisecond that are taken of all bodies together whose request was answered already: 8 MB/s. */
const BYTES_A_MS = 8_000;
/** How late a busy event loop may be before the pace is lost, in milliseconds. */
const LATE_MS = 250;
/** Most bodies of which the rest is taken at a time; the connections of others are closed. */
const AT_ONCE = 8;
/** What is shorter is there before its answer is written. */
const SHORT_BYTES = 64 * 1024;

/**
 * Takes slowly what is left of a body whose request was answered before it came: refused, or too large. Node would take
 * it as fast as it is sent, and four clients with ten megabytes each kept half a core busy with that (fault test F19).
 * It is not cut off either, unless there are many, because a browser that is cut off while it sends shows no answer.
 */
export class UnreadBodies {
  /** Until when the bytes that were taken fill the pace, in milliseconds of this process. */
  private paidUntil = 0;
  private taking = 0;

  /** To be called before anything else hears of the request. */
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
