import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rateLimitFields, type LimitedRequest } from './rate-limit-fields.ts';

/** The answer of a fast route, which no cache may keep. */
export interface FastAnswer {
  readonly status: number;
  readonly json: string;
  readonly headers?: readonly string[];
}

/**
 * Answers a request whose body is read and whose path is known; null leaves it to the controller. Errors are answered
 * as if a controller had thrown them.
 */
export type FastRoute = (request: FastifyRequest) => Promise<FastAnswer | null>;

/**
 * Answers plain requests of the busiest routes before the framework's pipeline, which costs more than a comment. A fast
 * route must refuse nothing that its controller accepts. Measured: docs/benchmarks.md, `post-hot`.
 */
@Injectable()
export class FastRoutes {
  private readonly routes = new Map<string, FastRoute>();

  /** `path` as the router has it: `POST /api/v1/threads/:id/comments`. */
  register(method: string, path: string, route: FastRoute): void {
    this.routes.set(`${method} ${path}`, route);
  }

  /** `fixed` are the headers of every answer. */
  install(fastify: FastifyInstance, fixed: Record<string, string>): void {
    const head = Object.entries({
      ...fixed,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    }).flat();
    fastify.addHook('preHandler', (request, reply, done) => {
      const route = this.routes.get(`${request.method} ${request.routeOptions.url}`);
      if (route) void tryRoute(route, { request, reply, head, done });
      else done();
    });
  }
}

interface FastExchange {
  request: FastifyRequest;
  reply: FastifyReply;
  head: readonly string[];
  done: (error?: Error) => void;
}

async function tryRoute(route: FastRoute, { request, reply, head, done }: FastExchange): Promise<void> {
  try {
    const answer = await route(request);
    if (answer) return send(answer, reply, [...head, ...rateLimitFields(request as FastifyRequest & LimitedRequest)]);
  } catch (error) {
    return done(error as Error);
  }
  done();
}

function send({ status, json, headers = [] }: FastAnswer, reply: FastifyReply, head: readonly string[]): void {
  reply.hijack();
  const body = Buffer.from(json);
  reply.raw.writeHead(status, [...head, ...headers, 'content-length', String(body.length)]).end(body);
}
