import { Page, type PageContext } from './page.tsx';
import { Segmented } from '../components/segmented.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConductTabs } from './conduct-tabs.tsx';
import { FigureCard, type FigureShape } from './figure-card.tsx';
import { ModerationYears, type YearOfFigures } from './moderation-years.tsx';

interface FiguresPageProps {
  context: PageContext;
  conference: ConferenceShape;
  /** The thread the figures are about; null for those of the conference and its days. */
  thread: { slug: string; title: string } | null;
  /** The days of the programme, as 2026-11-30, each with its name. */
  days: readonly { day: string; label: string }[];
  chosenDay: string | null;
  figures: readonly FigureShape[];
  /** Moderation by year; none beside a day or a talk. */
  years: readonly YearOfFigures[];
}

/** `/c/{conference}/figures` and `/c/{conference}/t/{thread}/figures`: each number with its formula and its rows. */
export function FiguresPage({ context, conference, thread, days, chosenDay, figures, years }: FiguresPageProps) {
  const { say } = context;
  const here = `/c/${conference.slug}/figures`;
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
      {!thread && days.length > 1 && (
        <Segmented
          current="page"
          label={say('pages.figures.windows')}
          segments={[
            { href: here, label: say('pages.figures.whole'), isChosen: chosenDay === null },
            ...days.map(({ day, label }) => ({ href: `${here}?day=${day}`, label, isChosen: day === chosenDay })),
          ]}
        />
      )}
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
