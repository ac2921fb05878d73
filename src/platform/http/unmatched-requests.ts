import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { methodNotAllowed } from '../../kernel/common.problems.ts';
import { CORS, CORS_PREFLIGHT } from './cors.ts';
import { decodedPath } from './request-path.ts';
import { RouteTable } from './route-table.ts';

/** Parameters that hold slugs, which are in small letters. */
const SLUGS: readonly string[] = [':conference', ':thread', ':room', ':recap', ':slug'];

/**
 * Answers in place of the router: which methods an address takes (`OPTIONS`; 405 with `Allow`, RFC 9110, 15.5.6), and
 * addresses in another spelling, which lead to the one they have (308, which keeps method and body).
 */
@Injectable()
export class UnmatchedRequests {
  constructor(private readonly routeTable: RouteTable) {}

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const elsewhere = this.canonicalPath(request);
      if (elsewhere !== null) {
        if (this.routeTable.isPublicPath(decodedPath(elsewhere) ?? '')) void reply.headers(CORS);
        return void reply.redirect(elsewhere + queryOf(request.url), 308);
      }
      const path = this.routeTable.isUnmatched(request) ? decodedPath(request.url) : null;
      const methods = path === null ? [] : this.routeTable.methodsAt(path);
      if (path === null || methods.length === 0) return done();
      if (request.method === 'OPTIONS') return this.answerOptions(reply, path, methods);
      // The router has refused more than the method: a part of the path that is too long.
      if (methods.includes(request.method)) return done();
      void reply.header('allow', allowOf(methods));
      done(methodNotAllowed());
    });
  }

  private answerOptions(reply: FastifyReply, path: string, methods: readonly string[]): void {
    if (this.routeTable.isPublicPath(path)) void reply.headers(CORS_PREFLIGHT);
    void reply.status(204).header('allow', allowOf(methods)).send();
  }

  /** The path in its one spelling, as it stands in an address; null when it has it already, or names nothing. */
  private canonicalPath(request: FastifyRequest): string | null {
    const [path = ''] = request.url.split('?');
    if (!path.endsWith('/') || path === '/') return withSmallSlugs(path, request);
    const bare = path.slice(0, -1);
    return this.routeTable.methodsAt(decodedPath(bare) ?? '').length > 0 ? bare : null;
  }
}

const allowOf = (methods: readonly string[]): string => [...methods, 'OPTIONS'].join(', ');

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}

const CAPITALS = /[A-Z]/;

/** The path with its slugs in small letters; null when they are. */
function withSmallSlugs(path: string, { params, routeOptions }: FastifyRequest): string | null {
  if (!CAPITALS.test(path)) return null;
  const named = params as Record<string, string | undefined>;
  if (!SLUGS.some((name) => CAPITALS.test(named[name.slice(1)] ?? ''))) return null;
  const names = (routeOptions.url ?? '').split('/');
  return path
    .split('/')
    .map((part, i) => (SLUGS.includes(names[i] ?? '') ? part.toLowerCase() : part))
    .join('/');
}
