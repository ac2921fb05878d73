import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { TransparencyPage } from '../../../web/pages/transparency-page.tsx';
import { FORUM_ZONE, TransparencyReports } from '../../moderation/transparency-reports.ts';
import { conferenceIn, everywhere, For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The transparency report of the forum for its operators, and that of a conference for its organizers. */
@ApiExcludeController()
@Controller()
export class TransparencyPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly transparencyReports: TransparencyReports,
  ) {}

  @Get('transparency')
  @For('organizer', everywhere)
  async read(@Query('year') typed: unknown, @PageRequest() page: ParticipantPage): Promise<void> {
    const shown = await this.shown(null, typed, page);
    page.show(
      TransparencyPage,
      { titleKey: 'pages.transparency.title', kind: 'organize' },
      { ...shown, conference: null },
    );
  }

  @Get('organize/:conference/transparency')
  @For('organizer', conferenceIn('conference'))
  async ofConference(
    @Param('conference') slug: string,
    @Query('year') typed: unknown,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const shown = await this.shown(conference, typed, page);
    page.show(TransparencyPage, { title: conference.title, kind: 'organize', conference }, { ...shown, conference });
  }

  /** The year that was asked for; the last one that is over, or the present one, where nobody asked. */
  private async shown(conference: ConferenceShape | null, typed: unknown, page: ParticipantPage) {
    const years = await this.transparencyReports.years(conference);
    const year = years.find((each) => String(each) === typed) ?? years[1] ?? years[0]!;
    const report = await this.transparencyReports.read(conference, String(year), page.locale);
    return { report, years, zone: conference?.timeZone ?? FORUM_ZONE };
  }
}
