import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { LedgerLines, type LedgerLineShape } from './ledger-lines.tsx';

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
      <p class="sorts">
        <a href={`/c/${conference.slug}/rules`}>{say('pages.rules.link')}</a>{' '}
        <a href={`/c/${conference.slug}/figures`}>{say('pages.figures.link')}</a>{' '}
        <a href={`/c/${conference.slug}/ledger.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.ledger.feed')}
        </a>
      </p>
      {lines.length === 0 && <EmptyState>{say('pages.ledger.empty')}</EmptyState>}
      <LedgerLines conference={conference} lines={lines} />
      {next && (
        <p>
          <a class="more" rel="next" href={`/c/${conference.slug}/ledger?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}
