import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Locale } from '../../../locales/words.ts';
import { plainText } from '../../../web/components/plain-text.ts';
import { AnswersPage } from '../../../web/pages/answers-page.tsx';
import { QuestionPage } from '../../../web/pages/question-page.tsx';
import { BuildId } from '../../platform/build-id.ts';
import { For } from '../../platform/http/access.ts';
import { plainWords } from '../../transcript/search-words.ts';
import { etagOf, type VersionLabel } from '../../transcript/version-label.ts';
import { words } from '../../../locales/catalogues.ts';
import { CachedPages } from '../cached-pages.ts';
import type { PageContextOptions } from '../page-contexts.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';
import { pathOf, type ThreadPath } from '../thread-places.ts';
import { QuestionPageView, type QuestionPageContent } from './question-view.ts';
import { aboutQuestion } from './structured-data.ts';
import { excerptOf } from './thread-machines.ts';

interface DrawnQuestion {
  html: string;
  versionLabel: VersionLabel | null;
  locale: Locale;
}

/** Questions and answers, each pair at an address of its own; made from public rows only. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class QuestionPages {
  constructor(
    private readonly questionPageView: QuestionPageView,
    private readonly cachedPages: CachedPages,
    private readonly buildId: BuildId,
  ) {}

  @Get('q/:id')
  async one(@Param() path: ThreadPath & { id: string }, @PageRequest() page: RequestedPage): Promise<void> {
    const content = await this.questionPageView.question(path, path.id);
    const { conference, thread, versionLabel, question, answer } = content;
    const here = pathOf({ conference: conference.slug, thread: thread.slug });
    const machines = machinesOf(page, content);
    const context = page.context({ title: plainText(question.html), kind: 'question', conference, machines });
    const html = render(QuestionPage, { context, thread, question, answer, here });
    this.send(page, { html, versionLabel, locale: context.locale });
  }

  @Get('answers')
  async all(@Param() path: ThreadPath, @Query() query: PageQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const { conference, thread, versionLabel, items, next } = await this.questionPageView.answered(
      path,
      cursorIn(query),
    );
    const here = pathOf({ conference: conference.slug, thread: thread.slug });
    const context = page.context({ title: thread.title, kind: 'answers', conference });
    this.send(page, {
      html: render(AnswersPage, { context, thread, items, next, here }),
      versionLabel,
      locale: context.locale,
    });
  }

  /** A shared page is cached while the thread's label is the confirmed one. */
  private send(page: RequestedPage, { html, versionLabel, locale }: DrawnQuestion): void {
    page.mark();
    if (page.actor !== null || versionLabel === null) return void page.reply.send(html);
    const etag = etagOf(this.buildId.text, locale, versionLabel);
    const body = this.cachedPages.getOrCreate(page.request, versionLabel, () => ({ etag, body: Buffer.from(html) }));
    void page.reply.send(page.isUnchanged(etag) ? undefined : body);
  }
}

/**
 * Structured data of a question's page. Only with a written answer is it a page of question and answer; others show
 * beside a link to it what was answered, or where it was asked.
 */
function machinesOf(
  page: RequestedPage,
  { conference, thread, question, answer }: QuestionPageContent,
): PageContextOptions['machines'] {
  const here = pathOf({ conference: conference.slug, thread: thread.slug });
  const path = `${here}/q/${question.id}`;
  const locale = page.localeIn(conference.locale);
  const about = words(locale)('pages.thread.about', { title: thread.title, conference: conference.title });
  return {
    path,
    shared: {
      title: plainText(question.html, 110),
      description: excerptOf(plainWords(answer?.html ?? '') || question.question?.reason || about),
      site: conference.title,
      picture: `${page.base}${here}/picture.png`,
      locale,
    },
    data: answer ? [aboutQuestion(question, answer, page.base + path)] : [],
  };
}
