import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Precondition } from '../kernel/precondition.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { Actor, AuditsItself, commentIn, For, threadIn, type ActorInSession } from '../platform/http/access.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { threadVersion, type ThreadView } from '../threads/thread.view.ts';
import { ChangeThreadSettings } from './change-thread-settings.ts';
import { ClaimComment } from './claim-comment.ts';
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
    private readonly claimComment: ClaimComment,
  ) {}

  @ApiOperation({ summary: 'Hides a comment from readers, with a rule and a reason.' })
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

  @ApiOperation({ summary: 'Shows a withheld comment again.' })
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

  @ApiOperation({ summary: 'Publishes a held comment in the revision that was read.' })
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

  /** Hides the note of a question; the question stays. Where the question is hidden, its note is too. */
  @ApiOperation({ summary: 'Hides the note of a question.' })
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

  @ApiOperation({ summary: 'Shows the note of a question again.' })
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

  /** Claims it for five minutes; 409 during another moderator's claim. */
  @ApiOperation({ summary: 'Claims a comment of the queue for five minutes.' })
  @Put('comments/:id/claim')
  @For('moderator', commentIn('id'))
  claim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<{ until: string }> {
    return this.claimComment.claim(actor.accountId, id);
  }

  @ApiOperation({ summary: 'Ends a claim.' })
  @Delete('comments/:id/claim')
  @HttpCode(204)
  @For('moderator', commentIn('id'))
  unclaim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<void> {
    return this.claimComment.end(actor.accountId, id);
  }

  @ApiOperation({ summary: 'Changes a thread: its title, lock, slow mode, screening and phases.' })
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
