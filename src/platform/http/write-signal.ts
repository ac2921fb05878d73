import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Signals before the answer to a possible write, so that its author reads the result on this node at once. Writes of
 * other nodes and of jobs are found within a second, when versions are confirmed. A refusal changes nothing that is
 * read: if it signalled, everybody who is refused again and again would make each page look at the database anew.
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
    fastify.addHook('onSend', ({ method }, { statusCode }, payload, done) => {
      if (!READING.includes(method) && !isRefusal(statusCode)) for (const listen of this.listeners) listen();
      done(null, payload);
    });
  }
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500;
