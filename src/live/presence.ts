import { stopwatch } from '../kernel/clock.ts';
import { PRESENCE_MS } from './pace.ts';

/** The number of readers, never names, and the number the thread has reached. */
export interface PresenceOf {
  threadId: string;
  readers: number;
  seq: number;
}

/**
 * Sends a room its number of readers: at most every PRESENCE_MS, and only when it is new to a reader. The thread's
 * number follows the last frame after PRESENCE_MS, so that a reader who lost that frame asks for it.
 */
export class Presence {
  private told: PresenceOf | null = null;
  private hasNewcomers = false;
  private timer: NodeJS.Timeout | undefined;
  private sinceFrame: () => number = () => Infinity;

  constructor(
    private readonly look: () => PresenceOf,
    private readonly tell: (presence: PresenceOf) => void,
  ) {}

  /** A reader has joined who needs the presence. */
  welcome(): void {
    this.hasNewcomers = true;
    this.soon();
  }

  /** The number of readers may have changed. */
  count(): void {
    this.soon();
  }

  /** A frame was sent. */
  confirm(): void {
    this.sinceFrame = stopwatch();
    this.soon();
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private soon(wait = PRESENCE_MS): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.say();
    }, wait).unref();
  }

  private say(): void {
    const now = this.look();
    const quiet = this.sinceFrame();
    if (
      this.hasNewcomers ||
      now.readers !== this.told?.readers ||
      (now.seq !== this.told.seq && quiet >= PRESENCE_MS)
    ) {
      this.told = now;
      this.hasNewcomers = false;
      this.tell(now);
    }
    if (now.seq !== this.told?.seq) this.soon(Math.max(1, PRESENCE_MS - quiet));
  }
}
