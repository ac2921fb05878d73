import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import { ReportFormPage } from '../../../web/pages/report-form-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { ReportRequest } from '../../moderation/moderation.requests.ts';
import { ReportAsGuest } from '../../moderation/report-as-guest.ts';
import { ReportComment } from '../../moderation/report-comment.ts';
import { AsksStanding, commentIn, For } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { passOnChallenge, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { Paths } from '../paths.ts';
import { formOptions, RequestedPage } from '../requested-page.ts';

interface ReportFormState {
  id: string;
  step: 'write' | 'code';
  reason?: string;
  refusal?: ProblemShape | null;
}

type ReportQuery = Record<'step' | 'refused', unknown>;

/** Refusals of a guest's report after the right code. */
const REFUSED = ['account-muted', 'account-suspended', 'reports-open'];

/** The refusal for the reporter, who is signed in by then; null for any other slug. */
function refusalOf(slug: unknown, locale: Locale): ProblemShape | null {
  if (typeof slug !== 'string' || !REFUSED.includes(slug)) return null;
  const say = words(locale);
  const reason = say(`problems.${slug}.title`);
  return {
    type: `/problems/${slug}`,
    status: 200,
    title: say('pages.report.refusedTitle'),
    detail: say('pages.report.refused', { reason }),
  };
}

/** The form that reports a comment, with a session and without. */
@ApiExcludeController()
@Controller('comments/:id/report')
@For('guest')
export class ReportPages {
  constructor(
    private readonly reportComment: ReportComment,
    private readonly reportAsGuest: ReportAsGuest,
    private readonly transcript: Transcript,
    private readonly programmeListing: ProgrammeListing,
    private readonly paths: Paths,
    private readonly credentials: Credentials,
  ) {}

  @Get()
  read(@Param('id') id: string, @Query() query: ReportQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const refusal = page.actor ? refusalOf(query.refused, page.locale) : null;
    return this.show(page, { id, step: query.step === 'code' ? 'code' : 'write', refusal });
  }

  @Post()
  @AsksStanding(commentIn('id'))
  async send(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const { done, refusal } = await page.attempt(() => this.report(page, id, form));
    passOnChallenge(refusal);
    if (refusal) return this.show(page, { id, step: 'write', reason: typed(form, 'reason'), refusal });
    page.redirect(done);
  }

  /** Returns where the reader goes next: to the receipt, or to the step that asks for the code. */
  private async report(page: RequestedPage, id: string, form: FormFields): Promise<string> {
    const fields = { ...form, goodFaith: undefined };
    const { rule, reason, email } = await readForm(ReportRequest, fields, ['rule', 'reason', 'email']);
    if (typed(form, 'goodFaith') === '')
      throw invalidRequest([{ pointer: '#/goodFaith', detail: 'Say that you believe this in good faith.' }]);
    if (page.actor && !page.actor.isGuest)
      return `/reports/${await this.reportComment.report(page.actor.accountId, { commentId: id, rule, reason })}`;
    if (email === undefined) throw invalidRequest([{ pointer: '#/email', detail: 'This is needed from guests.' }]);
    const visitor = this.credentials.askingVisitor(page.request);
    await this.reportAsGuest.report({ commentId: id, rule, reason, email, locale: page.locale, visitor });
    page.setCookies(visitor.cookies);
    return `/comments/${encodeURIComponent(id)}/report?step=code`;
  }

  private async show(page: RequestedPage, { id, step, reason = '', refusal = null }: ReportFormState): Promise<void> {
    const comment = await this.transcript.comment(id);
    const thread = (await this.programmeListing.thread(comment.threadId)) as { conferenceId: string };
    const conference = await this.programmeListing.conference(thread.conferenceId);
    const address = page.base + (await this.paths.toComment(id));
    page.show(
      ReportFormPage,
      { titleKey: 'pages.report.title', kind: 'report', conference, ...formOptions(refusal) },
      {
        conference,
        comment,
        address,
        isSignedIn: page.actor !== null && !page.actor.isGuest,
        draft: { reason },
        refusal,
        step,
      },
    );
  }
}
