import { EmptyState } from '../components/empty-state.tsx';
import { Segmented } from '../components/segmented.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../components/shapes.ts';
import { ImportForm } from './import-form.tsx';
import { ImportReportPart, type ImportReportShape, type ReportKind } from './import-report.tsx';
import { LastImports, type ImportShape } from './last-imports.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import { organizedProgramme, placeOf, type ProgrammeChoice } from './organized-address.ts';
import { OrganizedGrid, type OrganizedGridShape } from './organized-grid.tsx';
import type { PageContext } from './page.tsx';
import type { KeptFile } from './programme-file.tsx';
import type { TalkFormShape } from './talk-form.tsx';
import { TalkForm, TalksTable } from './talks-table.tsx';

export interface OrganizedProgrammeProps {
  context: PageContext;
  conference: ConferenceShape;
  choice: ProgrammeChoice;
  /** The list, or the grid to look at. */
  shown: { talks: TalkShape[]; next: string | null } | { grid: OrganizedGridShape };
  /** The talk whose form is open in its place; null without one. */
  edited: TalkFormShape | null;
  /** Number of questions of imports that wait for an answer. */
  open: number;
  /** The effect of an import, done or tried. */
  report: { report: ImportReportShape; kind: ReportKind } | null;
  /** The answers that came with a file that was only tried, by the ids of its questions. */
  answers: Readonly<Record<string, string>>;
  /** Whether the file was said to belong here. */
  isHere: boolean;
  /** The last imports, newest first. */
  imports: ImportShape[];
  /** The file that was sent last, which waits for the answers. */
  kept: KeptFile | null;
  /** Rows that were pasted and refused. */
  pasted: string;
  /** The possible contents of a sheet's column. */
  columnKinds: readonly string[];
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/programme`: the talks, a new one, and the import of a file. */
export function OrganizedProgrammePage(props: OrganizedProgrammeProps) {
  const { context, conference, open, imports, report, refusal, kept } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}/programme`;
  // Answers and buttons that come next stand below the question, not below fifty talks.
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
      <NextSteps here={here} say={say} />
      <LayoutChoice {...props} />
      <Talks {...props} />
      {!isUnderWay && form}
      <LastImports imports={imports} slug={conference.slug} say={say} />
    </OrganizeShell>
  );
}

const LayoutChoice = ({ context: { say }, conference, choice }: OrganizedProgrammeProps) => (
  <Segmented
    label={say('pages.conference.layout.label')}
    segments={(['list', 'grid'] as const).map((layout) => ({
      href: organizedProgramme(conference.slug, { ...choice, cursor: '', layout }),
      label: say(`pages.conference.layout.${layout}`),
      isChosen: layout === choice.layout,
    }))}
  />
);

/** The talks by themselves: as a grid, or as a list that is searched. */
function Talks({ context: { say }, conference, choice, shown, edited }: OrganizedProgrammeProps) {
  if ('grid' in shown) {
    return (
      <>
        {edited && (
          <div id={placeOf(edited.talk!.id)}>
            <TalkForm conference={conference} form={edited} choice={choice} say={say} />
          </div>
        )}
        <OrganizedGrid conference={conference} grid={shown.grid} choice={choice} say={say} />
      </>
    );
  }
  const { talks, next } = shown;
  const here = `/organize/${conference.slug}/programme`;
  return (
    <>
      <form class="filters" method="get" action={here} role="search">
        <label>
          {say('pages.programme.find')} <input type="search" name="q" value={choice.q} maxlength={200} />
        </label>
        <button>{say('pages.search.go')}</button>
        {choice.q !== '' && <a href={here}>{say('pages.conference.filter.none')}</a>}
      </form>
      {talks.length === 0 ? (
        <EmptyState>{say(`pages.programme.${choice.q === '' ? 'none' : 'notFound'}`)}</EmptyState>
      ) : (
        <TalksTable conference={conference} talks={talks} choice={choice} edited={edited} say={say} />
      )}
      {next && (
        <p>
          <a class="more" rel="next" href={organizedProgramme(conference.slug, { ...choice, cursor: next })}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </>
  );
}

/** The question of a refused import. */
function askedBy(refusal: ProblemShape | null): 'foreign' | 'demo' | null {
  if (refusal?.type === '/problems/import-foreign') return 'foreign';
  return refusal?.type === '/problems/import-into-demo' ? 'demo' : null;
}

/** The ways to a new talk and to a file. */
const NextSteps = ({ here, say }: { here: string; say: PageContext['say'] }) => (
  <p class="inline">
    <a class="button" href={`${here}/new`}>
      {say('pages.programme.add')}
    </a>
    <a class="button" href="#import">
      {say('pages.organize.import')}
    </a>
  </p>
);
