import { milliseconds, type Clock, type Span } from '../kernel/clock.ts';

interface Window {
  count: number;
  ends: number;
}

/** Most keys of one counter, some megabytes. */
const KEYS_AT_MOST = 20_000;

/** Counts by key within a window that begins with the key's first count. When full, the oldest window is dropped. */
export class WindowCounts {
  private readonly windows = new Map<string, Window>();
  private readonly windowMs: number;

  constructor(
    private readonly clock: Clock,
    window: Span,
    private readonly keysAtMost = KEYS_AT_MOST,
  ) {
    this.windowMs = milliseconds(window);
  }

  of(key: string): number {
    return this.live(key)?.count ?? 0;
  }

  /** Until the window of a key ends; 1 at least. */
  secondsLeft(key: string): number {
    return Math.max(1, Math.ceil(((this.live(key)?.ends ?? 0) - this.now) / 1000));
  }

  add(key: string): void {
    const window = this.live(key);
    if (window) {
      window.count += 1;
      return;
    }
    // Deleted first, so that the map stays in the order in which windows end.
    this.windows.delete(key);
    this.windows.set(key, { count: 1, ends: this.now + this.windowMs });
    if (this.windows.size > this.keysAtMost) this.windows.delete(this.windows.keys().next().value!);
  }

  /** Takes one count back; does nothing when its window has ended. */
  remove(key: string, howMany = 1): void {
    const window = this.live(key);
    if (window) window.count = Math.max(0, window.count - howMany);
  }

  get size(): number {
    return this.windows.size;
  }

  private live(key: string): Window | undefined {
    const window = this.windows.get(key);
    return window && window.ends > this.now ? window : undefined;
  }

  private get now(): number {
    return this.clock.now().getTime();
  }
}
