import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConductTabs } from './conduct-tabs.tsx';

export interface YearOfFigures {
  year: number;
  figures: { name: string; value: number | null }[];
  grounds: { rule: string; value: number | null }[];
}

interface FiguresPageProps {
  context: PageContext;
  conference: ConferenceShape;
  years: YearOfFigures[];
}

/** `/c/{conference}/figures`: reports and decisions, year by year; each number with its formula. */
export function FiguresPage({ context, conference, years }: FiguresPageProps) {
  const { say } = context;
  const titles = new Map(conference.settings.rules.map(({ key, title }) => [key, title]));
  const value = (number: number | null) =>
    number === null ? <i>{say('pages.figures.few')}</i> : <b>{number.toLocaleString(context.locale)}</b>;
  return (
    <Page {...context}>
      <h1>{say('pages.figures.title')}</h1>
      <p class="lead">{say('pages.figures.lead')}</p>
      <ConductTabs slug={conference.slug} chosen="figures" />
      {years.length === 0 && <EmptyState>{say('pages.ledger.empty')}</EmptyState>}
      {years.map(({ year, figures, grounds }) => (
        <section key={year} class="card">
          <h2>{year}</h2>
          <dl class="figures">
            {figures.map(({ name, value: number }) => (
              <div key={name}>
                <dt>
                  {say(`pages.figures.names.${name}`)}
                  <p class="help">{say(`pages.figures.formula.${name}`)}</p>
                </dt>
                <dd>{value(number)}</dd>
              </div>
            ))}
            {grounds.map(({ rule, value: number }) => (
              <div key={rule}>
                <dt>
                  {say('pages.figures.ground', { rule: titles.get(rule) ?? rule })}
                  <p class="help">{say('pages.figures.formula.ground')}</p>
                </dt>
                <dd>{value(number)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
