import { askedDate } from './asked-question.ts';
import { waitingReport, type ImportReport } from './import-report.ts';
import { scheduleRefused } from './imports.problems.ts';
import { ScheduleAsks, type DateQuestion } from './parsing/parsed-schedule.ts';
import type { ImportDecisions } from './programme-upload.ts';
import { NEW_CONFERENCE } from './question-ids.ts';

/** The questions before a file makes a conference. Throws `schedule-refused` without `decisions`: nobody answers. */
export function askedFirst(question: DateQuestion, decisions: ImportDecisions | undefined): ImportReport {
  if (!decisions) throw scheduleRefused(new ScheduleAsks(question));
  return waitingReport(askedDate(NEW_CONFERENCE, question), 0);
}
