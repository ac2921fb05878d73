import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { ImportPage } from '../../../web/pages/import-page.tsx';
import { AnswerImportQuestion } from '../../imports/answer-import-question.ts';
import { ImportQuestions } from '../../imports/import-questions.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ImportAnswerRequest } from '../../imports/imports.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** The open questions of programme imports, each with its answers as buttons. */
@ApiExcludeController()
@Controller('organize/:conference/import')
@For('organizer', conferenceIn('conference'))
export class ImportPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly importQuestions: ImportQuestions,
    private readonly answerImportQuestion: AnswerImportQuestion,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug);
  }

  @Post('answers')
  async answer(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { answer } = await readForm(ImportAnswerRequest, form, ['answer']);
      await this.answerImportQuestion.answer(slug, typed(form, 'questionId'), answer);
    });
    if (refusal) return this.show(page, slug, refusal);
    page.redirect(`/organize/${encodeURIComponent(slug)}/import`, 'saved');
  }

  private async show(page: ParticipantPage, slug: string, refusal: ProblemShape | null = null): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const questions = await this.importQuestions.list(conference.id);
    page.show(
      ImportPage,
      { title: conference.title, kind: 'import', conference, ...formOptions(refusal) },
      { conference, questions, refusal },
    );
  }
}
