import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/**
 * Says that somebody's grants have changed, so that who listens asks again now; it never says whose, nor what they are.
 */
@Injectable()
export class GrantChanges {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.hear('grants-changed', () => this.ring());
  }

  /** After the commit. */
  tell(): void {
    this.ring();
    this.messenger.tell('grants-changed', {});
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
