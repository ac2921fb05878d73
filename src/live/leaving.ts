import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';

/** Period over which readers spread their return, in milliseconds, so that no node meets all at once. */
const SPREAD_MS = 10_000;
/** Time for clients to disconnect by themselves, in milliseconds. */
const FAREWELL_MS = 1_000;

/** Announces this node's end to its readers, who reconnect elsewhere or later, each at a time of its own. */
@Injectable()
export class Leaving {
  private leaving = false;

  /** Whether new sockets are refused. */
  get isLeaving(): boolean {
    return this.leaving;
  }

  /** Sends one message to all; closes what is still connected after FAREWELL_MS, from which every client reconnects. */
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
