import { formatDateTime } from '../components/date-time.tsx';
import { ArchiveLayout, type ArchiveFrame } from './archive-layout.tsx';
import { RecapParts, type RecapPart } from './recap-parts.tsx';

interface ArchiveRecapPageProps {
  frame: ArchiveFrame;
  title: string;
  savedAt: string;
  parts: RecapPart[];
  discussion: string;
}

export function ArchiveRecapPage({ frame, title, savedAt, parts, discussion }: ArchiveRecapPageProps) {
  const { say, conference, locale, timeZone } = frame;
  return (
    <ArchiveLayout frame={frame}>
      <p>
        <a href={discussion} lang={conference.locale}>
          {title}
        </a>
      </p>
      <h1>{say('pages.recap.title', { title })}</h1>
      <p class="lead">
        {say('pages.recap.lead')} {formatDateTime(savedAt, { locale, timeZone, time: true, zone: false })}
      </p>
      <article class="recap" lang={conference.locale}>
        <RecapParts parts={parts} />
      </article>
    </ArchiveLayout>
  );
}
