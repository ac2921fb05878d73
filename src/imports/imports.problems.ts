import { defineProblem } from '../kernel/problem.ts';

export const scheduleRefused = defineProblem<{
  /** The place in the file. */
  place: string;
  /** The fault in the file. */
  sentence: string;
}>({ slug: 'schedule-refused', status: 422 });
export const dropsTalks = defineProblem<{
  /** Number of talks that are not in the file. */
  dropped: number;
  /** Number of talks in the programme. */
  total: number;
}>({ slug: 'import-drops-talks', status: 409 });
/** The file seems to be another conference's; an organizer may decide that it belongs here. */
export const importForeign = defineProblem<{
  /** The title of the conference in the file. */
  title: string;
  /** Number of talks in the file. */
  talks: number;
  /** Number of those that the programme has too. */
  common: number;
}>({ slug: 'import-foreign', status: 409 });
export const scheduleTooHeavy = defineProblem<{
  /** Seconds that reading a file may take. */
  seconds: number;
  /** Megabytes of memory that reading a file may take. */
  megabytes: number;
}>({ slug: 'schedule-too-heavy', status: 422 });
/** The programme of the demo; an organizer may decide that the file belongs there. */
export const importIntoDemo = defineProblem({ slug: 'import-into-demo', status: 409 });
/** An import is undone once. */
export const importUndone = defineProblem<{
  /** Time when it was undone. */
  at: string;
}>({ slug: 'import-undone', status: 409 });
/** People have written in the conference, which is closed or exported instead. */
export const conferenceInUse = defineProblem<{
  /** Number of comments and recaps in it. */
  texts: number;
}>({ slug: 'conference-in-use', status: 409 });
/** The organizer has answered already. */
export const questionAnswered = defineProblem({ slug: 'import-question-answered', status: 409 });
export const programmeChanged = defineProblem({ slug: 'programme-changed', status: 409 });
