import { Injectable } from '@nestjs/common';

/** "Thread such has reached these numbers." Carries no content: whoever hears it asks. */
export interface Bell { threadId: string; seq: number; n: number }

/** Rung after each commit. A bell that is lost costs a second: every node also polls the numbers. */
@Injectable()
export class Bells {
  private readonly listeners = new Set<(bell: Bell) => void>();

  ring(bell: Bell): void {
    for (const listen of this.listeners) listen(bell);
  }

  /** Answers how to stop listening. */
  listen(listener: (bell: Bell) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
