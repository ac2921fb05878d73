import { Injectable } from '@nestjs/common';
import { stateOf } from '../comments/comment.policy.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { Database } from '../platform/database/database.ts';
import { OwnedRecaps } from '../recap/owned-recaps.queries.ts';
import { recapStateOf } from '../recap/recap.policy.ts';
import type { JudgedWords } from './judged-words.ts';

/** The facts of words that reports and decisions ask for, whatever their kind. */
export interface WordsFacts {
  readonly conferenceId: string;
  readonly threadId: string | null;
  /** Of the talk that they are about; moderators of one talk decide about its words alone. */
  readonly talkId: string | null;
  readonly state: 'visible' | 'held' | 'withheld' | 'withdrawn';
  /** Whether they were ever public. */
  readonly isPublic: boolean;
  readonly heldBecause: string | null;
  /** The revision of a comment, the version of a recap. */
  readonly revision: number;
  /** Null where their author is not known. */
  readonly accountId: string | null;
  readonly authorRoles: readonly string[];
}

/** Reads comments and recaps alike, for those who decide. */
@Injectable()
export class JudgedWordsQueries {
  constructor(
    private readonly database: Database,
    private readonly commentsQueries: CommentsQueries,
    private readonly ownedRecaps: OwnedRecaps,
  ) {}

  /** Throws `not-found`, also for the draft of a recap. */
  get({ kind, id }: JudgedWords): Promise<WordsFacts> {
    return kind === 'comment' ? this.comment(id) : this.recap(id);
  }

  private async comment(id: string): Promise<WordsFacts> {
    const comment = await this.commentsQueries.get(id);
    const [held] = await this.database.ask<{ because: string | null }>(
      'select held_because because from comments where id = $1',
      [id],
    );
    return {
      ...comment,
      state: stateOf(comment),
      isPublic: comment.seq !== null,
      heldBecause: held?.because ?? null,
    };
  }

  private async recap(id: string): Promise<WordsFacts> {
    const recap = await this.ownedRecaps.get(id);
    const state = recapStateOf(recap);
    return {
      ...recap,
      threadId: recap.discussionId ?? recap.aboutThreadId,
      talkId: null,
      state: state === 'published' || state === 'draft' ? 'visible' : state,
      isPublic: recap.publishedAt !== null,
      revision: recap.text.version,
    };
  }
}
