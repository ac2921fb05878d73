import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DeskPage } from '../../../web/pages/desk-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { shownVersion } from '../../../web/pages/shown-version.ts';
import { GrantsQueries, leads, moderates } from '../../accounts/grants.queries.ts';
import { DeskQueries, type DeskView } from '../../desk/desk.queries.ts';
import { notAllowed } from '../../kernel/common.problems.ts';
import { AsksStanding, conferenceIn, For } from '../../platform/http/access.ts';
import { threadVersion, type ThreadView } from '../../threads/thread.view.ts';
import { typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { keptForm } from '../refused-form.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { StageView } from '../stage-view.ts';
import { pathOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { DeskForms } from './desk-forms.ts';

/** The desk of a thread, for its speakers, moderators and organizers; works by forms alone. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/desk')
@For('participant')
export class DeskPages {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly stageView: StageView,
    private readonly deskQueries: DeskQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly deskForms: DeskForms,
  ) {}

  @Get()
  read(@Param() path: ThreadPath, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, path, { refusal: null, form: {} });
  }

  @Post()
  @AsksStanding(conferenceIn('conference'))
  async act(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { threadId, talkId, conferenceId } = await this.threadPlaces.find(path);
    const roles = await this.grantsQueries.rolesIn(page.actor.accountId, conferenceId);
    if (!leads(roles, talkId)) throw notAllowed();
    const sent = { actor: page.actor, threadId, isModerator: moderates(roles, talkId), form };
    const { refusal } = await page.attempt(() => this.deskForms.submit(sent));
    if (refusal) return this.show(page, path, { refusal, form });
    page.redirect(`${pathOf(path)}/desk`);
  }

  private async show(
    page: ParticipantPage,
    path: ThreadPath,
    { refusal, form }: { refusal: ProblemShape | null; form: FormFields },
  ): Promise<void> {
    const { conference, thread, announcement } = await this.stageView.get(path);
    const [desk, roles] = await Promise.all([
      this.deskQueries.get(page.actor.accountId, thread.id),
      this.grantsQueries.rolesIn(page.actor.accountId, conference.id),
    ]);
    const version = threadVersion(thread as ThreadView);
    page.show(
      DeskPage,
      { title: thread.title, kind: 'desk', conference, ...formOptions(refusal) },
      {
        thread,
        version,
        refusal,
        kept: refusal && keptForm(page.request, versionNow(form, { ...desk, version })),
        announcement,
        ...desk,
        here: pathOf(path),
        rules: conference.settings.rules,
        isModerator: moderates(roles, thread.talkId),
        mayRecap: roles.organizer || (thread.talkId !== null && roles.speakerOf.has(thread.talkId)),
      },
    );
  }
}

/** The version of what a refused form was about, as it is now: a question, or the settings of the thread. */
function versionNow(form: FormFields, { questions, settled, version }: DeskView & { version: string }) {
  if (typed(form, 'act') === 'slow') return version;
  const question = [...questions, ...settled].find(({ id }) => id === typed(form, 'id'));
  return question && shownVersion(question);
}
