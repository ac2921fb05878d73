import { DateTime } from '../components/date-time.tsx';
import type { ImportReportShape } from './import-report.tsx';
import type { PageContext } from './page.tsx';

interface ImportFormProps {
  slug: string;
  /** What is asked of the last file: whose it is, or whether it belongs into the demo. */
  asks: 'foreign' | 'demo' | null;
  /** Of the file that was tried, whose questions are answered with it. */
  report: ImportReportShape | null;
  /** What was answered before, and is not asked again. */
  answers: Readonly<Record<string, string>>;
  say: PageContext['say'];
}

/** Imports a file: first what would change, then the change. A file with questions is sent again with the answers. */
export const ImportForm = ({ slug, asks, report, answers, say }: ImportFormProps) => (
  <form
    class="card fields"
    id="import"
    method="post"
    action={`/organize/${slug}/imports`}
    enctype="multipart/form-data"
  >
    <h2>{say('pages.organize.import')}</h2>
    <p>
      <label for="file">{say('pages.organize.file')}</label>
      <input id="file" type="file" name="file" accept=".json,.xml,.csv,.xlsx" required aria-describedby="file-help" />
      <span class="help" id="file-help">
        {say('pages.organize.importHelp')}{' '}
        <a href={`/organize/${slug}/imports/example.csv`} download>
          {say('pages.organize.importExample')}
        </a>
      </span>
    </p>
    {asks && (
      <>
        <p class="notice">
          {say(`pages.import.${asks}`)} <a href="/organize#new">{say('pages.import.foreignNew')}</a>
        </p>
        <p>
          <label>
            <input type="checkbox" name="conference" value="this" /> {say('pages.import.foreignHere')}
          </label>
        </p>
      </>
    )}
    {Object.entries(answers)
      .filter(([id]) => !report?.questions.some((question) => question.id === id))
      .map(([id, answer]) => (
        <input key={id} type="hidden" name={`answer-${id}`} value={answer} />
      ))}
    {report && report.questions.length > 0 && <Questions questions={report.questions} say={say} />}
    {report && report.columns.length > 0 && <Columns columns={report.columns} say={say} />}
    <p class="inline">
      <button name="do" value="try">
        {say('pages.organize.tryImport')}
      </button>
      <button class="primary" name="do" value="import">
        {say('pages.organize.doImport')}
      </button>
    </p>
  </form>
);

type QuestionShape = ImportReportShape['questions'][number];

/** Most questions that a form asks at once; the others stay for the page of questions. */
const ASKED = 50;

const Questions = ({ questions, say }: { questions: QuestionShape[]; say: PageContext['say'] }) => (
  <>
    <p class="notice">{say('pages.import.answerFirst')}</p>
    {questions.slice(0, ASKED).map((question) => (
      <fieldset key={question.id}>
        <legend>
          {say(`pages.import.ask.${question.kind}`, { title: question.title, foundTitle: question.foundTitle })}
        </legend>
        {question.choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={`answer-${question.id}`} value={choice} />{' '}
            {question.kind === 'dates' ? (
              <DateTime at={`${choice}T12:00:00Z`} time={false} timeZone="UTC" />
            ) : (
              say(`pages.import.answer.${choice}`)
            )}
          </label>
        ))}
      </fieldset>
    ))}
  </>
);

/** What a column may hold, as the API names it; `none` is read by nobody. */
const KINDS = [
  'none',
  'title',
  'subtitle',
  'speakers',
  'firstName',
  'lastName',
  'bio',
  'email',
  'date',
  'start',
  'end',
  'duration',
  'room',
  'track',
  'abstract',
  'language',
  'id',
  'url',
  'status',
  'doNotRecord',
] as const;

type ColumnShape = ImportReportShape['columns'][number];

/** Each column of a sheet with some of its cells and what it is read as, to correct by hand. */
const Columns = ({ columns, say }: { columns: ColumnShape[]; say: PageContext['say'] }) => (
  <details>
    <summary>{say('pages.import.columns')}</summary>
    <p class="help">{say('pages.import.columnsHelp')}</p>
    {columns.map(({ heading, kind, samples }, i) => (
      <p key={heading}>
        <input type="hidden" name={`heading-${i}`} value={heading} />
        <label for={`column-${i}`} dir="auto">
          {heading}
        </label>
        <select id={`column-${i}`} name={`column-${i}`} aria-describedby={`samples-${i}`}>
          {KINDS.map((each) => (
            <option key={each} value={each} selected={each === (kind ?? 'none')}>
              {say(`pages.import.column.${each}`)}
            </option>
          ))}
        </select>
        <span class="help" id={`samples-${i}`} dir="auto">
          {samples.join(' · ')}
        </span>
      </p>
    ))}
  </details>
);
