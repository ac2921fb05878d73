import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { foreignOrigin } from '../kernel/common.problems.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { Credentials } from './credentials.ts';
import { SessionsQueries } from './sessions.queries.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Who makes a request. */
@Injectable()
export class Actors {
  constructor(private readonly credentials: Credentials, private readonly sessions: SessionsQueries) {}

  /** Null without a session. Throws origin-foreign for a write that another site makes with our cookie. */
  async behind(request: FastifyRequest): Promise<ActorInSession | null> {
    const found = this.credentials.tokenIn(request.headers);
    const isWrite = !READS.includes(request.method);
    // A form of ours is never sent without an Origin; another site's is sent with its own, and with our cookie.
    const isForm = !request.url.startsWith('/api/');
    if (isWrite && ((found?.byCookie ?? false) || (isForm && request.headers.origin !== undefined)) && !this.credentials.isOwnOrigin(request.headers)) throw foreignOrigin();
    return found ? this.sessions.actorBehind(found.token) : null;
  }
}
