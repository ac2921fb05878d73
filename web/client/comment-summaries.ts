import type { CommentShape } from '../components/shapes.ts';

/**
 * Tells screen readers how many comments came, at most once an interval, each comment in exactly one summary: sixty in
 * a minute are three or four sentences whose numbers make sixty.
 * - `after`: comments up to this number were there before.
 * - `everyMs`: called each time; 0 says nothing.
 */
export class CommentSummaries {
  private readonly counted = new Set<string>();
  private untold = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly after: number,
    private readonly everyMs: () => number,
    private readonly announce: (count: number) => void,
  ) {}

  see(rows: Iterable<CommentShape>): void {
    for (const { id, seq } of rows) {
      if (seq === null || seq <= this.after || this.counted.has(id)) continue;
      this.counted.add(id);
      this.untold += 1;
    }
    if (this.untold > 0 && this.everyMs() > 0) this.waiting ??= setTimeout(() => this.announceNow(), this.everyMs());
  }

  private announceNow(): void {
    this.waiting = undefined;
    const count = this.untold;
    this.untold = 0;
    this.announce(count);
  }
}
