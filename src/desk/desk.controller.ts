import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor, For, type ActorInSession, TokensWith } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import type { Page } from '../kernel/cursor.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { DeskQueries, type DeskView } from './desk.queries.ts';
import { OpenQuestions, type WaitingTalk } from './open-questions.queries.ts';

@ApiTags('questions')
@Controller('api/v1')
export class DeskController {
  constructor(
    private readonly deskQueries: DeskQueries,
    private readonly openQuestions: OpenQuestions,
  ) {}

  @ApiOperation({ summary: 'Reads the desk of a thread.' })
  @Get('threads/:id/desk')
  @For('participant')
  open(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<DeskView> {
    return this.deskQueries.get(actor.accountId, id);
  }

  /** Lists open questions in the talks the caller speaks in. */
  @ApiOperation({ summary: 'Lists the open questions of the talks one speaks in.' })
  @Get('me/talks')
  @TokensWith('read')
  @For('participant')
  async talks(@Actor() actor: ActorInSession): Promise<{ items: WaitingTalk[]; next: null }> {
    return { items: await this.openQuestions.inTalksOf(actor.accountId), next: null };
  }

  /** Lists the caller's questions and their outcome. */
  @ApiOperation({ summary: "Lists one's own questions and what became of them." })
  @Get('me/questions')
  @TokensWith('read')
  @For('participant')
  asked(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<CommentView & { path: string }>> {
    return this.openQuestions.askedBy(actor.accountId, query);
  }
}
