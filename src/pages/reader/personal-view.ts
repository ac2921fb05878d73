import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type { MineShape, ModerationShape, PersonaShape, ThreadShape } from '../../../web/components/shapes.ts';
import { GrantsQueries, moderates, type Roles } from '../../accounts/grants.queries.ts';
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
  /** For moderators of the thread. */
  moderation?: ModerationShape | undefined;
}

/** Reads what is personal in a thread. */
@Injectable()
export class PersonalView {
  constructor(
    private readonly mineQueries: MineQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  async get(actor: ActorInSession, { id, conferenceId, talkId }: ThreadShape, locale: Locale): Promise<PersonalPart> {
    const [mine, personas, roles] = await Promise.all([
      this.mineQueries.get(actor, id),
      this.personasQueries.listOf(actor.accountId, conferenceId),
      this.grantsQueries.rolesIn(actor.accountId, conferenceId),
    ]);
    return {
      mine,
      personas: personas.filter(({ name }) => name !== '').map((persona) => ({ id: persona.id, name: persona.name })),
      moderation: moderates(roles, talkId) ? actsOf(roles, locale) : undefined,
    };
  }

  /** The source and the version of an own comment. Throws `not-found` for those of others. */
  async sourceOf(actor: ActorInSession, commentId: string): Promise<{ body: string; version: string }> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.accountId !== actor.accountId) throw notFound();
    const { body } = await this.commentsQueries.sourceOf(commentId);
    return { body, version: commentVersion(toCommentView(comment)) };
  }
}

/** A sanction concerns all talks, so moderators of one talk have none. */
function actsOf({ organizer, moderator }: Roles, locale: Locale): ModerationShape {
  const say = words(locale);
  const acts = ['hide', ...(organizer || moderator ? (['mute'] as const) : []), 'lock', 'unlock'] as const;
  return acts.map((act) => ({ act, label: say(`pages.moderation.${act}.link`) }));
}
