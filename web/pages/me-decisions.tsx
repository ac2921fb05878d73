import { decisionKey } from '../../locales/decision-key.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';
import { DateTime } from '../components/date-time.tsx';

/** Decisions about the reader's comments, and the outcome of the reader's reports. */
export function DecisionsSection({ context: { say }, statements, reports }: MeProps) {
  return (
    <>
      <MeSection id="statements" title={say('pages.me.statements')}>
        {statements.length === 0 && <EmptyState>{say('pages.me.noStatements')}</EmptyState>}
        <ul class="cards">
          {statements.map(({ decisionId, kind, recapId, at, reason }) => (
            <li key={decisionId}>
              <a href={`/me/statements/${decisionId}`}>{say(`pages.me.decided.${decisionKey(kind, recapId)}`)}</a>{' '}
              <span class="help">
                <DateTime at={at} time={false} />
              </span>
              {reason && (
                <p class="help" dir="auto">
                  {reason}
                </p>
              )}
            </li>
          ))}
        </ul>
      </MeSection>
      {reports.length > 0 && (
        <MeSection id="reports" title={say('pages.me.reports')}>
          <ul class="cards">
            {reports.map(({ receipt, status, at }) => (
              <li key={receipt}>
                <a href={`/reports/${receipt}`}>
                  <DateTime at={at} time={false} />
                </a>{' '}
                {say(`pages.reportStatus.${status}`)}
              </li>
            ))}
          </ul>
        </MeSection>
      )}
    </>
  );
}
