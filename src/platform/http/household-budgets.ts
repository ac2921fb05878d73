/** Most households in memory, about 10 MB. */
const MOST_HOUSEHOLDS = 100_000;

/**
 * The use that households made of something that everybody gets at the same rate, counted in the time that pays for it:
 * a leaky bucket in time (GCRA, ITU-T I.371). Times are milliseconds of this process's clock.
 */
export class HouseholdBudgets {
  /** The time until which each household has paid; oldest entry first. */
  private readonly paidAt = new Map<string, number>();

  /** No household is ever further ahead than this, so that it is forgiven soon after it stops. */
  constructor(private readonly aheadAtMost: number) {}

  /** After how many milliseconds a household has paid; not positive for one that has. */
  aheadOf(household: string, now = performance.now()): number {
    return (this.paidAt.get(household) ?? 0) - now;
  }

  charge(household: string, cost: number, now = performance.now()): void {
    const paidAt = Math.max(this.paidAt.get(household) ?? 0, now) + cost;
    this.paidAt.set(household, Math.min(paidAt, now + this.aheadAtMost));
    if (this.paidAt.size > MOST_HOUSEHOLDS) this.forget(now);
  }

  /** Removes households that have paid, then the oldest entries down to half the limit, so that memory is bounded. */
  private forget(now: number): void {
    for (const [household, paidAt] of this.paidAt) if (paidAt <= now) this.paidAt.delete(household);
    for (const household of this.paidAt.keys()) {
      if (this.paidAt.size <= MOST_HOUSEHOLDS / 2) return;
      this.paidAt.delete(household);
    }
  }
}
