import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Old public addresses that have moved: 301, whatever else has that path. */
@Injectable()
export class MovedPaths {
  private readonly paths = new Map<string, string>();

  /** `to` is a path of this site, or the whole address of another. */
  set(from: string, to: string): void {
    this.paths.set(from, /^https?:\/\//.test(to) || to.startsWith('/') ? to : `/${to}`);
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (this.paths.size === 0 || (request.method !== 'GET' && request.method !== 'HEAD')) return done();
      const [path = '', query] = request.url.split('?');
      const to = this.paths.get(path);
      if (to === undefined) return done();
      void reply.redirect(query === undefined || to.includes('?') ? to : `${to}?${query}`, 301);
    });
  }
}
