import { dayInWords } from '../../locales/written-date.ts';
import { Segmented } from '../components/segmented.tsx';
import type { PageContext } from './page.tsx';

/** The report of a year, with what its files leave empty. */
export interface TransparencyShape {
  year: number;
  starts: string;
  ends: string;
  isOver: boolean;
  files: {
    name: string;
    filled: number;
    empty: { reason: string; text: string; cells: string[]; count: number }[];
  }[];
}

interface TransparencyReportProps {
  say: PageContext['say'];
  locale: PageContext['locale'];
  report: TransparencyShape;
  years: readonly number[];
  /** The address of this page, and of its files without the year. */
  path: string;
  filesPath: string;
  zone: string;
}

const HOW = ['notices', 'illegal', 'held', 'muted', 'complaints', 'names'] as const;

/** The files of a transparency report to take along, with the reason of each empty cell. */
export function TransparencyReport({ say, locale, report, years, path, filesPath, zone }: TransparencyReportProps) {
  const { year, starts, ends, isOver, files } = report;
  const at = `${filesPath}/${year}`;
  return (
    <>
      {years.length > 1 && (
        <Segmented
          current="page"
          label={say('pages.transparency.years')}
          segments={years.map((each) => ({
            href: `${path}?year=${each}`,
            label: String(each),
            isChosen: each === year,
          }))}
        />
      )}
      <p class="help">
        {say('pages.transparency.counted', {
          starts: dayInWords(new Date(starts), locale),
          ends: dayInWords(new Date(ends), locale),
          zone,
        })}
      </p>
      {!isOver && <p>{say('pages.transparency.soFar')}</p>}
      <p>
        <a class="primary" href={`${at}.zip`} download>
          {say('pages.transparency.all')}
        </a>
      </p>
      <section>
        <h2>{say('pages.transparency.files')}</h2>
        {files.map((file) => (
          <ReportFileCard key={file.name} file={file} path={at} say={say} locale={locale} />
        ))}
      </section>
      <CountingRules say={say} />
    </>
  );
}

interface ReportFileCardProps {
  say: PageContext['say'];
  locale: PageContext['locale'];
  file: TransparencyShape['files'][number];
  path: string;
}

function ReportFileCard({ say, locale, file: { name, filled, empty }, path }: ReportFileCardProps) {
  const missing = empty.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="card" id={name}>
      <h3>{name}</h3>
      <p class="help dots">
        <span>{say('pages.transparency.filled', { count: filled })}</span>
        <a href={`${path}/${name}.csv`} download>
          {say('pages.transparency.take')}
        </a>
      </p>
      {missing === 0 ? (
        <p>{say('pages.transparency.nothingEmpty')}</p>
      ) : (
        <details>
          <summary>{say('pages.transparency.isEmpty', { count: missing })}</summary>
          <dl>
            {empty.map(({ reason, text, cells, count }) => (
              <div key={reason}>
                <dt>
                  {text} ({count.toLocaleString(locale)})
                </dt>
                <dd class="help" lang="en">
                  {cells.join(' · ')}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

const CountingRules = ({ say }: { say: PageContext['say'] }) => (
  <section class="card">
    <h2>{say('pages.transparency.howTitle')}</h2>
    <ul>
      {HOW.map((each) => (
        <li key={each}>{say(`pages.transparency.how.${each}`)}</li>
      ))}
    </ul>
  </section>
);
