import { liveSocket } from './live-socket.ts';
import type { Changes } from '../components/shapes.ts';

/** A line that is lost shorter than this is not worth a word: a server that restarts is back by then. */
const LOST_AFTER_MS = 6_000;

export interface ConnectionHandlers {
  /** There is a line, and perhaps something was missed. */
  opened(): void;
  frame(frame: Changes): void;
  presence(readers: number, seq: number): void;
  notice(word: { kind: string; commentId: string }): void;
  /** The line was lost or found: `lostSince` says which. */
  changed(): void;
}

/**
 * The line by which a thread comes to its reader. Calm is no line at all: nothing comes, and nothing tells the server
 * that somebody reads. `token`: who is there where no cookie comes along.
 */
export class ThreadConnection {
  /** As ISO text; null while there is a line, or none is wanted. */
  lostSince: string | null = null;
  private losing: ReturnType<typeof setTimeout> | undefined;
  private readonly socket;

  constructor(
    threadId: string,
    private isCalm: boolean,
    private readonly told: ConnectionHandlers,
    private readonly now: () => number,
    token?: () => string | null,
  ) {
    this.socket = liveSocket(token);
    this.socket.on('connect', () => {
      this.found();
      this.socket.emit('thread:join', { threadId }, () => told.opened());
    });
    this.socket.on('disconnect', () => this.lose());
    this.socket.on('connect_error', () => this.lose());
    this.socket.on('thread:changes', (frame: Changes) => frame.threadId === threadId && told.frame(frame));
    this.socket.on(
      'thread:presence',
      (presence: { threadId: string; readers: number; seq: number }) =>
        presence.threadId === threadId && told.presence(presence.readers, presence.seq),
    );
    this.socket.on('account:notice', (word: { kind: string; commentId: string }) => told.notice(word));
    const look = (): void => {
      if (!this.isCalm) told.opened();
    };
    addEventListener('online', look);
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
    if (isCalm) this.rest();
  }

  calm(isCalm: boolean): void {
    this.isCalm = isCalm;
    if (isCalm) this.rest();
    else this.socket.connect();
  }

  /** A session that is new or gone is another reader to the server. */
  reconnect(): void {
    if (!this.isCalm) this.socket.disconnect().connect();
  }

  private rest(): void {
    this.socket.disconnect();
    this.found();
  }

  private lose(): void {
    const since = new Date(this.now()).toISOString();
    if (this.isCalm || this.lostSince !== null) return;
    this.losing ??= setTimeout(() => {
      this.lostSince = since;
      this.told.changed();
    }, LOST_AFTER_MS);
  }

  private found(): void {
    clearTimeout(this.losing);
    this.losing = undefined;
    if (this.lostSince === null) return;
    this.lostSince = null;
    this.told.changed();
  }
}
