import { Page, type PageContext } from './page.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConductTabs } from './conduct-tabs.tsx';
import { FigureCard, type FigureShape } from './figure-card.tsx';
import { FigureDays, type FigureDay } from './figure-days.tsx';
import { ModerationYears, type YearOfFigures } from './moderation-years.tsx';

interface FiguresPageProps {
  context: PageContext;
  conference: ConferenceShape;
  /** The thread the figures are about; null for those of the conference and its days. */
  thread: { slug: string; title: string } | null;
  days: readonly FigureDay[];
  chosenDay: string | null;
  figures: readonly FigureShape[];
  /** Moderation by year; none beside a day or a talk. */
  years: readonly YearOfFigures[];
}

/** `/c/{conference}/figures` and `/c/{conference}/t/{thread}/figures`: each number with its formula and its rows. */
export function FiguresPage({ context, conference, thread, days, chosenDay, figures, years }: FiguresPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      {thread && (
        <p>
          <a href={`/c/${conference.slug}/t/${thread.slug}`} dir="auto">
            {thread.title}
          </a>
        </p>
      )}
      <h1>{say('pages.figures.title')}</h1>
      <p class="lead">{say('pages.figures.lead')}</p>
      {!thread && <ConductTabs slug={conference.slug} chosen="figures" />}
      <FigureDays path={`/c/${conference.slug}/figures`} days={days} chosenDay={chosenDay} say={say} />
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} />
      ))}
      <section class="card">
        <h2>{say('pages.figures.readers')}</h2>
        <p>{say('pages.figures.readersUnknown')}</p>
      </section>
      <ModerationYears conference={conference} years={years} />
    </Page>
  );
}
