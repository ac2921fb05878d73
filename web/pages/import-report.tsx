import { ImportChanges, type TalkChangeShape } from './import-changes.tsx';
import type { PageContext } from './page.tsx';

/** Numbers of talks, problems of the file, and fields that were not read. */
export interface ImportReportShape {
  added: number;
  changed: number;
  moved: number;
  cancelled: number;
  unchanged: number;
  /** The talks, the unchanged ones last. */
  changes: TalkChangeShape[];
  problems: { place: string; sentence: string }[];
  problemCount: number;
  notUnderstood: { field: string; count: number }[];
  questionCount: number;
  questions: {
    id: string;
    kind: 'same-talk' | 'cancelled' | 'dates';
    choices: string[];
    title: string;
    foundTitle: string;
  }[];
  /** Of a sheet. */
  columns: { heading: string; kind: string | null; samples: string[] }[];
  /** Speakers whose address the sheet names. */
  emails: { speaker: string; emailMasked: string }[];
}

/** Of an import, of one that was only tried or waits for an answer, or of one that was undone. */
export type ReportKind = 'imported' | 'tried' | 'waits' | 'undone';

const KINDS = ['added', 'changed', 'moved', 'cancelled', 'unchanged'] as const;

/** Undoing takes talks out that have nothing yet, which the counts have among the cancelled ones. */
const countedAs = (kind: (typeof KINDS)[number], reported: ReportKind) =>
  kind === 'cancelled' && reported === 'undone' ? 'takenOut' : kind;

interface ImportReportProps {
  report: ImportReportShape;
  kind: ReportKind;
  say: PageContext['say'];
}

/** Draws the effect of an import, done or tried. */
export function ImportReportPart({ report, kind: reported, say }: ImportReportProps) {
  const counted = KINDS.filter((kind) => report[kind] > 0);
  return (
    <section class="notice" role="status" id="report">
      <p>
        <b>{say(`pages.import.reported.${reported}`)}</b>
      </p>
      <ul>
        {counted.map((kind) => (
          <li key={kind}>{say(`pages.import.counted.${countedAs(kind, reported)}`, { count: report[kind] })}</li>
        ))}
        {report.questionCount > 0 && reported !== 'waits' && (
          <li>{say('pages.programme.open', { count: report.questionCount })}</li>
        )}
      </ul>
      <ImportChanges
        changes={report.changes}
        count={report.added + report.changed + report.moved + report.cancelled}
        isUndo={reported === 'undone'}
        say={say}
      />
      {reported !== 'undone' && report.problems.length > 0 && <FileProblems report={report} say={say} />}
      {report.emails.length > 0 && <SpeakerEmails emails={report.emails} say={say} />}
      {report.notUnderstood.length > 0 && (
        <p class="help">
          {say('pages.import.unread')}{' '}
          {report.notUnderstood.map(({ field, count }) => `${field} (${count})`).join(', ')}
        </p>
      )}
    </section>
  );
}

interface ReportPartProps {
  report: ImportReportShape;
  say: PageContext['say'];
}

/** The first problems of the file, and how many more there are. */
function FileProblems({ report, say }: ReportPartProps) {
  const more = report.problemCount - report.problems.length;
  return (
    <details>
      <summary>{say('pages.import.problems', { count: report.problemCount })}</summary>
      <ul>
        {report.problems.map(({ place, sentence }) => (
          <li key={`${place} ${sentence}`}>{say('pages.import.problemAt', { place, sentence })}</li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          {say('pages.import.more')} {more}
        </p>
      )}
    </details>
  );
}

const SpeakerEmails = ({ emails, say }: Pick<ImportReportShape, 'emails'> & Pick<ReportPartProps, 'say'>) => (
  <details>
    <summary>{say('pages.import.emails', { count: emails.length })}</summary>
    <p class="help">{say('pages.import.emailsHelp')}</p>
    <ul>
      {emails.map(({ speaker, emailMasked }) => (
        <li key={`${speaker} ${emailMasked}`}>
          <span dir="auto">{speaker}</span> {emailMasked}
        </li>
      ))}
    </ul>
  </details>
);
