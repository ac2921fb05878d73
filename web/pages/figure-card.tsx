import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';

/** A figure as its card shows it. */
export interface FigureShape {
  name: string;
  question: string;
  sentence: string;
  denominator: number | null;
  parts: { name: string; label: string; value: number | null }[];
  window: string;
  leftOut: string;
  formula: string;
  doesNotTell: string;
  numeratorText: string;
  denominatorText: string;
  sql: string;
  asOf: string;
  /** The chart, drawn by the server. */
  svg: string;
  /** The address of the figure for programs, without an ending. */
  path: string;
  /** The query of that address after its ending, which names the day or the talk; empty for the conference. */
  query: string;
}

/** The files of a figure to take along. */
const FILES = [
  ['csv', 'pages.figures.rows'],
  ['svg', 'pages.figures.chart'],
  ['png', 'pages.figures.picture'],
] as const;

/** A number in words, as a chart and as a table, with its formula, what it leaves out and its rows. */
export function FigureCard({ figure, isArchived }: { figure: FigureShape; isArchived?: boolean }) {
  const { say } = useContext(LocaleContext);
  return (
    <section class="card figure" id={figure.name} aria-labelledby={`${figure.name}-title`}>
      <h2 id={`${figure.name}-title`}>
        <a href={`#${figure.name}`}>{figure.question}</a>
      </h2>
      <p class="lead">{figure.sentence}</p>
      {(figure.denominator ?? 0) > 0 && <div class="plot" dangerouslySetInnerHTML={{ __html: figure.svg }} />}
      <FigureTable figure={figure} />
      <Method figure={figure} />
      <p class="help dots">
        <span>
          {say('pages.figures.asOf')} <DateTime at={figure.asOf} />
        </span>
        {!isArchived &&
          FILES.map(([ending, label]) => (
            <a key={ending} href={`${figure.path}.${ending}${figure.query}`} download>
              {say(label)}
            </a>
          ))}
      </p>
    </section>
  );
}

function FigureTable({ figure }: { figure: FigureShape }) {
  const { say, locale } = useContext(LocaleContext);
  const shown = (value: number | null) =>
    value === null ? <i>{say('pages.figures.few')}</i> : value.toLocaleString(locale);
  return (
    <table class="figures">
      <caption class="unseen">{figure.question}</caption>
      <tbody>
        {figure.parts.map(({ name, label, value }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>{shown(value)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{figure.denominatorText}</th>
          <td>{shown(figure.denominator)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The way it is counted: in words, as a formula, and as a statement. */
function Method({ figure }: { figure: FigureShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <details>
      <summary>{say('pages.figures.how')}</summary>
      <dl>
        <dt>{say('pages.figures.counted')}</dt>
        <dd>{figure.numeratorText}</dd>
        <dt>{say('pages.figures.outOf')}</dt>
        <dd>{figure.denominatorText}</dd>
        <dt>{say('pages.figures.formulaTitle')}</dt>
        <dd>{figure.formula}</dd>
        <dt>{say('pages.figures.leftOut')}</dt>
        <dd>{figure.leftOut}</dd>
        <dt>{say('pages.figures.doesNotTell')}</dt>
        <dd>{figure.doesNotTell}</dd>
      </dl>
      <pre tabIndex={0} role="region" aria-label={say('pages.figures.statement')}>
        <code>{figure.sql}</code>
      </pre>
    </details>
  );
}
