import { Day } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ThreadShape } from '../components/shapes.ts';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { CommentCount } from './talk-line.tsx';
import { ConferenceDates } from './conference-dates.tsx';

/** The talks of a day, each drawn by itself (ArchiveTalkLine), because all at once would block the server. */
export interface ArchiveDay {
  day: string | null;
  html: string;
}

/** A recap of a participant, with the file of its page. */
interface ArchivedRecapShape {
  name: string;
  title: string;
  author: string | null;
}

interface ArchiveProgrammeProps {
  context: ArchiveContext;
  days: ArchiveDay[];
  hallways: ThreadShape[];
  recaps: ArchivedRecapShape[];
}

/** `{locale}/index.html`: the whole programme. */
export function ArchiveProgrammePage({ context, days, hallways, recaps }: ArchiveProgrammeProps) {
  const { say, conference } = context;
  return (
    <ArchiveLayout context={context}>
      <h1 lang={conference.locale}>{conference.title}</h1>
      <p class="lead">
        <ConferenceDates {...conference} />
        {conference.url && (
          <>
            {' '}
            ·{' '}
            <a href={conference.url} rel="noopener noreferrer">
              {say('pages.conference.site')}
            </a>
          </>
        )}
      </p>
      {hallways.length > 0 && (
        <section>
          <h2>{say('pages.conference.openDiscussions')}</h2>
          <ul class="cards">
            {hallways.map((thread) => (
              <li key={thread.id}>
                <a href={`t/${thread.slug}.html`}>{thread.title}</a> <CommentCount thread={thread} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {recaps.length > 0 && <ArchivedRecaps recaps={recaps} say={say} />}
      {days.length === 0 && <EmptyState>{say('pages.conference.noTalks')}</EmptyState>}
      {days.map(({ day, html }) => (
        <section key={day}>
          <h2>{day === null ? say('pages.conference.unscheduled') : <Day on={day} weekday />}</h2>
          <ul class="talks" dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </ArchiveLayout>
  );
}

interface ArchivedRecapsProps {
  recaps: ArchivedRecapShape[];
  say: ArchiveContext['say'];
}

const ArchivedRecaps = ({ recaps, say }: ArchivedRecapsProps) => (
  <section>
    <h2>{say('pages.archive.recaps')}</h2>
    <ul class="cards">
      {recaps.map(({ name, title, author }) => (
        <li key={name}>
          <a href={name} dir="auto">
            {title}
          </a>{' '}
          <span class="help" dir="auto">
            {author ?? say('pages.archive.formerAuthor')}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
