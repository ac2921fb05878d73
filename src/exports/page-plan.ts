/** A page of a thread: top-level comments between two places, or the replies of a long branch from one on. */
export interface PlannedPage {
  readonly from: number;
  readonly to: number;
  readonly skip: number;
  readonly take: number;
}

const ROWS = 200;
export const REPLIES_AT_MOST = 500;

/**
 * Cuts a thread into pages of about two hundred comments; a branch of more than five hundred continues on further
 * pages.
 */
export class PagePlan {
  readonly pages: PlannedPage[] = [];
  private open: { from: number; to: number; rows: number } | null = null;

  /** Top-level comments in the order of their places. */
  add(seq: number, replies: number): void {
    if (replies > REPLIES_AT_MOST) {
      this.close();
      for (let skip = 0; skip < replies; skip += REPLIES_AT_MOST)
        this.pages.push({ from: seq, to: seq, skip, take: REPLIES_AT_MOST });
      return;
    }
    this.open ??= { from: seq, to: seq, rows: 0 };
    this.open.to = seq;
    this.open.rows += replies + 1;
    if (this.open.rows >= ROWS) this.close();
  }

  /** Ends the plan, which always has a first page, also for an empty thread. */
  done(): this {
    this.close();
    if (this.pages.length === 0) this.pages.push({ from: 1, to: 0, skip: 0, take: REPLIES_AT_MOST });
    return this;
  }

  /** The number of the page with the top-level comment of that place. */
  pageOf(seq: number): number {
    let [low, high] = [0, this.pages.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pages[middle]!.to < seq) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  private close(): void {
    if (this.open) this.pages.push({ from: this.open.from, to: this.open.to, skip: 0, take: REPLIES_AT_MOST });
    this.open = null;
  }
}
