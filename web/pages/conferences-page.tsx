import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConferenceDates } from './conference-dates.tsx';

interface ConferencesPageProps {
  context: PageContext;
  conferences: ConferenceShape[];
  next: string | null;
}

/** `/`: the conferences of this forum. */
export function ConferencesPage({ context, conferences, next }: ConferencesPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.home.title')}</h1>
      <p class="lead">{say('pages.home.lead')}</p>
      {conferences.length === 0 && <EmptyState>{say('pages.home.empty')}</EmptyState>}
      <ul class="cards">
        {conferences.map((conference) => (
          <li key={conference.id}>
            <h2 lang={conference.locale}>
              <a href={`/c/${conference.slug}`}>{conference.title}</a>
            </h2>
            <p>
              <ConferenceDates {...conference} /> · {say('pages.home.talks', { count: conference.counts.talks })}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a class="more" rel="next" href={`/?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}
