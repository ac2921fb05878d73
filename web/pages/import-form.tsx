import { ImportQuestionFields } from './import-question-fields.tsx';
import type { ImportReportShape } from './import-report.tsx';
import type { PageContext } from './page.tsx';
import { ProgrammeFile, type KeptFile } from './programme-file.tsx';

interface ImportFormProps {
  slug: string;
  /** The question about the last file: whose it is, or whether it belongs into the demo. */
  asks: 'foreign' | 'demo' | null;
  /** Of the file that was tried, whose questions are answered with it. */
  report: ImportReportShape | null;
  /** Earlier answers, which are not asked for again. */
  answers: Readonly<Record<string, string>>;
  /** Whether the file was said to belong here. */
  isHere: boolean;
  /** The file that was sent last, which waits for the answers. */
  kept: KeptFile | null;
  pasted: string;
  /** The possible contents of a sheet's column, as the API names them. */
  columnKinds: readonly string[];
  say: PageContext['say'];
}

/** Imports a file: first what would change, then the change. A file with questions is sent again with the answers. */
export const ImportForm = ({
  slug,
  asks,
  report,
  answers,
  isHere,
  kept,
  pasted,
  columnKinds,
  say,
}: ImportFormProps) => (
  <form
    class="card fields"
    id="import"
    method="post"
    action={`/organize/${slug}/imports`}
    enctype="multipart/form-data"
  >
    <h2>{say('pages.organize.import')}</h2>
    <ProgrammeFile kept={kept} pasted={pasted} help={<ImportHelp slug={slug} say={say} />} say={say} />
    {isHere && kept !== null && <input type="hidden" name="conference" value="this" />}
    {asks && <Belonging asks={asks} isKept={kept !== null} say={say} />}
    <ImportQuestionFields questions={report?.questions ?? []} answers={answers} say={say} />
    {report && report.columns.length > 0 && <Columns columns={report.columns} kinds={columnKinds} say={say} />}
    <ImportButtons say={say} />
  </form>
);

interface ColumnsProps {
  columns: ImportReportShape['columns'];
  kinds: readonly string[];
  say: PageContext['say'];
}

/** Each column of a sheet with some of its cells and what it is read as, to correct by hand. */
const Columns = ({ columns, kinds, say }: ColumnsProps) => (
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
          {['none', ...kinds].map((each) => (
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

interface BelongingProps {
  asks: 'foreign' | 'demo';
  isKept: boolean;
  say: PageContext['say'];
}

/** Asks whether the file of another conference belongs here. */
const Belonging = ({ asks, isKept, say }: BelongingProps) => (
  <>
    <p class="notice">
      {say(`pages.import.${asks}`)} <a href="/organize#new">{say('pages.import.foreignNew')}</a>
    </p>
    <p>
      <label>
        <input type="checkbox" name="conference" value="this" /> {say('pages.import.foreignHere')}
        {!isKept && <> {say('pages.import.foreignAgain')}</>}
      </label>
    </p>
  </>
);

/** The first button is what the enter key presses: it changes nothing. */
const ImportButtons = ({ say }: { say: PageContext['say'] }) => (
  <p class="inline">
    <button name="do" value="try">
      {say('pages.organize.tryImport')}
    </button>
    <button class="primary" name="do" value="import">
      {say('pages.organize.doImport')}
    </button>
  </p>
);

const ImportHelp = ({ slug, say }: { slug: string; say: PageContext['say'] }) => (
  <>
    {say('pages.organize.importHelp')}{' '}
    <a href={`/organize/${slug}/imports/example.csv`} download>
      {say('pages.organize.importExample')}
    </a>
  </>
);
