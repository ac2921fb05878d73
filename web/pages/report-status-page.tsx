import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { AppealForm } from './appeal-form.tsx';

export interface ReportStatusShape {
  status: 'open' | 'decided' | 'dismissed';
  at: string;
  decidedAt?: string;
  reason?: string;
}

interface ReportStatusPageProps {
  context: PageContext;
  report: ReportStatusShape;
  /** The time zone of the conference. */
  timeZone: string;
  appealTo: string | null;
  refusal: ProblemShape | null;
}

/** `/reports/{receipt}`: the outcome of a report, for the holder of its receipt. */
export function ReportStatusPage({ context, report, timeZone, appealTo, refusal }: ReportStatusPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.reportStatus.title')}</h1>
      {refusal && <Refusal {...refusal} fields={['reason']} />}
      <p class="notice">{say(`pages.reportStatus.${report.status}`)}</p>
      <dl class="facts-list card">
        <dt>{say('pages.reportStatus.made')}</dt>
        <dd>
          <DateTime at={report.at} timeZone={timeZone} />
        </dd>
        {report.decidedAt && (
          <>
            <dt>{say('pages.reportStatus.decidedAt')}</dt>
            <dd>
              <DateTime at={report.decidedAt} timeZone={timeZone} />
            </dd>
          </>
        )}
        {report.reason && (
          <>
            <dt>{say('pages.moderation.reason')}</dt>
            <dd dir="auto">{report.reason}</dd>
          </>
        )}
      </dl>
      {appealTo && <AppealForm say={say} decisionId={appealTo} />}
      <p class="help">{say('pages.reportStatus.keep')}</p>
    </Page>
  );
}
