import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { OrganizedFiguresPage } from '../../../web/pages/organized-figures-page.tsx';
import { daysOfFigures, FigureCards } from '../../figures/figure-cards.ts';
import { ImportsQueries } from '../../imports/imports.queries.ts';
import { QueueQueries } from '../../moderation/queue.queries.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { AcrossThreads } from '../../transcript/across-threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The figures of a conference for its organizers, beside what waits and what was imported. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class OrganizedFiguresPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly figureCards: FigureCards,
    private readonly queueQueries: QueueQueries,
    private readonly acrossThreads: AcrossThreads,
    private readonly importsQueries: ImportsQueries,
  ) {}

  @Get('figures')
  async read(
    @Param('conference') slug: string,
    @Query('day') typed: unknown,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const days = daysOfFigures(conference, page.locale);
    const day = days.find((each) => each.day === typed)?.day;
    const [figures, decisions, { waiting: questions }, imports] = await Promise.all([
      this.figureCards.of(conference.slug, day === undefined ? {} : { day }, page.locale),
      this.queueQueries.countWaiting(conference.id, null),
      this.acrossThreads.figures(conference.id),
      this.importsQueries.list(conference.id),
    ]);
    page.show(
      OrganizedFiguresPage,
      { title: conference.title, kind: 'organize', conference },
      { conference, days, chosenDay: day ?? null, figures, waiting: { decisions, questions }, imports },
    );
  }
}
