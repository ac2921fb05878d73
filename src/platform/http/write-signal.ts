import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Told before a request that may have written something is answered, so that who wrote reads it here at once. What is
 * written by other nodes and by jobs is found within the second for which versions are confirmed.
 */
@Injectable()
export class WriteSignal {
  private readonly listeners = new Set<() => void>();

  /** Answers how to stop listening. */
  listen(listener: () => void): () => void {
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
