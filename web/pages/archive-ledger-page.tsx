import { EmptyState } from '../components/empty-state.tsx';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { LedgerLines, type LedgerLineShape } from './ledger-lines.tsx';

export function ArchiveLedgerPage({ context, lines }: { context: ArchiveContext; lines: LedgerLineShape[] }) {
  const { say, conference } = context;
  return (
    <ArchiveLayout context={context}>
      <h1>{say('pages.ledger.title')}</h1>
      <p class="lead">{say('pages.ledger.lead')}</p>
      {lines.length === 0 && <EmptyState>{say('pages.ledger.empty')}</EmptyState>}
      <LedgerLines conference={conference} lines={lines} />
    </ArchiveLayout>
  );
}
