import { ArchiveLayout, type ArchiveFrame } from './archive-layout.tsx';
import { LedgerLines, type LedgerLine } from './ledger-lines.tsx';

export function ArchiveLedgerPage({ frame, lines }: { frame: ArchiveFrame; lines: LedgerLine[] }) {
  const { say, conference } = frame;
  return (
    <ArchiveLayout frame={frame}>
      <h1>{say('pages.ledger.title')}</h1>
      <p class="lead">{say('pages.ledger.lead')}</p>
      {lines.length === 0 && <p class="empty">{say('pages.ledger.empty')}</p>}
      <LedgerLines conference={conference} lines={lines} />
    </ArchiveLayout>
  );
}
