import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Signals before the answer to a possible write, so that its author reads the result on this node at once. Writes of
 * other nodes and of jobs are found within a second, when versions are confirmed.
 */
@Injectable()
export class WriteSignal {
  private readonly listeners = new Set<() => void>();

  /** Returns how to unsubscribe. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (request, _reply, payload, done) => {
      if (!READING.includes(request.method)) for (const listen of this.listeners) listen();
      done(null, payload);
    });
  }
}
