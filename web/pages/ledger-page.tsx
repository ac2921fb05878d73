import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { LedgerLines, type LedgerLineShape } from './ledger-lines.tsx';
import { ConductTabs } from './conduct-tabs.tsx';

interface LedgerPageProps {
  context: PageContext;
  conference: ConferenceShape;
  lines: LedgerLineShape[];
  next: string | null;
}

/** `/c/{conference}/ledger`: every public decision with its rule and reason, without names and words. */
export function LedgerPage({ context, conference, lines, next }: LedgerPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.ledger.title')}</h1>
      <p class="lead">{say('pages.ledger.lead')}</p>
      <ConductTabs slug={conference.slug} chosen="ledger" />
      {lines.length === 0 && <EmptyState>{say('pages.ledger.empty')}</EmptyState>}
      <LedgerLines conference={conference} lines={lines} />
      {next && (
        <p>
          <a class="more" rel="next" href={`/c/${conference.slug}/ledger?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      <p class="help">
        <a href={`/c/${conference.slug}/ledger.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.ledger.feed')}
        </a>
      </p>
    </Page>
  );
}
