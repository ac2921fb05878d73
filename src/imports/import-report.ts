import type { Difference, ImportQuestion } from './compare-programme.ts';
import type { KnownTalk } from './known-talk.ts';
import type { ScheduleProblem, UnreadField } from './parsing/parsed-schedule.ts';
import { PROBLEMS_SHOWN, type ReadProgramme } from './read-programme.ts';
import { changesOf, type TalkChange } from './report-changes.ts';

/** Numbers of talks, as an import reports them. */
export interface ImportCounts {
  added: number;
  changed: number;
  moved: number;
  cancelled: number;
  unchanged: number;
}

/** Numbers of talks, and problems found. */
export interface ImportReport extends ImportCounts {
  /** What happens to each talk, the unchanged ones last; the first 500. */
  changes: TalkChange[];
  /** How many talks there are in it, also those that are not listed. */
  changeCount: number;
  /** The first 200 of them. */
  problems: ScheduleProblem[];
  /** How many problems there are, also those that are not listed. */
  problemCount: number;
  /** Fields of the file that no import reads, with their counts. */
  notUnderstood: UnreadField[];
  /** Questions to the organizer, for the page and the API; the first 200 of them. */
  questions: { kind: ImportQuestion['kind']; talkId: string | null; title: string; foundTitle: string }[];
  /** How many questions there are, also those that are not listed. */
  questionCount: number;
  /** Of an import that changed the programme, by which it can be undone; null otherwise. */
  importId: string | null;
}

/** What an import does, or would do, for the organizers. */
export async function reportOf(
  difference: Difference,
  found: ReadProgramme,
  known: readonly KnownTalk[],
): Promise<ImportReport> {
  const { problems, questions } = difference;
  return {
    ...countsOf(difference),
    ...(await changesOf(difference, known)),
    problems: [...problems, ...found.problems].slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length + found.problemCount,
    notUnderstood: found.unread,
    questionCount: questions.length,
    questions: questions.slice(0, PROBLEMS_SHOWN).map(({ kind, old, talk }) => ({
      kind,
      talkId: old?.id ?? null,
      title: old?.title ?? talk.title,
      foundTitle: talk.title,
    })),
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
