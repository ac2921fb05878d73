import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommentView } from '../comments/comment.view.ts';
import type { Page } from '../kernel/cursor.ts';
import { Actor, commentIn, conferenceIn, For, threadIn, type ActorInSession } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { ThreadView } from '../threads/thread.view.ts';
import { ChangeThreadSettings } from './change-thread-settings.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { LedgerQueries, type LedgerLine } from './ledger.queries.ts';
import { QueueQueries, type QueueItem } from './queue.queries.ts';
import { QueueQuery, ReasonRequest, ReleaseRequest, ThreadChangeRequest, WithholdRequest } from './moderation.requests.ts';

@ApiTags('moderators')
@Controller('api/v1')
export class ModerationController {
  constructor(private readonly decide: DecideOnComment, private readonly settings: ChangeThreadSettings, private readonly ledger: LedgerQueries, private readonly queue: QueueQueries, private readonly programme: ProgrammeQueries) {}

  @Post('admin/comments/:id/withhold')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  withhold(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() body: WithholdRequest): Promise<CommentView> {
    return this.decide.withhold(actor.accountId, id, body);
  }

  @Post('admin/comments/:id/restore')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  restore(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() { reason }: ReasonRequest): Promise<CommentView> {
    return this.decide.restore(actor.accountId, id, reason);
  }

  @Post('admin/comments/:id/release')
  @HttpCode(200)
  @For('moderator', commentIn('id'))
  release(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() { revision }: ReleaseRequest): Promise<CommentView> {
    return this.decide.release(actor.accountId, id, revision);
  }

  @Patch('admin/threads/:id')
  @For('moderator', threadIn('id'))
  change(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() body: ThreadChangeRequest): Promise<ThreadView> {
    return this.settings.run(actor.accountId, id, body);
  }

  @Get('admin/conferences/:conference/queue')
  @For('moderator', conferenceIn('conference'))
  async waiting(@Param('conference') conference: string, @Query() query: QueueQuery): Promise<Page<QueueItem>> {
    return this.queue.held((await this.programme.getConference(conference)).id, query);
  }

  @Get('conferences/:conference/ledger')
  @For('reader')
  async read(@Param('conference') conference: string, @Query() query: ListingQuery): Promise<Page<LedgerLine>> {
    return this.ledger.list((await this.programme.getConference(conference)).id, query);
  }
}
