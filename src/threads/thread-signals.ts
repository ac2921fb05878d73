import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/** Signals that a thread has reached these numbers, without content; a subscriber reads what changed. */
export interface ThreadSignal {
  threadId: string;
  seq: number;
  n: number;
}

/**
 * Publishes a signal after each commit. A lost signal costs half a second, because each node also polls the numbers.
 */
@Injectable()
export class ThreadSignals {
  private readonly listeners = new Set<(signal: ThreadSignal) => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.subscribe<ThreadSignal>('bells', (signal) => this.publishHere(signal));
  }

  /** At once on this node, on other nodes when the message arrives. */
  publish(signal: ThreadSignal): void {
    this.publishHere(signal);
    this.messenger.publish('bells', signal);
  }

  private publishHere(signal: ThreadSignal): void {
    for (const listen of this.listeners) listen(signal);
  }

  /** Returns how to unsubscribe. */
  subscribe(listener: (signal: ThreadSignal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
