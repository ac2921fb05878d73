import type { Changes } from '../transcript/transcript.ts';

/** A frame at once, then at most one in so many milliseconds: more readers, more time, so that all are served evenly. */
export const paceFor = (readers: number): number => Math.max(50, readers / 15);

/** How often a room hears how many read along, and at which number they should be; in milliseconds. */
export const PRESENCE_MS = 2_000;

export interface LiveDoor {
  changes(threadId: string, after: number): Promise<Changes>;
  send(threadId: string, event: 'thread:changes' | 'thread:presence', payload: object): void;
  /** On this node: what its frames cost. */
  readers(threadId: string): number;
  /** On all nodes: what readers are told. */
  readersEverywhere(threadId: string): number;
}

/**
 * One thread that somebody reads live on this node. Whatever wakes it, it asks for the changes after what it last sent
 * and sends those: a frame is only a faster answer to the question a client could ask itself.
 */
export class LiveThread {
  private sent: number;
  private running = false;
  private wanted = false;
  private presence: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(private readonly id: string, seq: number, private readonly door: LiveDoor, private readonly failed: (error: unknown) => void) {
    this.sent = seq;
  }

  /** There may be news up to `seq`; -1 says that nobody knows. */
  hear(seq: number): void {
    if (seq !== -1 && seq <= this.sent) return;
    this.wanted = true;
    if (!this.running) void this.pump();
  }

  /** The number of readers or of the thread has changed: said soon, once for many changes. */
  announce(): void {
    this.presence ??= setTimeout(() => {
      this.presence = undefined;
      if (!this.ended) this.door.send(this.id, 'thread:presence', { threadId: this.id, readers: this.door.readersEverywhere(this.id), seq: this.sent });
    }, PRESENCE_MS).unref();
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.presence);
  }

  private async pump(): Promise<void> {
    this.running = true;
    try {
      while (this.wanted && !this.ended) {
        this.wanted = false;
        const changes = await this.door.changes(this.id, this.sent);
        if (changes.to > this.sent || changes.reset) {
          this.sent = changes.to;
          this.door.send(this.id, 'thread:changes', changes);
          this.announce();
        }
        if (changes.more) this.wanted = true;
        else await new Promise((resolve) => setTimeout(resolve, paceFor(this.door.readers(this.id))).unref());
      }
    } catch (error) {
      // The poll of numbers asks again within a second.
      this.failed(error);
    } finally {
      this.running = false;
    }
  }
}
