import { joinRoom } from './join-room.ts';
import { pollWithoutConnection, liveSocket } from './live-socket.ts';
import type { ChangesShape } from '../components/shapes.ts';

/**
 * Time for which a connection may be lost before that is shown, in milliseconds; a restarting server is back by then.
 */
const LOST_AFTER_MS = 6_000;

/** Final statuses of a question. */
const ENDINGS = ['answered', 'declined', 'merged', 'expired'];

export interface ConnectionHandlers {
  /** Requests what was perhaps missed; resolves once it is there. */
  missed(): Promise<void>;
  frame(frame: ChangesShape): void;
  presence(readers: number, seq: number): void;
  /** One of the reader's questions has reached a final status. */
  notice(word: { kind: string; commentId: string }): void;
  /** The reader's session has ended. */
  signedOut(): void;
  /** The connection was lost or found, see `lostSince`. */
  changed(): void;
}

/**
 * The live connection of a thread. In calm reading there is none: nothing comes, and the server does not learn that the
 * reader is there. `token` identifies a reader where no cookie is sent.
 */
export class ThreadConnection {
  /** As ISO text; null while connected, or when no connection is wanted. */
  lostSince: string | null = null;
  private losing: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last request without a connection was answered; then nothing is lost. */
  private isPolled = false;
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
      this.isPolled = false;
      this.found();
      joinRoom(this.socket, 'thread:join', threadId, () => void told.missed());
    });
    this.socket.on('disconnect', () => this.lose());
    this.socket.on('connect_error', () => this.lose());
    pollWithoutConnection(this.socket, async () => {
      this.isPolled = false;
      this.lose();
      await told.missed();
      this.found();
      this.isPolled = true;
    });
    this.socket.on('thread:changes', (frame: ChangesShape) => frame.threadId === threadId && told.frame(frame));
    this.socket.on(
      'thread:presence',
      (presence: { threadId: string; readers: number; seq: number }) =>
        presence.threadId === threadId && told.presence(presence.readers, presence.seq),
    );
    this.socket.on('session:ended', () => told.signedOut());
    this.socket.on('account:notice', (word: { kind: string; commentId: string }) => {
      if (ENDINGS.includes(word.kind)) told.notice(word);
    });
    const look = (): void => {
      if (!this.isCalm) void told.missed();
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

  /** After signing in or out the server has to learn who the reader is. */
  reconnect(): void {
    if (!this.isCalm) this.socket.disconnect().connect();
  }

  private rest(): void {
    this.socket.disconnect();
    this.found();
  }

  private lose(): void {
    const since = new Date(this.now()).toISOString();
    if (this.isCalm || this.isPolled || this.lostSince !== null) return;
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
