/** Limits how much is under way at the same time; further callers wait in order of arrival. */
export class Places {
  private taken = 0;
  private readonly waiting: { take: () => void }[] = [];

  constructor(private readonly most: number) {}

  /** Whether a place is free now. */
  get isFree(): boolean {
    return this.taken < this.most;
  }

  /**
   * Takes a place once one is free, and returns the function that gives it back. Null when none was free within
   * `patienceMs`.
   */
  async take(patienceMs: number): Promise<(() => void) | null> {
    if (this.isFree) {
      this.taken += 1;
      return this.once();
    }
    if (patienceMs <= 0) return null;
    return new Promise((resolve) => {
      const entry = {
        take: () => {
          clearTimeout(timer);
          resolve(this.once());
        },
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(entry), 1);
        resolve(null);
      }, patienceMs);
      this.waiting.push(entry);
    });
  }

  /** Gives a place back, once however often it is called; the next caller in line takes it. */
  private once(): () => void {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const next = this.waiting.shift();
      if (next) next.take();
      else this.taken -= 1;
    };
  }
}
