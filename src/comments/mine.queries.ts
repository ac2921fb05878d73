import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { guestRightsOf, mayGuest, type GuestAct } from '../programme/guests.policy.ts';
import { isLive, mayChange, mayPost } from '../threads/thread.policy.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { editWindowIsOpen, stateOf } from './comment.policy.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';

type MineReader = Pick<ActorInSession, 'accountId' | 'isGuest'>;

export interface MineView {
  /** The ids of the comments that the caller voted for. */
  votes: string[];
  /** Whether the caller has no address, and what that leaves. */
  guest: boolean;
  /** The rights of the caller in the thread now. */
  may: {
    /** Whether the caller may vote. */
    vote: boolean;
    /** Whether the caller may comment and reply. */
    comment: boolean;
    /** Whether the caller may ask the speaker. */
    ask: boolean;
    /** Whether the caller may begin and end the live hour. */
    live: boolean;
    /** Whether the caller may see the speaker's desk. */
    desk: boolean;
    /** The ids of the comments whose text the caller may edit. */
    edit: string[];
    /** The ids of the comments that the caller may take back. */
    withdraw: string[];
  };
  /** The caller's own comments that wait for a moderator, with their text. */
  held: CommentView[];
  /** The ids of the caller's personas in the conference. */
  personas: string[];
}

/** Reads the personal facts of a thread, computed by the policies that the verbs use, so that no page has to guess. */
@Injectable()
export class MineQueries {
  // The rights of a reader follow from facts of the thread, the account, its personas, grants and sanctions.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly threadsQueries: ThreadsQueries,
    private readonly commentsQueries: CommentsQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly standingsQueries: StandingsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly clock: Clock,
  ) {}

  async get({ accountId, isGuest }: MineReader, threadId: string): Promise<MineView> {
    const thread = await this.threadsQueries.getRead(threadId);
    const [own, votes, personas, allowed, roles] = await Promise.all([
      this.commentsQueries.ofAccountInThread(accountId, thread.id),
      this.commentsQueries.votesOf(accountId, thread.id),
      this.personasQueries.listOf(accountId, thread.conferenceId),
      this.mayTakePart(accountId, thread.conferenceId),
      this.grantsQueries.rolesIn(accountId, thread.conferenceId),
    ]);
    const now = this.clock.now();
    const may = (act: GuestAct, live = isLive(thread, now)): boolean =>
      allowed && (!isGuest || mayGuest(act, guestRightsOf(thread.settings), live));
    const isLeading = leads(roles, thread.talkId);
    const alive = own.filter((comment) => ['visible', 'held'].includes(stateOf(comment)));
    return {
      votes,
      guest: isGuest,
      may: {
        vote: may('vote') && mayChange(thread, now),
        comment: may('comment') && mayPost('comment', thread, now),
        ask: thread.recapId === null && may('question') && mayPost('question', thread, now),
        live: thread.recapId === null && allowed && isLeading && mayChange(thread, now),
        desk: thread.recapId === null && isLeading,
        edit:
          allowed && mayChange(thread, now)
            ? alive
                .filter(({ kind }) => may(kind === 'question' ? 'question' : 'comment', true))
                .filter((comment) => editWindowIsOpen(comment, now))
                .map(({ id }) => id)
            : [],
        withdraw: own.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id),
      },
      held: own
        .filter((comment) => stateOf(comment) === 'held')
        .map((comment) => toCommentView(comment, { withWords: true })),
      personas: personas.map(({ id }) => id),
    };
  }

  private async mayTakePart(accountId: string, conferenceId: string): Promise<boolean> {
    try {
      await this.standingsQueries.mayTakePart(
        { query: (sql, values) => this.database.ask(sql, values) },
        accountId,
        conferenceId,
      );
      return true;
    } catch (error) {
      if (error instanceof Problem && error.kind.status === 403) return false;
      throw error;
    }
  }
}
