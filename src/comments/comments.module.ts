import { Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ScopeRegistry } from '../platform/http/access.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { CastVote } from './cast-vote.ts';
import { Comment, CommentRevision, PendingComment, PostingKey, Vote } from './comment.entity.ts';
import { CommentsController } from './comments.controller.ts';
import { CommentsQueries } from './comments.queries.ts';
import { CommentViews } from './comment-views.ts';
import { Departure } from './departure.entity.ts';
import { EditComment } from './edit-comment.ts';
import { ForgetAskers } from './forget-askers.ts';
import { JoinVotes } from './join-votes.ts';
import { MineQueries } from './mine.queries.ts';
import { NoteAuthor } from './note-author.entity.ts';
import { GuestCommentKeys } from './guest-comment-keys.ts';
import { PublishGuestComment } from './publish-guest-comment.ts';
import { RefusedVote } from './refused-vote.entity.ts';
import { RefusedVotes } from './refused-votes.ts';
import { RepeatedPosts } from './repeated-posts.queries.ts';
import { SendGuestCodes } from './send-guest-codes.ts';
import { PostAsGuest } from './post-as-guest.ts';
import { PostComment } from './post-comment.ts';
import { FastPostRoute } from './fast-post.route.ts';
import { CompleteDepartures } from './complete-departures.ts';
import { StampPersona } from './stamp-persona.ts';
import { FastVoteRoute } from './fast-vote.route.ts';
import { UnnamedPersonas } from './unnamed-personas.ts';
import { WithdrawComment } from './withdraw-comment.ts';
import { WithholdComment } from './withhold-comment.ts';
import { WithholdNote } from './withhold-note.ts';

/**
 * Comments of a thread, the acts of their authors, and votes.
 *
 * Owns: comments, comment_revisions, votes, posting_keys, pending_comments, departures, note_authors, refused_votes.
 * Appends: comment.posted, comment.held, comment.released, comment.edited, comment.withdrawn, comment.withheld,
 * comment.restored, comment.voted, comment.unvoted, question.note-withheld, question.note-restored, persona.changed.
 * Knows nothing of decisions: moderation calls WithholdComment and writes its own row in the same transaction;
 * sanctions are read from accounts.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Comment,
      CommentRevision,
      Vote,
      PostingKey,
      PendingComment,
      Departure,
      NoteAuthor,
      RefusedVote,
    ]),
    AccountsModule,
    SessionsModule,
    ThreadsModule,
  ],
  controllers: [CommentsController],
  providers: [
    CastVote,
    CommentsQueries,
    CommentViews,
    EditComment,
    ForgetAskers,
    GuestCommentKeys,
    JoinVotes,
    MineQueries,
    PostAsGuest,
    PublishGuestComment,
    SendGuestCodes,
    PostComment,
    RefusedVotes,
    RepeatedPosts,
    FastPostRoute,
    CompleteDepartures,
    StampPersona,
    UnnamedPersonas,
    FastVoteRoute,
    WithdrawComment,
    WithholdComment,
    WithholdNote,
  ],
  exports: [
    CastVote,
    CommentsQueries,
    CommentViews,
    EditComment,
    ForgetAskers,
    MineQueries,
    PostAsGuest,
    PublishGuestComment,
    SendGuestCodes,
    PostComment,
    RepeatedPosts,
    CompleteDepartures,
    StampPersona,
    WithdrawComment,
    WithholdComment,
    WithholdNote,
  ],
})
export class CommentsModule implements OnModuleInit, OnApplicationBootstrap {
  // A module registers the recurring tasks and scopes of its own verbs.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly scopeRegistry: ScopeRegistry,
    private readonly commentsQueries: CommentsQueries,
    stampPersona: StampPersona,
    forgetAskers: ForgetAskers,
    private readonly completeDepartures: CompleteDepartures,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'comments/stamp-personas',
      does: 'Puts a new name under the old comments of a persona.',
      everyMs: STAMP_EVERY_MS,
      run: () => stampPersona.stamp(),
    });
    recurringTasks.add({
      name: 'comments/forget-askers',
      does: 'Forgets who asked without a name, some days after the conference.',
      everyMs: FORGET_EVERY_MS,
      run: () => forgetAskers.forget(),
    });
    recurringTasks.add({
      name: 'comments/depart',
      does: 'Lets comments and votes of those who left follow them, one at a time.',
      everyMs: DEPART_EVERY_MS,
      run: () => completeDepartures.complete(),
    });
  }

  onModuleInit(): void {
    this.scopeRegistry.register('comment', (key) => this.commentsQueries.conferenceOf(key), {
      isHidden: (key) => this.commentsQueries.neverWasPublic(key),
      talkOf: async (key) => (await this.commentsQueries.get(key)).talkId,
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.completeDepartures.redrawLate();
  }
}

/** Most delay, in milliseconds, with which a new name shows under earlier comments. */
const STAMP_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;
/** Most delay of a departure, in milliseconds. */
const DEPART_EVERY_MS = 2_000;
