/**
 * The source of the current time. Code that judges a time asks a Clock, so that a test can move it and all nodes can
 * follow the clock of their database.
 */
export abstract class Clock {
  abstract now(): Date;

  /** Calls back when `advance` moves the clock. Corrections by the database's clock are too small to be announced. */
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
 * The machine's clock when this one was made, plus the time since, plus a correction from the database's clock or from
 * a test. Setting the machine's clock while the process runs changes nothing here.
 */
export class CorrectedClock extends Clock {
  correction = 0;
  private readonly begun = Date.now() - performance.now();
  private readonly listeners: (() => void)[] = [];

  now(): Date {
    return new Date(this.uncorrected() + this.correction);
  }

  /** The machine's own time, in milliseconds since 1970: shows how far it strays, also while it is corrected. */
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

/** Measures a duration in milliseconds, independently of the date. */
export const stopwatch = (): (() => number) => {
  const begun = performance.now();
  return () => performance.now() - begun;
};
