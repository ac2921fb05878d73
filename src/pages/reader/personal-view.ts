import { Injectable } from '@nestjs/common';
import type { MineShape, PersonaShape, ThreadShape } from '../../../web/components/shapes.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { commentVersion, toCommentView } from '../../comments/comment.view.ts';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { MineQueries } from '../../comments/mine.queries.ts';
import { notFound } from '../../kernel/common.problems.ts';
import type { ActorInSession } from '../../platform/http/access.ts';

/** What a thread's page shows to one reader only. */
export interface PersonalPart {
  mine: MineShape;
  personas: PersonaShape[];
}

/** Reads what is personal in a thread. */
@Injectable()
export class PersonalView {
  constructor(
    private readonly mineQueries: MineQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  async get(actor: ActorInSession, { id, conferenceId }: ThreadShape): Promise<PersonalPart> {
    const [mine, personas] = await Promise.all([
      this.mineQueries.get(actor, id),
      this.personasQueries.listOf(actor.accountId, conferenceId),
    ]);
    return { mine, personas: personas.map((persona) => ({ id: persona.id, name: persona.name })) };
  }

  /** The source and the version of an own comment. Throws `not-found` for those of others. */
  async sourceOf(actor: ActorInSession, commentId: string): Promise<{ body: string; version: string }> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.accountId !== actor.accountId) throw notFound();
    const { body } = await this.commentsQueries.sourceOf(commentId);
    return { body, version: commentVersion(toCommentView(comment)) };
  }
}
