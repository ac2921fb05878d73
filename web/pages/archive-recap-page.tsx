import { formatDateTime } from '../components/date-time.tsx';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { RecapParts, type RecapPartShape } from './recap-parts.tsx';

interface ArchiveRecapPageProps {
  context: ArchiveContext;
  title: string;
  savedAt: string;
  parts: RecapPartShape[];
  discussion: string;
}

export function ArchiveRecapPage({ context, title, savedAt, parts, discussion }: ArchiveRecapPageProps) {
  const { say, conference, locale, timeZone } = context;
  return (
    <ArchiveLayout context={context}>
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
