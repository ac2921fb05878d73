import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/** "Thread such has reached these numbers." Carries no content: whoever hears it asks. */
export interface ThreadSignal {
  threadId: string;
  seq: number;
  n: number;
}

/** Rung after each commit. A bell that is lost costs a second: every node also polls the numbers. */
@Injectable()
export class ThreadSignals {
  private readonly listeners = new Set<(bell: ThreadSignal) => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.subscribe<ThreadSignal>('bells', (bell) => this.publishHere(bell));
  }

  /** Here at once, on other nodes as soon as they hear it. */
  publish(bell: ThreadSignal): void {
    this.publishHere(bell);
    this.messenger.publish('bells', bell);
  }

  private publishHere(bell: ThreadSignal): void {
    for (const listen of this.listeners) listen(bell);
  }

  /** Answers how to stop listening. */
  subscribe(listener: (bell: ThreadSignal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
