import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import { ReportFormPage, type ReportedWordsShape } from '../../../web/pages/report-form-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import type { JudgedWords } from '../../moderation/judged-words.ts';
import { ReportRequest } from '../../moderation/moderation.requests.ts';
import { ReportAsGuest } from '../../moderation/report-as-guest.ts';
import { ReportWords } from '../../moderation/report-words.ts';
import { ConferenceRecaps } from '../../recap/conference-recaps.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { passOnChallenge, readForm, typed, type FormFields } from '../forms.ts';
import { Paths } from '../paths.ts';
import { formOptions, type RequestedPage } from '../requested-page.ts';

export type ReportQuery = Record<'step' | 'refused', unknown>;

interface ReportFormState {
  about: JudgedWords;
  step: 'write' | 'code';
  reason?: string;
  refusal?: ProblemShape | null;
}

/** The words of a report, and where they are. */
interface ReportedPlace {
  conference: ConferenceShape;
  words: ReportedWordsShape;
  path: string;
}

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

/** The form that reports a comment or a recap, with a session and without. */
@Injectable()
export class ReportForm {
  // The form shows words of two modules, and sends a report in two ways.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly reportWords: ReportWords,
    private readonly reportAsGuest: ReportAsGuest,
    private readonly transcript: Transcript,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly programmeListing: ProgrammeListing,
    private readonly paths: Paths,
    private readonly credentials: Credentials,
  ) {}

  read(page: RequestedPage, about: JudgedWords, query: ReportQuery): Promise<void> {
    const refusal = page.actor ? refusalOf(query.refused, page.locale) : null;
    return this.show(page, { about, step: query.step === 'code' ? 'code' : 'write', refusal });
  }

  async send(page: RequestedPage, about: JudgedWords, form: FormFields): Promise<void> {
    const { done, refusal } = await page.attempt(() => this.report(page, about, form));
    passOnChallenge(refusal);
    if (refusal) return this.show(page, { about, step: 'write', reason: typed(form, 'reason'), refusal });
    page.redirect(done, done.startsWith('/reports/') ? 'reported' : undefined);
  }

  /** Returns where the reader goes next: to the receipt, or to the step that asks for the code. */
  private async report(page: RequestedPage, about: JudgedWords, form: FormFields): Promise<string> {
    const fields = { ...form, goodFaith: undefined };
    const { rule, reason, email } = await readForm(ReportRequest, fields, ['rule', 'reason', 'email']);
    if (typed(form, 'goodFaith') === '')
      throw invalidRequest([{ pointer: '#/goodFaith', detail: 'Say that you believe this in good faith.' }]);
    if (page.actor && !page.actor.isGuest)
      return `/reports/${await this.reportWords.report(page.actor.accountId, { about, rule, reason })}`;
    if (email === undefined) throw invalidRequest([{ pointer: '#/email', detail: 'This is needed from guests.' }]);
    const visitor = this.credentials.askingVisitor(page.request);
    await this.reportAsGuest.report({ about, rule, reason, email, locale: page.locale, visitor });
    page.setCookies(visitor.cookies);
    return `/${about.kind}s/${encodeURIComponent(about.id)}/report?step=code`;
  }

  private async show(
    page: RequestedPage,
    { about, step, reason = '', refusal = null }: ReportFormState,
  ): Promise<void> {
    const {
      conference,
      words: reported,
      path,
    } = await (about.kind === 'comment' ? this.comment(about.id) : this.recap(about.id));
    const titleKey = about.kind === 'comment' ? 'pages.report.title' : 'pages.report.recapTitle';
    page.show(
      ReportFormPage,
      { titleKey, kind: 'report', conference, ...formOptions(refusal) },
      {
        conference,
        titleKey,
        reported,
        address: page.base + path,
        isSignedIn: page.actor !== null && !page.actor.isGuest,
        draft: { reason },
        refusal,
        step,
      },
    );
  }

  private async comment(id: string): Promise<ReportedPlace> {
    const { threadId, html } = await this.transcript.comment(id);
    const thread = (await this.programmeListing.thread(threadId)) as { conferenceId: string };
    return {
      conference: await this.programmeListing.conference(thread.conferenceId),
      words: { title: null, html },
      path: await this.paths.toComment(id),
    };
  }

  /** As everybody may read it. Throws `not-found` where nobody may. */
  private async recap(id: string): Promise<ReportedPlace> {
    const { conferenceId, slug, title, html, state } = await this.conferenceRecaps.readBy(null, id);
    if (state !== 'published' && state !== 'held') throw notFound();
    const conference = await this.programmeListing.conference(conferenceId);
    return { conference, words: { title, html }, path: `/c/${conference.slug}/recaps/${slug}` };
  }
}
