import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/** Signals that a thread has reached these numbers, without content; a subscriber reads what changed. */
export interface ThreadSignal {
  threadId: string;
  seq: number;
  n: number;
}

/**
 * Publishes a signal after each commit. A lost signal costs a second or two, because every node also polls the numbers.
 */
@Injectable()
export class ThreadSignals {
  private readonly listeners = new Set<(bell: ThreadSignal) => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.subscribe<ThreadSignal>('bells', (bell) => this.publishHere(bell));
  }

  /** At once on this node, on other nodes when the message arrives. */
  publish(bell: ThreadSignal): void {
    this.publishHere(bell);
    this.messenger.publish('bells', bell);
  }

  private publishHere(bell: ThreadSignal): void {
    for (const listen of this.listeners) listen(bell);
  }

  /** Returns how to unsubscribe. */
  subscribe(listener: (bell: ThreadSignal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
