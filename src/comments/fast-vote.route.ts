import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../kernel/ids.ts';
import { FastRoutes, type FastAnswer } from '../platform/http/fast-routes.ts';
import { Actors } from '../sessions/actors.ts';
import { CastVote } from './cast-vote.ts';

/** The fast route for voting with a session, for plainly valid requests; all others go through CommentsController. */
@Injectable()
export class FastVoteRoute implements OnModuleInit {
  constructor(
    private readonly fastRoutes: FastRoutes,
    private readonly actors: Actors,
    private readonly castVote: CastVote,
  ) {}

  onModuleInit(): void {
    this.fastRoutes.register('PUT', '/api/v1/comments/:id/vote', (request) => this.answer(request, true));
    this.fastRoutes.register('DELETE', '/api/v1/comments/:id/vote', (request) => this.answer(request, false));
  }

  private async answer(request: FastifyRequest, on: boolean): Promise<FastAnswer | null> {
    const { id } = request.params as { id: string };
    const isPlain =
      !request.url.includes('?') && !request.body && request.headers['idempotency-key'] === undefined && isUuid(id);
    const actor = isPlain ? await this.actors.behind(request) : null;
    return actor && { status: 200, json: JSON.stringify(await this.castVote.cast(actor.accountId, id, on)) };
  }
}
