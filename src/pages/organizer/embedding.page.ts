import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EmbeddingPage } from '../../../web/pages/embedding-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ConferenceSettingsRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { lines, readForm, typed, type FormFields } from '../forms.ts';
import { OrganizedThreads } from './organized-threads.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** The sites that may frame a conference's threads, and the code for their pages. */
@ApiExcludeController()
@Controller('organize/:conference/embedding')
@For('organizer', conferenceIn('conference'))
export class EmbeddingPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly organizedThreads: OrganizedThreads,
    private readonly manageProgramme: ManageProgramme,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug);
  }

  @Post()
  async save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      // A site is often copied from the address bar, with a slash at its end.
      const embedSites = lines(typed(form, 'sites')).map((line) => line.replace(/\/$/, ''));
      const settings = await readForm(ConferenceSettingsRequest, { embedSites }, ['embedSites']);
      await this.manageProgramme.changeConference(slug, { settings }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, slug, { typed: typed(form, 'sites'), refusal });
    page.redirect(`/organize/${encodeURIComponent(slug)}/embedding`, 'saved');
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    refused: { typed: string; refusal: ProblemShape } | null = null,
  ): Promise<void> {
    const { view, version } = await this.programmeListing.conferenceInVersion(slug);
    const conference = view as ConferenceShape;
    const threads = await this.organizedThreads.choose(conference, page.request.query as Record<string, unknown>);
    page.show(
      EmbeddingPage,
      { title: conference.title, kind: 'embedding', conference, ...formOptions(refused?.refusal ?? null) },
      {
        conference,
        version,
        sites: refused?.typed ?? conference.settings.embedSites.join('\n'),
        threads,
        base: page.base,
        refusal: refused?.refusal ?? null,
      },
    );
  }
}
