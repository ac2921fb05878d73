import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { faultOf } from '../platform/http/plain-text.ts';
import { readKey } from '../platform/http/idempotency-key.ts';
import { FastRoutes, type FastAnswer } from '../platform/http/fast-routes.ts';
import { normaliseBody, textFault } from '../kernel/text.ts';
import { Actors } from '../sessions/actors.ts';
import { COMMENT_LENGTH } from './comments.requests.ts';
import { PostComment } from './post-comment.ts';

/** The beginning of each `Location`. */
const PATH_OF_COMMENTS = '/api/v1/comments/';

/** The fields of most posts: a text, perhaps a parent and a persona. */
interface PlainPost {
  body: string;
  parentId: string | undefined;
  personaId: string | undefined;
}

/**
 * The fast route for posting with a session, for plainly valid requests. Guests, and whatever the request class would
 * refuse or transform, go through CommentsController.create, which ends in the same verb.
 */
@Injectable()
export class FastPostRoute implements OnModuleInit {
  constructor(
    private readonly fastRoutes: FastRoutes,
    private readonly actors: Actors,
    private readonly postComment: PostComment,
  ) {}

  onModuleInit(): void {
    this.fastRoutes.register('POST', '/api/v1/threads/:id/comments', (request) => this.answer(request));
  }

  private async answer(request: FastifyRequest): Promise<FastAnswer | null> {
    const asked = request.url.includes('?') ? null : plain(request.body);
    const actor = asked && (await this.actors.behind(request));
    if (!asked || !actor) return null;
    const { comment, isReplay } = await this.postComment.post(actor.accountId, {
      threadId: (request.params as { id: string }).id,
      kind: 'comment',
      ...asked,
      key: readKey(request.headers),
    });
    return {
      status: 201,
      json: JSON.stringify(comment),
      headers: ['location', PATH_OF_COMMENTS + comment.id, ...(isReplay ? ['idempotency-replayed', 'true'] : [])],
    };
  }
}

/** Null for a body that the request class has to judge. */
export function plain(body: unknown): PlainPost | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const { body: words, parentId = null, personaId = null, ...others } = body as Record<string, unknown>;
  if (
    Object.keys(others).length > 0 ||
    typeof words !== 'string' ||
    !isPlainId(parentId) ||
    !isPlainId(personaId) ||
    textFault(words) !== null
  )
    return null;
  const normal = normaliseBody(words);
  return faultOf(normal, COMMENT_LENGTH) === null
    ? { body: normal, parentId: parentId ?? undefined, personaId: personaId ?? undefined }
    : null;
}

const PLAIN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const isPlainId = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && PLAIN_ID.test(value));
