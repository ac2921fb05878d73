import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, For, type ActorInSession } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import type { Page } from '../kernel/cursor.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { DeskQueries, type DeskView } from './desk.queries.ts';
import { OpenQuestions, type TalkWaiting } from './open-questions.queries.ts';

@ApiTags('questions')
@Controller('api/v1')
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly waiting: OpenQuestions,
  ) {}

  @Get('threads/:id/desk')
  @For('participant')
  open(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<DeskView> {
    return this.desk.get(actor.accountId, id);
  }

  /** What is still open in the talks one speaks in. */
  @Get('me/talks')
  @For('participant')
  async talks(@Actor() actor: ActorInSession): Promise<{ items: TalkWaiting[]; next: null }> {
    return { items: await this.waiting.inTalksOf(actor.accountId), next: null };
  }

  /** What one asked, and what became of it. */
  @Get('me/questions')
  @For('participant')
  asked(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<CommentView & { path: string }>> {
    return this.waiting.askedBy(actor.accountId, query);
  }
}
