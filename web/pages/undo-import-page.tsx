import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { ImportChanges } from './import-changes.tsx';
import type { ImportReportShape } from './import-report.tsx';
import { ImportLine, type ImportShape } from './last-imports.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

interface UndoImportProps {
  context: PageContext;
  conference: ConferenceShape;
  import: ImportShape;
  /** The effect that undoing would have; null when it cannot be undone. */
  report: ImportReportShape | null;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/imports/{import}/undo`: what undoing an import does, and the button that does it. */
export function UndoImportPage({ context, conference, import: found, report, refusal }: UndoImportProps) {
  const { say } = context;
  const programme = `/organize/${conference.slug}/programme`;
  return (
    <OrganizeShell
      context={context}
      part="programme"
      title={say('pages.import.undoTitle')}
      lead={<ImportLine {...found} say={say} />}
      refusal={refusal}
    >
      {report && (
        <form method="post" action={`/organize/${conference.slug}/imports/${found.id}/undo`} class="card">
          <p>{say('pages.import.undoHelp')}</p>
          <ImportChanges
            changes={report.changes}
            count={report.added + report.changed + report.moved + report.cancelled}
            isUndo
            say={say}
          />
          <p class="inline">
            <button class="danger">{say('pages.import.undoNow')}</button>
            <a href={programme}>{say('pages.import.undoNot')}</a>
          </p>
        </form>
      )}
      {!report && (
        <p>
          <a href={programme}>{say('pages.import.undoBack')}</a>
        </p>
      )}
    </OrganizeShell>
  );
}
