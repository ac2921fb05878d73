import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/**
 * Says that somebody's grants have changed, so that who listens asks again now; it never says whose, nor what they are.
 */
@Injectable()
export class GrantChanges {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.subscribe('grants-changed', () => this.ring());
  }

  /** After the commit. */
  publish(): void {
    this.ring();
    this.messenger.publish('grants-changed', {});
  }

  /** Answers how to stop listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private ring(): void {
    for (const listen of this.listeners) listen();
  }
}
