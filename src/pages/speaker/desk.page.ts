import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DeskPage } from '../../../web/pages/desk-page.tsx';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type { ProblemShape, ThreadShape } from '../../../web/components/shapes.ts';
import { shownVersion } from '../../../web/pages/shown-version.ts';
import { GrantsQueries, leads, moderates } from '../../accounts/grants.queries.ts';
import { DeskQueries, type DeskView } from '../../desk/desk.queries.ts';
import { notAllowed } from '../../kernel/common.problems.ts';
import { liveHourVersion } from '../../questions/live-hour.ts';
import { AsksStanding, conferenceIn, For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { threadVersion, type ThreadView } from '../../threads/thread.view.ts';
import { threadClosed } from '../../threads/threads.problems.ts';
import { typed, type FormFields } from '../forms.ts';
import type { PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { keptForm } from '../refused-form.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { StageView } from '../stage-view.ts';
import { pathOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { doneIn, queryAfter, sentAgain } from './desk-done.ts';
import { DeskForms } from './desk-forms.ts';
import { DeskNames } from './desk-names.ts';

/** The form before this page: an act that was done, or a refusal. */
interface BeforeDesk {
  query?: PageQuery;
  refusal?: ProblemShape | null;
  form?: FormFields;
}

/** States in which nothing is answered any more. */
const CLOSED: readonly string[] = ['readonly', 'archived', 'locked'];

/** The desk of a thread, for its speakers, moderators and organizers; works by forms alone. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/desk')
@For('participant')
export class DeskPages {
  // A desk shows a thread, its questions, and what the reader may do there under which name.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly stageView: StageView,
    private readonly deskQueries: DeskQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly deskForms: DeskForms,
    private readonly deskNames: DeskNames,
  ) {}

  @Get()
  read(@Param() path: ThreadPath, @Query() query: PageQuery, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, path, { query });
  }

  @Post()
  @AsksStanding(conferenceIn('conference'))
  async act(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { threadId, talkId, conferenceId } = await this.threadPlaces.find(path);
    const roles = await this.grantsQueries.rolesIn(page.actor.accountId, conferenceId);
    if (!leads(roles, talkId)) throw notAllowed();
    const sent = { actor: page.actor, conferenceId, threadId, isModerator: moderates(roles, talkId), form };
    const { refusal, done } = await page.attempt(() => this.deskForms.submit(sent));
    if (refusal) return this.show(page, path, { refusal, form });
    page.redirect(`${pathOf(path)}/desk?${queryAfter(form, done)}`);
  }

  private async show(
    page: ParticipantPage,
    path: ThreadPath,
    { query = {}, refusal: given = null, form = {} }: BeforeDesk,
  ): Promise<void> {
    const { conference, thread, announcement } = await this.stageView.get(path);
    const { accountId } = page.actor;
    const [desk, roles, { liveSince }, offeredName] = await Promise.all([
      this.deskQueries.get(accountId, thread.id),
      this.grantsQueries.rolesIn(accountId, conference.id),
      this.threadsQueries.get(thread.id),
      this.deskNames.offered({ accountId, conferenceId: conference.id, talkId: thread.talkId }),
    ]);
    const version = threadVersion(thread as ThreadView);
    const isModerator = moderates(roles, thread.talkId);
    const isClosed = CLOSED.includes(thread.state);
    const liveHour = thread.live && liveSince ? liveHourVersion(liveSince) : null;
    const shown = { ...desk, thread, announcementId: announcement?.id ?? null, liveHour, isModerator, isClosed };
    const refusal = given && saidAtDesk(given, thread.state, page.locale);
    const sent = sentAgain(refusal, form, shown);
    const isAbove = refusal !== null && sent === null;
    page.show(
      DeskPage,
      { title: thread.title, kind: 'desk', conference, ...formOptions(refusal) },
      {
        thread,
        version,
        sent,
        refusal: isAbove ? refusal : null,
        kept: isAbove ? keptForm(page.request, versionNow(form, { ...desk, version })) : null,
        done: doneIn(query, shown),
        announcement,
        ...desk,
        here: pathOf(path),
        rules: conference.settings.rules,
        liveSince: liveSince?.toISOString() ?? null,
        isClosed,
        isModerator,
        offeredName,
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

/** A discussion that has closed meanwhile is said in the words of the desk, where another page would be named. */
const saidAtDesk = (refusal: ProblemShape, state: ThreadShape['state'], locale: Locale): ProblemShape =>
  refusal.type.endsWith(`/${threadClosed.kind.slug}`) && CLOSED.includes(state)
    ? { type: refusal.type, status: refusal.status, title: words(locale)(`pages.desk.refused.${state}`) }
    : refusal;
