import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DiscussionsPage } from '../../../web/pages/discussions-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { slugOf } from '../../kernel/slug.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ThreadRequest } from '../../programme/programme.requests.ts';
import { DueThreadUpdates } from '../../threads/due-thread-updates.ts';
import { PressOnce } from '../../sessions/press-once.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { LockForm } from '../moderator/lock-form.ts';
import { PageRequest } from '../page-request.ts';
import { keptForm } from '../refused-form.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedThreads, threadsQueryOf } from './organized-threads.ts';
import { ThreadSettingsForm } from './thread-settings-form.ts';

/** The discussions of a conference as a table, what can be set on each, and new ones without a talk. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('moderator', conferenceIn('conference'))
export class DiscussionsPages {
  // One page joins the threads with the forms that lock, set, rename and open them.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly organizedThreads: OrganizedThreads,
    private readonly dueThreadUpdates: DueThreadUpdates,
    private readonly grantsQueries: GrantsQueries,
    private readonly lockForm: LockForm,
    private readonly threadSettingsForm: ThreadSettingsForm,
    private readonly manageProgramme: ManageProgramme,
    private readonly pressOnce: PressOnce,
  ) {}

  @Get('discussions')
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug);
  }

  @Post('threads')
  lock(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, (conference) => this.lockForm.set(page.actor, conference.id, form));
  }

  @Post('discussions/settings')
  set(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, (conference) => this.threadSettingsForm.set(page.actor, conference.id, form));
  }

  /** Opens a discussion without a talk; its address is made from its title. */
  @Post('discussions')
  @For('organizer', conferenceIn('conference'))
  open(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, async (conference) => {
      const named = { title: typed(form, 'title'), slug: slugOf(typed(form, 'title'), 'discussion') };
      const asked = await readForm(ThreadRequest, named, ['title', 'slug']);
      await this.pressOnce.press({ accountId: page.actor.accountId, form }, () => this.openOne(conference.id, asked));
    });
  }

  private async openOne(conferenceId: string, asked: ThreadRequest): Promise<null> {
    if (await this.organizedThreads.hasTitle(conferenceId, asked.title))
      throw invalidRequest([
        { pointer: '#/title', detail: 'Choose another title: a discussion of this conference has it already.' },
      ]);
    await this.manageProgramme.openThread(conferenceId, asked);
    return null;
  }

  private async answer(
    page: ParticipantPage,
    slug: string,
    work: (conference: ConferenceShape) => Promise<void>,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const { refusal } = await page.attempt(() => work(conference), page.localeIn(conference.locale));
    if (refusal) return this.show(page, slug, refusal);
    const query = threadsQueryOf(page.request.query as Record<string, unknown>);
    // Further down in a list the row itself shows the change; a notice at the top would be out of sight.
    page.redirect(
      `/organize/${encodeURIComponent(slug)}/discussions${query}${query && '#threads'}`,
      query === '' ? 'saved' : undefined,
    );
  }

  private async show(page: ParticipantPage, slug: string, refusal: ProblemShape | null = null): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const [threads, progress, roles] = await Promise.all([
      this.organizedThreads.choose(conference, page.request.query as Record<string, unknown>),
      this.dueThreadUpdates.progressIn(conference.id),
      this.grantsQueries.rolesIn(page.actor.accountId, conference.id),
    ]);
    const form = (page.request.body ?? {}) as FormFields;
    const version = threads.items.find(({ id }) => id === typed(form, 'threadId'))?.version;
    page.show(
      DiscussionsPage,
      { title: conference.title, kind: 'discussions', conference, ...formOptions(refusal) },
      {
        conference,
        threads,
        progress,
        title: refusal && form['threadId'] === undefined ? typed(form, 'title') : '',
        kept: refusal && form['threadId'] !== undefined ? keptForm(page.request, version) : null,
        isOrganizer: roles.organizer,
        refusal,
      },
    );
  }
}
