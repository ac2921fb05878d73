import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type {
  DoneModeration,
  MineShape,
  ModerationShape,
  PersonaShape,
  ThreadShape,
} from '../../../web/components/shapes.ts';
import { GrantsQueries, moderates, type Roles } from '../../accounts/grants.queries.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { commentVersion, toCommentView } from '../../comments/comment.view.ts';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { MineQueries } from '../../comments/mine.queries.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { FollowThread } from '../../notifications/follow-thread.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { UndoHide } from '../moderator/undo-hide.ts';

/** The parts of a thread's page for one reader only. */
export interface PersonalPart {
  mine: MineShape;
  personas: PersonaShape[];
  /** Whether the reader follows it; null for a guest, to whom no e-mail could be sent. */
  isFollowing: boolean | null;
  /** For moderators of the thread. */
  moderation?: ModerationShape | undefined;
  /** The act that this moderator has just done, as far as it is so. */
  done?: DoneModeration | undefined;
}

/** Reads what is personal in a thread. */
@Injectable()
export class PersonalView {
  // One reader's votes, personas, rights and what they follow, for one page.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly mineQueries: MineQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly undoHide: UndoHide,
    private readonly followThread: FollowThread,
  ) {}

  /** `done` is what the address of the page says was done. */
  async get(
    actor: ActorInSession,
    { id, conferenceId, talkId }: ThreadShape,
    { locale, done }: { locale: Locale; done?: DoneModeration | undefined },
  ): Promise<PersonalPart> {
    const [mine, personas, roles, isFollowing] = await Promise.all([
      this.mineQueries.get(actor, id),
      this.personasQueries.listOf(actor.accountId, conferenceId),
      this.grantsQueries.rolesIn(actor.accountId, conferenceId),
      actor.isGuest ? null : this.followThread.isFollowing(actor.accountId, id),
    ]);
    const isModerator = moderates(roles, talkId);
    return {
      mine,
      personas: personas.filter(({ name }) => name !== '').map((persona) => ({ id: persona.id, name: persona.name })),
      isFollowing,
      moderation: isModerator ? actsOf(roles, locale) : undefined,
      done: isModerator && done ? await this.undoable(actor, done) : undefined,
    };
  }

  /** With the hidden comment only while this moderator may undo that. */
  private async undoable(actor: ActorInSession, { act, hid }: DoneModeration): Promise<DoneModeration> {
    return { act, hid: hid !== null && (await this.undoHide.isOffered(actor, hid)) ? hid : null };
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
