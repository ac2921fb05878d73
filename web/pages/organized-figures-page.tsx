import { Stat, Stats } from '../components/stat.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { FigureCard, type FigureShape } from './figure-card.tsx';
import { FigureDays, type FigureDay } from './figure-days.tsx';
import { ImportLine, type ImportShape } from './last-imports.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

interface OrganizedFiguresProps {
  context: PageContext;
  conference: ConferenceShape;
  days: readonly FigureDay[];
  chosenDay: string | null;
  figures: readonly FigureShape[];
  /** Decisions that moderators have to make, and questions without an outcome. */
  waiting: { decisions: number; questions: number };
  /** The last ones, newest first. */
  imports: readonly ImportShape[];
}

/** `/organize/{conference}/figures`: what waits, the figures that everybody sees, and the last imports. */
export function OrganizedFiguresPage(props: OrganizedFiguresProps) {
  const { context, conference, days, chosenDay, figures, waiting, imports } = props;
  const { say, locale } = context;
  const here = `/organize/${conference.slug}`;
  return (
    <OrganizeShell context={context} part="figures" lead={say('pages.figures.organizersLead')}>
      <Stats>
        <Stat value={waiting.decisions.toLocaleString(locale)}>
          <a href={`${here}/queue`}>{say('pages.figures.decisionsWait', { count: waiting.decisions })}</a>
        </Stat>
        <Stat value={waiting.questions.toLocaleString(locale)}>
          <a href={`/c/${conference.slug}?show=waiting`}>
            {say('pages.figures.questionsWait', { count: waiting.questions })}
          </a>
        </Stat>
      </Stats>
      <FigureDays path={`${here}/figures`} days={days} chosenDay={chosenDay} say={say} />
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} />
      ))}
      <p>
        <a href={`${here}/transparency`}>{say('pages.transparency.link')}</a>
      </p>
      <ImportsCard imports={imports} here={here} say={say} />
    </OrganizeShell>
  );
}

interface ImportsCardProps {
  imports: readonly ImportShape[];
  here: string;
  say: PageContext['say'];
}

const ImportsCard = ({ imports, here, say }: ImportsCardProps) => (
  <section class="card">
    <h2>{say('pages.import.last')}</h2>
    {imports.length === 0 && <p>{say('pages.figures.noImports')}</p>}
    {imports.length > 0 && (
      <ul>
        {imports.map((each) => (
          <li key={each.id}>
            <ImportLine {...each} say={say} />
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href={`${here}/programme`}>{say('pages.organize.parts.programme')}</a>
    </p>
  </section>
);
