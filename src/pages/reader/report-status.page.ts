import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReportStatusPage } from '../../../web/pages/report-status-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { sessionRequired } from '../../kernel/common.problems.ts';
import { AppealDecision } from '../../moderation/appeal-decision.ts';
import { ReasonRequest } from '../../moderation/moderation.requests.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, RequestedPage } from '../requested-page.ts';

/** Draws the status of a report, by its receipt; its reporter may appeal a dismissal. */
@ApiExcludeController()
@Controller('reports/:receipt')
@For('guest')
export class ReportStatusPages {
  constructor(
    private readonly reportsQueries: ReportsQueries,
    private readonly appealDecision: AppealDecision,
  ) {}

  @Get()
  read(@Param('receipt') receipt: string, @PageRequest() page: RequestedPage): Promise<void> {
    return this.show(page, receipt, null);
  }

  @Post()
  @SparesStanding('An appeal is open to people whose report was dismissed.')
  async appeal(
    @Param('receipt') receipt: string,
    @Body() form: FormFields,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      if (!page.actor) throw sessionRequired();
      const { reason } = await readForm(ReasonRequest, form, ['reason']);
      await this.appealDecision.appeal(page.actor.accountId, typed(form, 'decisionId'), reason);
    });
    if (refusal) return this.show(page, receipt, refusal);
    page.redirect(`/reports/${encodeURIComponent(receipt)}`, 'appealed');
  }

  private async show(page: RequestedPage, receipt: string, refusal: ProblemShape | null): Promise<void> {
    const [report, timeZone, decisionId] = await Promise.all([
      this.reportsQueries.status(receipt),
      this.reportsQueries.zoneOf(receipt),
      page.actor ? this.reportsQueries.decisionFor(page.actor.accountId, receipt) : null,
    ]);
    page.show(
      ReportStatusPage,
      { titleKey: 'pages.reportStatus.title', kind: 'report-status', ...formOptions(refusal) },
      { report, timeZone, appealTo: report.status === 'dismissed' ? decisionId : null, refusal },
    );
  }
}
