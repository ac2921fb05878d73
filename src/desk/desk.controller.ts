import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { List } from '../kernel/cursor.ts';
import { Actor, For, type ActorInSession, TokensWith } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import type { Page } from '../kernel/cursor.ts';
import { ThreadVisits } from '../threads/thread-visits.ts';
import { DeskQueries, type DeskView } from './desk.queries.ts';
import { OpenQuestions, type OwnQuestion, type WaitingTalk } from './open-questions.queries.ts';

@ApiTags('questions')
@Controller('api/v1')
export class DeskController {
  constructor(
    private readonly deskQueries: DeskQueries,
    private readonly openQuestions: OpenQuestions,
    private readonly threadVisits: ThreadVisits,
  ) {}

  /**
   * Reads the desk of a thread: its questions by votes and, for moderators, what is held. For speakers of the talk,
   * moderators and organizers.
   */
  @Get('threads/:id/desk')
  @For('participant')
  async open(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<DeskView> {
    const desk = await this.deskQueries.get(actor.accountId, id);
    this.threadVisits.note(actor.accountId, id);
    return desk;
  }

  /** Lists what is still open in the talks the caller speaks in. */
  @Get('me/talks')
  @TokensWith('read')
  @For('participant')
  async talks(@Actor() actor: ActorInSession): Promise<List<WaitingTalk>> {
    return { items: await this.openQuestions.inTalksOf(actor.accountId), next: null };
  }

  /** Lists what the caller asked and what became of it, the latest first. */
  @Get('me/questions')
  @TokensWith('read')
  @For('participant')
  asked(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<OwnQuestion>> {
    return this.openQuestions.askedBy(actor.accountId, query);
  }
}
