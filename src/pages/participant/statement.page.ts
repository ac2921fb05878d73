import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { StatementPage } from '../../../web/pages/statement-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { PeopleQueries } from '../../accounts/people.queries.ts';
import { AppealDecision } from '../../moderation/appeal-decision.ts';
import { ReasonRequest } from '../../moderation/moderation.requests.ts';
import { StatementsQueries } from '../../moderation/statements.queries.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readForm, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** Decisions about the reader, and the form that appeals. */
@ApiExcludeController()
@Controller('me/statements')
@For('participant')
export class StatementPages {
  constructor(
    private readonly statementsQueries: StatementsQueries,
    private readonly appealDecision: AppealDecision,
    private readonly programmeListing: ProgrammeListing,
    private readonly peopleQueries: PeopleQueries,
  ) {}

  @Get(':id')
  read(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, id, null);
  }

  @Post(':id')
  @SparesStanding('An appeal is the way out of a sanction.')
  async appeal(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { reason } = await readForm(ReasonRequest, form, ['reason']);
      await this.appealDecision.appeal(page.actor.accountId, id, reason);
    });
    if (refusal) return this.show(page, id, refusal);
    page.redirect(`/me/statements/${encodeURIComponent(id)}`, 'appealed');
  }

  private async show(page: ParticipantPage, id: string, refusal: ProblemShape | null): Promise<void> {
    const { conferenceId, ...found } = await this.statementsQueries.get(page.actor.accountId, id);
    const { statement, conference, threadPath, threadTitle, words } = found;
    const around = await this.programmeListing.conference(conferenceId);
    const deciders = await this.peopleQueries.deciders(conferenceId);
    page.show(
      StatementPage,
      { titleKey: 'pages.statement.title', kind: 'statement', conference: around, ...formOptions(refusal) },
      {
        statement,
        conference,
        threadPath,
        threadTitle: threadTitle ?? conference.title,
        words,
        mayAppeal: statement.reversedBy === undefined,
        isAlone: deciders < 2,
        refusal,
      },
    );
  }
}
