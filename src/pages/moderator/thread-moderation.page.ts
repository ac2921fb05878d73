import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { moderationActIn, ModerationPage } from '../../../web/pages/moderation-page.tsx';
import type { DoneModeration, ModerationAct, ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { AuditsItself, conferenceIn, For, Fresh } from '../../platform/http/access.ts';
import { threadVersion, type ThreadView } from '../../threads/thread.view.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { plainQuery, type PageQuery } from '../page-query.ts';
import { partOfForm, queryOf } from '../reader/thread-part.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import type { ThreadPath } from '../thread-places.ts';
import { ThreadSubject } from '../thread-subject.ts';
import { LockForm } from './lock-form.ts';
import { QueueForm } from './queue-form.ts';
import { SanctionForm } from './sanction-form.ts';
import { UndoHide } from './undo-hide.ts';

/** A form about a comment or its thread, as sent, and the verb it calls. */
interface SentModeration {
  page: ParticipantPage;
  path: ThreadPath;
  form: FormFields;
}

/**
 * Draws the forms of moderators at a thread: hide a comment, mute its author, lock the thread. The same verbs, rules
 * and ledger as the queue's; each form is a small page, which a script shows as a dialog.
 */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/moderation')
@For('talk-moderator', conferenceIn('conference'))
export class ThreadModerationPages {
  // The page asks who may, and each of its forms calls a verb of its own.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadSubject: ThreadSubject,
    private readonly transcript: Transcript,
    private readonly grantsQueries: GrantsQueries,
    private readonly queueForm: QueueForm,
    private readonly sanctionForm: SanctionForm,
    private readonly lockForm: LockForm,
    private readonly undoHide: UndoHide,
  ) {}

  /** A sanction needs a sign-in of the last minutes, which is asked for before a reason is typed. */
  @Get('mute')
  @For('moderator', conferenceIn('conference'))
  @Fresh()
  readMute(@Param() path: ThreadPath, @Query() query: PageQuery, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show({ page, path, form: plainQuery(query) }, 'mute');
  }

  @Get(':act')
  read(
    @Param() { act, ...path }: ThreadPath & { act: string },
    @Query() query: PageQuery,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const known = moderationActIn(act);
    if (!known) throw notFound();
    return this.show({ page, path, form: plainQuery(query) }, known);
  }

  @Post('hide')
  @AuditsItself()
  hide(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.submit({ page, path, form }, 'hide', (conferenceId) =>
      this.queueForm.decide(page.actor, conferenceId, { ...form, act: 'withhold' }),
    );
  }

  @Post('undo')
  @AuditsItself()
  async undo(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { conference, page: here } = await this.threadSubject.get(path);
    await this.undoHide.undo(page.actor, conference.id, typed(form, 'commentId'));
    page.redirect(withDone(here, form, 'undo'));
  }

  @Post('mute')
  @AuditsItself()
  @For('moderator', conferenceIn('conference'))
  @Fresh()
  mute(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.submit({ page, path, form }, 'mute', async (conferenceId) => {
      await this.demandAuthor(path, form);
      await this.sanctionForm.impose(page.actor, conferenceId, form);
    });
  }

  @Post('lock')
  lock(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.submit({ page, path, form }, 'lock', (conferenceId) =>
      this.lockForm.set(page.actor, conferenceId, { ...form, state: 'locked' }),
    );
  }

  @Post('unlock')
  unlock(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.submit({ page, path, form }, 'unlock', (conferenceId) =>
      this.lockForm.set(page.actor, conferenceId, { ...form, state: 'open' }),
    );
  }

  /** So that nobody is muted beside another's words. Throws `not-found`. */
  private async demandAuthor(path: ThreadPath, form: FormFields): Promise<void> {
    const { thread } = await this.threadSubject.get(path);
    const { threadId, author } = await this.transcript.comment(typed(form, 'commentId'));
    if (threadId !== thread.id || author?.id !== typed(form, 'personaId')) throw notFound();
  }

  /** Returns to the page of the thread, which says at its top what was done. */
  private async submit(
    sent: SentModeration,
    act: ModerationAct,
    work: (conferenceId: string) => Promise<void>,
  ): Promise<void> {
    const { page, path, form } = sent;
    const { conference, page: here } = await this.threadSubject.get(path);
    const { refusal } = await page.attempt(() => work(conference.id));
    if (refusal) return this.show(sent, act, refusal);
    page.redirect(withDone(here, form, act));
  }

  private async show(
    { page, path, form }: SentModeration,
    act: ModerationAct,
    refusal: ProblemShape | null = null,
  ): Promise<void> {
    const { conference, thread, page: here } = await this.threadSubject.get(path);
    const roles = await this.grantsQueries.rolesIn(page.actor.accountId, conference.id);
    if (!moderates(roles, thread.talkId)) throw notAllowed();
    const id = typed(form, 'comment') || typed(form, 'commentId');
    const comment = act === 'hide' || act === 'mute' ? await this.transcript.comment(id) : null;
    if (comment && comment.threadId !== thread.id) throw notFound();
    // A question without a name leads to nobody who could be muted.
    if (act === 'mute' && !comment?.author) throw notFound();
    page.show(
      ModerationPage,
      { titleKey: `pages.moderation.${act}.title`, kind: 'moderation', conference, ...formOptions(refusal) },
      {
        act,
        conference,
        thread,
        version: threadVersion(thread as ThreadView),
        comment,
        here,
        at: typed(form, 'at'),
        draft: { rule: typed(form, 'rule'), reason: typed(form, 'reason') },
        refusal,
      },
    );
  }
}

/** The page of a thread from which a form was sent, which says what was done; a hide with the way to undo it. */
function withDone(here: string, form: FormFields, act: DoneModeration['act']): string {
  const query = new URLSearchParams(queryOf(partOfForm(form)));
  query.set('done', act);
  if (act === 'hide') query.set('id', typed(form, 'commentId'));
  return `${here}?${query.toString()}`;
}
