import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { words } from '../../../locales/catalogues.ts';
import { ConferencePage } from '../../../web/pages/conference-page.tsx';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { ClosingEmails } from '../../notifications/closing-emails.ts';
import { For, SparesStanding, WithAddress } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { CachedPages } from '../cached-pages.ts';
import type { PageContextOptions } from '../page-contexts.ts';
import type { PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage, type ParticipantPage } from '../requested-page.ts';
import { isAfter, ProgrammeView } from './programme-view.ts';
import { aboutConference, endingOf } from './structured-data.ts';

/** A conference: its programme, and the request for an e-mail at its end. */
@ApiExcludeController()
@Controller('c/:conference')
@For('guest')
export class ConferencePages {
  constructor(
    private readonly programmeView: ProgrammeView,
    private readonly closingEmails: ClosingEmails,
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly cachedPages: CachedPages,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @Query() query: PageQuery, @PageRequest() page: RequestedPage) {
    // Words are shown where discussions and questions are, and by itself after the conference.
    const hasWords =
      (query['show'] !== undefined && query['show'] !== 'programme') ||
      isAfter((await this.programmeQueries.getConference(slug)).phase);
    return this.cachedPages.show(
      page,
      {
        conference: slug,
        dependsOn: hasWords ? 'words' : 'counts',
        moment: (version) => this.programmeView.minuteOf(version),
      },
      () => this.draw(page, slug, query),
    );
  }

  @Post('closing-letter')
  @SparesStanding('Which e-mails people get is theirs to set.')
  @For('participant')
  @WithAddress()
  async wish(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.closingEmails.wish(page.actor.accountId, conference.id, typed(form, 'wanted') === 'yes');
    page.redirect(`/c/${conference.slug}`, 'saved');
  }

  private async draw(page: RequestedPage, slug: string, query: PageQuery): Promise<string> {
    const programme = await this.programmeView.get(slug, query, page.actor);
    const { conference } = programme;
    const closingEmail = page.actor && (await this.closingEmails.isWanted(page.actor.accountId, conference.id));
    const ending = {
      conference,
      ...endingOf(conference),
      daysAfter: conference.settings.readonlyAfterDays,
      closingEmail,
    };
    const machines = machinesOf(page, conference);
    const { view: section } = programme;
    const context = { ...page.context({ title: conference.title, kind: 'conference', conference, machines }), section };
    return render(ConferencePage, { context, programme, ending });
  }
}

/** Structured data of a conference's page. */
function machinesOf(page: RequestedPage, conference: ConferenceShape): PageContextOptions['machines'] {
  const { title } = conference;
  const [here, locale] = [`/c/${conference.slug}`, page.localeIn(conference.locale)];
  return {
    path: here,
    shared: {
      title,
      description: words(locale)('pages.conference.about', { title }),
      site: title,
      picture: null,
      locale,
    },
    data: [aboutConference(page.base, conference)],
    feeds: [
      { href: `${here}/feed.atom`, type: 'application/atom+xml', title },
      { href: `${here}/feed.json`, type: 'application/feed+json', title },
    ],
  };
}
