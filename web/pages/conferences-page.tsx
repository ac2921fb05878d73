import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConferenceDates } from './conference-dates.tsx';
import { useContext } from 'preact/hooks';
import { Chip } from '../components/chip.tsx';
import { LocaleContext } from '../components/locale-context.ts';

interface ConferencesPageProps {
  context: PageContext;
  conferences: ConferenceShape[];
  next: string | null;
}

/** `/`: the conferences of this forum. */
export function ConferencesPage({ context, conferences, next }: ConferencesPageProps) {
  const { say } = context;
  return (
    <Page {...context} width="page">
      <h1 class="of-home">{say('pages.home.title')}</h1>
      <p class="lead">{say('pages.home.lead')}</p>
      {conferences.length === 0 && <EmptyState>{say('pages.home.empty')}</EmptyState>}
      <ul class="conferences">
        {conferences.map((conference) => (
          <ConferenceCard key={conference.id} {...conference} />
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

/** A conference with its logo, its dates, and whether it goes on. */
function ConferenceCard({ slug, title, locale, phase, brand, counts, ...dates }: ConferenceShape) {
  const { say } = useContext(LocaleContext);
  return (
    <li class="card">
      {brand.logoUrl && <img src={brand.logoUrl} alt="" loading="lazy" height={28} />}
      <h2 lang={locale}>
        <a href={`/c/${slug}`}>{title}</a>
      </h2>
      <p class="meta dots">
        <span>
          <ConferenceDates {...dates} />
        </span>
        <span>{say('pages.home.talks', { count: counts.talks })}</span>
      </p>
      <p>
        <Chip kind={phase === 'during' ? 'waiting' : 'neutral'}>{say(`pages.phase.${phase}`)}</Chip>
      </p>
    </li>
  );
}
