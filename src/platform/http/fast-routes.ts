import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What a quick door answers with: never kept by anybody. */
export interface FastAnswer {
  readonly status: number;
  readonly json: string;
  readonly headers?: readonly string[];
}

/**
 * Answers a request whose body is read and whose path is known, or null: "not as plain as I like it". What is thrown is
 * answered as if a controller had thrown it.
 */
export type FastRoute = (request: FastifyRequest) => Promise<FastAnswer | null>;

/**
 * For the few doors that are asked most often: what is plain about them is answered before the framework's pipeline
 * begins (which costs more than a comment does); everything else takes the pipeline, which says what is wrong with it.
 * Measured: docs/benchmarks.md, `post-hot`. A quick door must refuse nothing that its controller would let in.
 */
@Injectable()
export class FastRoutes {
  private readonly doors = new Map<string, FastRoute>();

  /** `path` as the router has it: `POST /api/v1/threads/:id/comments`. */
  register(method: string, path: string, door: FastRoute): void {
    this.doors.set(`${method} ${path}`, door);
  }

  /** `fixed` are the headers every answer has. */
  install(fastify: FastifyInstance, fixed: Record<string, string>): void {
    const head = Object.entries({
      ...fixed,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    }).flat();
    fastify.addHook('preHandler', (request, reply, done) => {
      const door = this.doors.get(`${request.method} ${request.routeOptions.url}`);
      if (door) void tryDoor(door, { request, reply, head, done });
      else done();
    });
  }
}

async function tryDoor(
  door: FastRoute,
  {
    request,
    reply,
    head,
    done,
  }: { request: FastifyRequest; reply: FastifyReply; head: readonly string[]; done: (error?: Error) => void },
): Promise<void> {
  try {
    const answer = await door(request);
    if (answer) return send(answer, reply, head);
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
