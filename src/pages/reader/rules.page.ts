import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RulesPage } from '../../../web/pages/rules-page.tsx';
import { For } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/** The rules of a conference in all their versions, and how to reach its organizers. */
@ApiExcludeController()
@Controller('c/:conference/rules')
@For('guest')
export class RulesPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @PageRequest() page: RequestedPage): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const [versions, { settings }] = await Promise.all([
      this.programmeQueries.rulesOf(conference.id),
      this.programmeQueries.getConference(conference.id),
    ]);
    page.show(
      RulesPage,
      { title: conference.title, kind: 'rules', conference },
      {
        conference,
        versions: versions.map((version) => ({ ...version, at: version.at.toISOString() })),
        contact: settings.contact ?? null,
      },
    );
  }
}
