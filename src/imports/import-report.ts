import { askedQuestion, type AskedQuestion } from './asked-question.ts';
import type { Difference } from './compare-programme.ts';
import type { SealedEmail } from './keep-sheet.ts';
import type { SheetColumn } from './parsing/sheets/sheet-answers.ts';
import type { KnownTalk } from './known-talk.ts';
import type { ScheduleProblem, UnreadField } from './parsing/parsed-schedule.ts';
import { PROBLEMS_SHOWN, type ReadProgramme } from './read-programme.ts';
import { changesOf, type TalkChange } from './report-changes.ts';

/** Numbers of talks, as an import reports them. */
export interface ImportCounts {
  /** Number of new talks. */
  added: number;
  /** Number of talks that change in more than times and rooms. */
  changed: number;
  /** Number of talks that change in nothing but times and rooms. */
  moved: number;
  /** Number of talks that are cancelled. */
  cancelled: number;
  /** Number of talks that stay as they are. */
  unchanged: number;
}

/** Numbers of talks, and problems found. */
export interface ImportReport extends ImportCounts {
  /** The change of each talk, the unchanged ones last; the first 500. */
  changes: TalkChange[];
  /** Number of talks in the report, also of those that are not listed. */
  changeCount: number;
  /** The first 200 of them. */
  problems: ScheduleProblem[];
  /** Number of problems, also of those that are not listed. */
  problemCount: number;
  /** Fields of the file that no import reads, with their counts. */
  notUnderstood: UnreadField[];
  /** Questions to the organizer, for the page and the API; the first 200 of them. */
  questions: AskedQuestion[];
  /** Number of questions, also of those that are not listed. */
  questionCount: number;
  /** The columns of a sheet, with what they were read as and some of their cells. */
  columns: SheetColumn[];
  /** Speakers whose address the sheet names, masked; the first 200. */
  emails: {
    /** The name of the speaker. */
    speaker: string;
    /** The first letter, and the domain. */
    emailMasked: string;
  }[];
  /** Of an import that changed the programme, by which it can be undone; null otherwise. */
  importId: string | null;
}

/** The parts of a report besides the difference. */
export interface ReportedImport {
  conferenceId: string;
  programme: ReadProgramme;
  emails: readonly SealedEmail[];
  known: readonly KnownTalk[];
}

/** The report of a file that waits for the answer to a question, and changes nothing until then. */
export const waitingReport = (question: AskedQuestion, unchanged: number): ImportReport => ({
  added: 0,
  changed: 0,
  moved: 0,
  cancelled: 0,
  unchanged,
  changes: [],
  changeCount: 0,
  problems: [],
  problemCount: 0,
  notUnderstood: [],
  questions: [question],
  questionCount: 1,
  columns: [],
  emails: [],
  importId: null,
});

/** Reports to the organizers what an import does, or would do. */
export async function reportOf(
  difference: Difference,
  { conferenceId, programme: found, emails, known }: ReportedImport,
): Promise<ImportReport> {
  const { problems, questions } = difference;
  return {
    ...countsOf(difference),
    ...(await changesOf(difference, known)),
    problems: [...problems, ...found.problems].slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length + found.problemCount,
    notUnderstood: found.unread,
    questionCount: questions.length,
    questions: questions.slice(0, PROBLEMS_SHOWN).map((question) => askedQuestion(conferenceId, question)),
    columns: found.columns,
    emails: emails.slice(0, PROBLEMS_SHOWN).map(({ speaker, emailMasked }) => ({ speaker, emailMasked })),
    importId: null,
  };
}

export const countsOf = ({ added, changed, moved, cancelled, unchanged }: Difference): ImportCounts => ({
  added: added.length,
  changed: changed.length,
  moved: moved.length,
  cancelled: cancelled.length,
  unchanged: unchanged.length,
});
