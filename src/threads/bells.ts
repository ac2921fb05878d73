import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/** "Thread such has reached these numbers." Carries no content: whoever hears it asks. */
export interface Bell {
  threadId: string;
  seq: number;
  n: number;
}

/** Rung after each commit. A bell that is lost costs a second: every node also polls the numbers. */
@Injectable()
export class Bells {
  private readonly listeners = new Set<(bell: Bell) => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.hear<Bell>('bells', (bell) => this.ringHere(bell));
  }

  /** Here at once, on other nodes as soon as they hear it. */
  ring(bell: Bell): void {
    this.ringHere(bell);
    this.messenger.tell('bells', bell);
  }

  private ringHere(bell: Bell): void {
    for (const listen of this.listeners) listen(bell);
  }

  /** Answers how to stop listening. */
  listen(listener: (bell: Bell) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
