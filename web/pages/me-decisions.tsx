import { EmptyState } from '../components/empty-state.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';

/** Decisions about the reader's comments, and the outcome of the reader's reports. */
export function DecisionsSection({ context: { say }, statements, reports }: MeProps) {
  return (
    <>
      <MeSection id="statements" title={say('pages.me.statements')}>
        {statements.length === 0 && <EmptyState>{say('pages.me.noStatements')}</EmptyState>}
        <ul class="cards">
          {statements.map(({ decisionId, kind, at, reason }) => (
            <li key={decisionId}>
              <a href={`/me/statements/${decisionId}`}>
                {say(`mails.statement.subjects.${kind}`, { conference: at.slice(0, 10) })}
              </a>
              {reason && (
                <span class="help" dir="auto">
                  {' '}
                  {reason}
                </span>
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
                <a href={`/reports/${receipt}`}>{at.slice(0, 10)}</a> {say(`pages.reportStatus.${status}`)}
              </li>
            ))}
          </ul>
        </MeSection>
      )}
    </>
  );
}
