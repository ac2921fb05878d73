import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../components/shapes.ts';
import { ImportForm } from './import-form.tsx';
import { ImportReportPart, type ImportReportShape, type ReportKind } from './import-report.tsx';
import { LastImports, type ImportShape } from './last-imports.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import type { KeptFile } from './programme-file.tsx';

export interface OrganizedProgrammeProps {
  context: PageContext;
  conference: ConferenceShape;
  talks: TalkShape[];
  next: string | null;
  /** The words that are searched for. */
  q: string;
  /** How many questions of imports wait for an answer. */
  open: number;
  /** What an import did, or would do. */
  report: { report: ImportReportShape; kind: ReportKind } | null;
  /** What was answered with a file that was only tried, by the ids of its questions. */
  answers: Readonly<Record<string, string>>;
  /** Whether the file was said to belong here. */
  isHere: boolean;
  /** The last imports, newest first. */
  imports: ImportShape[];
  /** The file that was sent last, which waits for the answers. */
  kept: KeptFile | null;
  /** Rows that were pasted and refused. */
  pasted: string;
  /** What a column of a sheet may hold. */
  columnKinds: readonly string[];
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/programme`: the talks, a new one, and the import of a file. */
export function OrganizedProgrammePage(props: OrganizedProgrammeProps) {
  const { context, conference, talks, next, q, open, imports, report, refusal, kept } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}/programme`;
  // What is answered or pressed next stands below the question, not below fifty talks.
  const isUnderWay = kept !== null;
  const form = (
    <ImportForm
      slug={conference.slug}
      asks={askedBy(refusal)}
      report={report?.kind === 'undone' ? null : (report?.report ?? null)}
      answers={props.answers}
      isHere={props.isHere}
      kept={kept}
      pasted={props.pasted}
      columnKinds={props.columnKinds}
      say={say}
    />
  );
  return (
    <OrganizeShell context={context} part="programme" refusal={refusal}>
      {report && <ImportReportPart {...report} say={say} />}
      {isUnderWay && form}
      {open > 0 && (
        <p class="notice">
          <a href={`/organize/${conference.slug}/import`}>{say('pages.programme.open', { count: open })}</a>
        </p>
      )}
      <p class="inline">
        <a class="button" href={`${here}/new`}>
          {say('pages.programme.add')}
        </a>
        <a class="button" href="#import">
          {say('pages.organize.import')}
        </a>
      </p>
      <form class="filters" method="get" action={here} role="search">
        <label>
          {say('pages.programme.find')} <input type="search" name="q" value={q} maxlength={200} />
        </label>
        <button>{say('pages.search.go')}</button>
        {q !== '' && <a href={here}>{say('pages.conference.filter.none')}</a>}
      </form>
      {talks.length === 0 ? (
        <EmptyState>{say(`pages.programme.${q === '' ? 'none' : 'notFound'}`)}</EmptyState>
      ) : (
        <TalksTable talks={talks} here={here} say={say} />
      )}
      {next && (
        <p>
          <a
            class="more"
            rel="next"
            href={`${here}?${new URLSearchParams({ ...(q === '' ? {} : { q }), cursor: next }).toString()}`}
          >
            {say('pages.more')}
          </a>
        </p>
      )}
      {!isUnderWay && form}
      <LastImports imports={imports} slug={conference.slug} say={say} />
    </OrganizeShell>
  );
}

const TalksTable = ({ talks, here, say }: { talks: TalkShape[]; here: string; say: PageContext['say'] }) => (
  <table class="rows">
    <thead>
      <tr>
        <th scope="col">{say('pages.organize.speakerOf')}</th>
        <th scope="col">{say('pages.programme.when')}</th>
        <th scope="col">{say('pages.programme.room')}</th>
      </tr>
    </thead>
    <tbody>
      {talks.map(({ id, title, speakers, startsAt, room, status }) => (
        <tr key={id}>
          <td>
            <a href={`${here}/${id}`}>{title}</a>{' '}
            {status === 'cancelled' && <span class="badge">{say('pages.programme.cancelled')}</span>}
            {speakers.length > 0 && (
              <span class="help" dir="auto">
                {speakers.map(({ name }) => name).join(', ')}
              </span>
            )}
          </td>
          <td>{startsAt ? <DateTime at={startsAt} /> : say('pages.programme.noTime')}</td>
          <td dir="auto">{room}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The question of a refused import. */
function askedBy(refusal: ProblemShape | null): 'foreign' | 'demo' | null {
  if (refusal?.type === '/problems/import-foreign') return 'foreign';
  return refusal?.type === '/problems/import-into-demo' ? 'demo' : null;
}
