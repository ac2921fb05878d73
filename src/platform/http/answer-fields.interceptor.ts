import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { isUnchanged } from './conditional.ts';
import { CREATED_AT, locationOf } from './created-at.ts';
import { editTag, VERSIONED } from './edit-tags.ts';

const READS: readonly string[] = ['GET', 'HEAD'];

/** The header fields that follow from an answer: `Location` of what was made, `ETag` of what can be edited. */
@Injectable()
export class AnswerFields implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const place = this.reflector.get<string | undefined>(CREATED_AT, context.getHandler());
    const versionOf = this.reflector.get<((answer: unknown) => string) | undefined>(VERSIONED, context.getHandler());
    if (place === undefined && versionOf === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (typeof answer !== 'object' || answer === null) return answer;
        if (place !== undefined && reply.statusCode === 201) {
          const { params } = request as { params: Record<string, string> };
          void reply.header('location', locationOf(place, answer as Record<string, unknown>, params));
        }
        return versionOf ? tagged(answer, versionOf(answer), { request, reply }) : answer;
      }),
    );
  }
}

/** The answer with its tag; nothing, as a 304, for a reader who holds it. */
function tagged(
  answer: object,
  version: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): object | undefined {
  if (!READS.includes(request.method)) {
    void reply.header('etag', editTag(version));
    return answer;
  }
  const etag = editTag(version, JSON.stringify(answer));
  void reply.header('etag', etag);
  if (!isUnchanged(request, etag)) return answer;
  void reply.status(304);
  return undefined;
}
