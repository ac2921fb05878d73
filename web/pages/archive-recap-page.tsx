import { formatDateTime } from '../components/date-time.tsx';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { RecapParts, type RecapPartShape } from './recap-parts.tsx';

interface ArchiveRecapPageProps {
  context: ArchiveContext;
  title: string;
  author: string | null;
  isOfficial: boolean;
  savedAt: string;
  parts: RecapPartShape[];
  discussion: string;
}

export function ArchiveRecapPage({
  context,
  title,
  author,
  isOfficial,
  savedAt,
  parts,
  discussion,
}: ArchiveRecapPageProps) {
  const { say, conference, locale, timeZone } = context;
  return (
    <ArchiveLayout context={context}>
      <p>
        <a href={discussion} lang={conference.locale}>
          {isOfficial ? title : say('pages.archive.discussion')}
        </a>
      </p>
      <h1>{isOfficial ? say('pages.recap.title', { title }) : title}</h1>
      <p class="lead">
        {isOfficial ? say('pages.recap.lead') : <b dir="auto">{author ?? say('pages.archive.formerAuthor')}</b>}{' '}
        {formatDateTime(savedAt, { locale, timeZone, time: true, zone: false })}
      </p>
      <article class="recap" lang={conference.locale}>
        <RecapParts parts={parts} />
      </article>
    </ArchiveLayout>
  );
}
