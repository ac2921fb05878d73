import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnQuestionsPage } from '../../../web/pages/own-questions-page.tsx';
import { OpenQuestions } from '../../desk/open-questions.queries.ts';
import { For } from '../../platform/http/access.ts';
import { PageRequest } from '../page-request.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The questions an account asked, and those that wait in its talks. */
@ApiExcludeController()
@Controller('me/questions')
@For('participant')
export class OwnQuestionsPages {
  constructor(private readonly openQuestions: OpenQuestions) {}

  @Get()
  async read(@Query() query: PageQuery, @PageRequest() page: ParticipantPage): Promise<void> {
    const { accountId } = page.actor;
    const [talks, { items, next }] = await Promise.all([
      this.openQuestions.inTalksOf(accountId),
      this.openQuestions.askedBy(accountId, { limit: 50, cursor: cursorIn(query) }),
    ]);
    page.show(OwnQuestionsPage, { titleKey: 'pages.mine.title', kind: 'me' }, { talks, asked: items, next });
  }
}
