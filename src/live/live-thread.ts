import { stopwatch } from '../kernel/clock.ts';
import type { Changes } from '../transcript/changes.ts';
import type { Frame } from '../transcript/transcript.ts';
import { paceFor, VOTES_MS } from './pace.ts';
import { Presence } from './presence.ts';

export interface LiveTransport {
  /** Null for a thread that is read by nobody any more. */
  frame(threadId: string, after: number): Promise<Frame | null>;
  /** Resolves once it was sent to all. Calls are sent in order. */
  send(threadId: string, event: 'thread:changes' | 'thread:presence', payload: object): Promise<void>;
  /** On this node, for the cost of its frames. */
  readers(threadId: string): number;
  /** On all nodes, for the count that readers see. */
  readersEverywhere(threadId: string): number;
}

/**
 * A thread with live readers on this node. On every signal it reads the changes after the last frame and sends them; a
 * frame is only a faster answer to the request a client could make itself.
 */
export class LiveThread {
  private sent: number;
  private running = false;
  private wanted = false;
  private ended = false;
  private isGone = false;
  private late = 0;
  private sinceFrame: () => number = () => Infinity;
  private votesDue: NodeJS.Timeout | undefined;
  private readonly presence: Presence;

  constructor(
    private readonly id: string,
    seq: number,
    private readonly transport: LiveTransport,
    private readonly failed: (error: unknown) => void,
  ) {
    this.sent = seq;
    this.presence = new Presence(
      () => ({ threadId: id, readers: transport.readersEverywhere(id), seq: this.sent }),
      (presence) => void transport.send(id, 'thread:presence', presence),
    );
  }

  /** Announces possible changes up to `seq`; -1 stands for an unknown number. */
  signal(seq: number): void {
    if (seq !== -1 && seq <= this.sent) return;
    this.wanted = true;
    if (!this.running) void this.pump();
  }

  /** The thread is read by nobody any more, as that of a hidden recap. */
  gone(): void {
    if (!this.isGone) this.signal(-1);
  }

  /** A reader has joined who needs the presence. */
  welcome(): void {
    this.presence.welcome();
  }

  /** The number of readers may have changed. */
  count(): void {
    this.presence.count();
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.votesDue);
    this.presence.end();
  }

  private async pump(): Promise<void> {
    this.running = true;
    try {
      while (this.wanted && !this.ended) {
        this.wanted = false;
        const frame = await this.transport.frame(this.id, this.sent);
        await (frame ? this.show(frame) : this.forget());
        if (frame?.changes.more) this.wanted = true;
        await this.rest();
      }
    } catch (error) {
      // The poll of numbers tries again within half a second.
      this.failed(error);
    } finally {
      this.running = false;
    }
  }

  /** Votes alone wait until the last frame is VOTES_MS old; any other change takes them along. */
  private async show({ changes, isVotesOnly }: Frame): Promise<void> {
    this.isGone = false;
    if (changes.to <= this.sent && !changes.reset) return;
    const wait = isVotesOnly && !changes.reset ? VOTES_MS - this.sinceFrame() : 0;
    clearTimeout(this.votesDue);
    if (wait > 0) {
      this.votesDue = setTimeout(() => this.signal(-1), wait).unref();
      return;
    }
    this.sent = changes.to;
    await this.transport.send(this.id, 'thread:changes', changes);
    this.sinceFrame = stopwatch();
    this.presence.confirm();
  }

  /** Tells readers once to forget what they hold. They stay, so that they learn when the thread is back. */
  private async forget(): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    clearTimeout(this.votesDue);
    const changes: Changes = {
      threadId: this.id,
      from: this.sent,
      to: this.sent,
      comments: [],
      thread: null,
      more: false,
      reset: true,
    };
    await this.transport.send(this.id, 'thread:changes', changes);
  }

  /** Waits between frames, also between those of one long answer, so that slow readers keep up. */
  private async rest(): Promise<void> {
    const wish = paceFor(this.transport.readers(this.id), this.late);
    const rested = stopwatch();
    await new Promise((resolve) => {
      setTimeout(resolve, wish).unref();
    });
    this.late = Math.max(0, rested() - wish);
  }
}
