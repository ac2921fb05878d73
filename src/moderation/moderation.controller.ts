import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Precondition } from '../kernel/precondition.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { Actor, AuditsItself, commentIn, For, threadIn, type ActorInSession } from '../platform/http/access.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { threadVersion, type ThreadView } from '../threads/thread.view.ts';
import { ChangeThreadSettings } from './change-thread-settings.ts';
import { ClaimWords, type ClaimView } from './claim-words.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { DecideOnNote } from './decide-on-note.ts';
import { ReasonRequest, ReleaseRequest, ThreadChangeRequest, WithholdRequest } from './moderation.requests.ts';

/** Acts on comments and threads. */
@ApiTags('moderators')
@Controller('api/v1/admin')
@AuditsItself()
export class ModerationController {
  constructor(
    private readonly decideOnComment: DecideOnComment,
    private readonly decideOnNote: DecideOnNote,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly claimWords: ClaimWords,
  ) {}

  /** Withholds a comment: its words are hidden, and the decision is published with its reason. */
  @Post('comments/:id/withhold')
  @ReadAgainOnRepeat('comment')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  withhold(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() body: WithholdRequest,
  ): Promise<CommentView> {
    return this.decideOnComment.withhold(actor.accountId, id, body);
  }

  /** Restores a comment that was withheld. */
  @Post('comments/:id/restore')
  @ReadAgainOnRepeat('comment')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  restore(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { reason }: ReasonRequest,
  ): Promise<CommentView> {
    return this.decideOnComment.restore(actor.accountId, id, reason);
  }

  /** Releases a held comment in the revision that was read. */
  @Post('comments/:id/release')
  @ReadAgainOnRepeat('comment')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  release(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { revision, reason }: ReleaseRequest,
  ): Promise<CommentView> {
    return this.decideOnComment.release(actor.accountId, id, revision, reason);
  }

  /** Hides the note beside a question; the question stays. The note goes by itself where the question is hidden. */
  @Post('comments/:id/note/withhold')
  @ReadAgainOnRepeat('comment')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  withholdNote(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() body: WithholdRequest,
  ): Promise<CommentView> {
    return this.decideOnNote.withhold(actor.accountId, id, body);
  }

  /** Shows a hidden note again. */
  @Post('comments/:id/note/restore')
  @ReadAgainOnRepeat('comment')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  restoreNote(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { reason }: ReasonRequest,
  ): Promise<CommentView> {
    return this.decideOnNote.restore(actor.accountId, id, { reason });
  }

  /** Claims a comment of the queue for five minutes, so that no two moderators decide about it. */
  @Put('comments/:id/claim')
  @For('moderator', commentIn('id'))
  claim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<ClaimView> {
    return this.claimWords.claim(actor.accountId, { kind: 'comment', id });
  }

  /** Ends a claim, so that others may decide. */
  @Delete('comments/:id/claim')
  @HttpCode(204)
  @For('moderator', commentIn('id'))
  unclaim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<void> {
    return this.claimWords.end(actor.accountId, { kind: 'comment', id });
  }

  /** Changes a thread: locks or unlocks it, sets its screening, slow mode, phases and title. What is left out stays. */
  @Patch('threads/:id')
  @Versioned(threadVersion)
  @For('moderator', threadIn('id'))
  change(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() body: ThreadChangeRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<ThreadView> {
    return this.changeThreadSettings.change(actor.accountId, id, body, precondition);
  }
}
