import { Injectable } from '@nestjs/common';
import { Messenger } from '../platform/redis/messenger.ts';

/** Signals that grants have changed, so that subscribers check again. It says neither whose nor what. */
@Injectable()
export class GrantChanges {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly messenger: Messenger) {
    messenger.subscribe('grants-changed', () => this.publishHere());
  }

  /** To be called after the commit. */
  publish(): void {
    this.publishHere();
    this.messenger.publish('grants-changed', {});
  }

  /** Returns how to unsubscribe. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private publishHere(): void {
    for (const listen of this.listeners) listen();
  }
}
