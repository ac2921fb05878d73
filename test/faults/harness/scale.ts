/** Whether `npm run faults` asked for the full counts; else one short round of each. */
export const isFull = process.env['FAULTS'] === 'full';

/** The number from which a run is made; the same one makes the same run again, as far as a machine can. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 1);

export const scaled = <T>(short: T, full: T): T => (isFull ? full : short);

/**
 * A bound in milliseconds: exact in a full run; so many times as wide in a short one, which shares its machine with
 * other tests.
 */
export const atMost = (ms: number, slack = 5): number => scaled(ms * slack, ms);

/** A forum may take so long to be built and taken down where many are at work; in milliseconds. */
export const BUILDING_MS = 240_000;

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Random numbers of one fault: the same for the same seed. */
export class Dice {
  private state: number;

  constructor(name: string) {
    this.state =
      [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5) >>> 0;
  }

  /** From 0 up to, never reaching, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  one<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)]!;
  }

  happens(chance: number): boolean {
    return this.next() < chance;
  }
}
