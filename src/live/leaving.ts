import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';

/** Over how long readers spread their return, so that no node meets all of them at once; in milliseconds. */
const SPREAD_MS = 10_000;
/** How long they get to go by themselves. */
const FAREWELL_MS = 1_000;

/**
 * The end of this node as its readers see it: they are told, go, and come back elsewhere or later, each at a moment of
 * its own.
 */
@Injectable()
export class Leaving {
  private leaving = false;

  /** From then on nobody new is let in. */
  get isLeaving(): boolean {
    return this.leaving;
  }

  /** One word to all; what still listens after a second has its line closed, from which every client comes back. */
  async leave(namespace: Namespace): Promise<void> {
    this.leaving = true;
    namespace.emit('server:leaving', { withinMs: SPREAD_MS });
    for (let waited = 0; waited < FAREWELL_MS && namespace.sockets.size > 0; waited += 50)
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    for (const { conn } of namespace.sockets.values()) conn.close();
  }
}
