/**
 * Where the time comes from. Everything that judges a time asks a Clock, so that a test can move it and
 * all nodes can follow the clock of their database.
 */
export abstract class Clock {
  abstract now(): Date;

  /** Calls back when `advance` moves the clock; what a node learns of the database's clock is too little to tell. */
  abstract onMoved(listener: () => void): void;

  /** Milliseconds from now until `at`; negative when it has passed. */
  until(at: Date): number {
    return at.getTime() - this.now().getTime();
  }

  ago(span: Span): Date {
    return new Date(this.now().getTime() - milliseconds(span));
  }

  in(span: Span): Date {
    return new Date(this.now().getTime() + milliseconds(span));
  }
}

export interface Span {
  seconds?: number;
  minutes?: number;
  hours?: number;
  days?: number;
}

export const milliseconds = ({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Span): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

export const addTo = (at: Date, span: Span): Date => new Date(at.getTime() + milliseconds(span));

/**
 * The machine's clock as it was when this one was made, plus the time that has passed since, plus a correction: what a
 * node learnt of its database's clock, or a test's wish. A machine whose clock is set while it runs changes nothing
 * here.
 */
export class CorrectedClock extends Clock {
  correction = 0;
  private readonly begun = Date.now() - performance.now();
  private readonly listeners: (() => void)[] = [];

  now(): Date {
    return new Date(this.uncorrected() + this.correction);
  }

  /**
   * What the machine alone would say, in milliseconds since 1970: to learn how far it strays, also while it is
   * corrected.
   */
  uncorrected(): number {
    return this.begun + performance.now();
  }

  onMoved(listener: () => void): void {
    this.listeners.push(listener);
  }

  advance(span: Span): void {
    this.correction += milliseconds(span);
    for (const listener of this.listeners) listener();
  }
}

/** Time for measuring how long something took; says nothing about the date. In milliseconds. */
export const stopwatch = (): (() => number) => {
  const begun = performance.now();
  return () => performance.now() - begun;
};
