import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ExportPage } from '../../../web/pages/export-page.tsx';
import { HighlightsEditPage } from '../../../web/pages/highlights-edit-page.tsx';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { Recaps } from '../../recap/recaps.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** Draws the ways out of the forum: the archive, the frames on other sites, and the recap of the conference. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class ExportPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly recaps: Recaps,
  ) {}

  @Get('export')
  async read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    page.show(ExportPage, { title: conference.title, kind: 'export', conference }, { conference });
  }

  @Get('highlights')
  async highlights(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const recap = await this.recaps.published({ conferenceId: conference.id, threadId: null });
    page.show(
      HighlightsEditPage,
      { title: conference.title, kind: 'highlights', conference },
      { conference, isPublished: recap !== null },
    );
  }
}
