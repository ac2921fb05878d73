import type { ComponentChildren } from 'preact';
import { DateTime } from '../components/date-time.tsx';
import { DataList } from './data-list.tsx';
import type { PageContext } from './page.tsx';

/** Decisions about an account's words and by itself, its reports and appeals, and what it did as an organizer. */
export interface MyModerationShape {
  decisionsAboutMe: { decisionId: string; commentId: string | null; kind: string; reason: string; at: string }[];
  decisionsByMe: { decisionId: string; conference: string; kind: string; reason: string; at: string }[];
  reports: { receipt: string; reason: string; status: string; madeAt: string }[];
  appeals: { decisionId: string; reason: string; at: string; outcome: string | null }[];
  actions: { action: string; at: string }[];
}

interface MyModerationProps {
  data: MyModerationShape;
  say: PageContext['say'];
}

export function MyDecisions({ data: { decisionsAboutMe, decisionsByMe }, say }: MyModerationProps) {
  return (
    <>
      <DataList
        title={say('pages.export.decisionsAboutMe')}
        items={decisionsAboutMe}
        show={({ kind, reason, at }) => (
          <Reasoned reason={reason}>
            <DateTime at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b>
          </Reasoned>
        )}
      />
      <DataList
        title={say('pages.export.decisionsByMe')}
        items={decisionsByMe}
        show={({ kind, reason, at, conference }) => (
          <Reasoned reason={reason}>
            <DateTime at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b> · {conference}
          </Reasoned>
        )}
      />
    </>
  );
}

export function MyReports({ data: { reports, appeals, actions }, say }: MyModerationProps) {
  return (
    <>
      <DataList
        title={say('pages.export.reports')}
        items={reports}
        show={({ receipt, reason, status, madeAt }) => (
          <Reasoned reason={reason}>
            <a href={`/reports/${receipt}`}>
              <DateTime at={madeAt} />
            </a>{' '}
            · {say(`pages.reportStatus.${status}`)}
          </Reasoned>
        )}
      />
      <DataList
        title={say('pages.export.appeals')}
        items={appeals}
        show={({ reason, at, outcome }) => (
          <Reasoned reason={reason}>
            <DateTime at={at} /> · {say(`pages.export.outcome.${outcome ?? 'open'}`)}
          </Reasoned>
        )}
      />
      <DataList
        title={say('pages.export.actions')}
        items={actions}
        show={({ action, at }) => (
          <>
            <DateTime at={at} /> · <code>{action}</code>
          </>
        )}
      />
    </>
  );
}

/** A line with its reason below. */
const Reasoned = ({ reason, children }: { reason: string; children: ComponentChildren }) => (
  <>
    {children}
    <br />
    <span dir="auto">{reason}</span>
  </>
);
