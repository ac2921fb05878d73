import { formatDateTime } from '../components/date-time.tsx';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { Persona } from './about-author.tsx';
import type { RecapAuthorShape } from './recap-shapes.ts';
import { RecapParts, type RecapPartShape } from './recap-parts.tsx';

/** The author of a recap as they present themselves; an archive has no page of theirs. */
export type ArchivedAuthorShape = Omit<RecapAuthorShape, 'path' | 'isListed'>;

interface ArchiveRecapPageProps {
  context: ArchiveContext;
  title: string;
  author: ArchivedAuthorShape | null;
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
  const name = author?.name ?? say('pages.archive.formerAuthor');
  return (
    <ArchiveLayout context={context}>
      <p>
        <a href={discussion} lang={conference.locale}>
          {isOfficial ? title : say('pages.archive.discussion')}
        </a>
      </p>
      <h1>{isOfficial ? say('pages.recap.title', { title }) : title}</h1>
      <p class="lead">
        {isOfficial ? say('pages.recap.lead') : <b dir="auto">{name}</b>}{' '}
        {formatDateTime(savedAt, { locale, timeZone, time: true })}
      </p>
      <article class="recap" lang={conference.locale}>
        <RecapParts parts={parts} />
      </article>
      {author && (author.tagline || author.bioHtml) && (
        <section class="card about-author" aria-labelledby="about-author">
          <h2 id="about-author">{say('pages.recaps.about')}</h2>
          <Persona author={author} />
        </section>
      )}
    </ArchiveLayout>
  );
}
