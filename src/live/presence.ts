import { stopwatch } from '../kernel/clock.ts';
import { PRESENCE_MS } from './pace.ts';

/** The number of readers, never names, and the number the thread has reached. */
export interface ThreadPresence {
  threadId: string;
  /** Number of sockets that listen to the thread, on all nodes. */
  readers: number;
  /** The latest number of the thread. */
  seq: number;
}

/**
 * Sends a room its number of readers: at most every PRESENCE_MS, and only when it is new to a reader. The thread's
 * number follows the last frame after PRESENCE_MS, so that a reader who lost that frame asks for it.
 */
export class Presence {
  private told: ThreadPresence | null = null;
  private hasNewcomers = false;
  private timer: NodeJS.Timeout | undefined;
  private sinceFrame: () => number = () => Infinity;

  constructor(
    private readonly look: () => ThreadPresence,
    private readonly publish: (presence: ThreadPresence) => void,
  ) {}

  /** A reader has joined who needs the presence. */
  welcome(): void {
    this.hasNewcomers = true;
    this.schedule();
  }

  /** The number of readers may have changed. */
  count(): void {
    this.schedule();
  }

  /** A frame was sent. */
  confirm(): void {
    this.sinceFrame = stopwatch();
    this.schedule();
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(wait = PRESENCE_MS): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.publishChanges();
    }, wait).unref();
  }

  private publishChanges(): void {
    const now = this.look();
    const quiet = this.sinceFrame();
    if (
      this.hasNewcomers ||
      now.readers !== this.told?.readers ||
      (now.seq !== this.told.seq && quiet >= PRESENCE_MS)
    ) {
      this.told = now;
      this.hasNewcomers = false;
      this.publish(now);
    }
    if (now.seq !== this.told?.seq) this.schedule(Math.max(1, PRESENCE_MS - quiet));
  }
}
