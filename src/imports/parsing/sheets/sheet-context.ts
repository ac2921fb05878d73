import type { SheetAnswers } from './sheet-answers.ts';
import type { ScheduleProblem } from '../parsed-schedule.ts';
import type { ConferenceDays } from './sheet-dates.ts';

/** The known facts of a sheet while its rows are read. */
export interface SheetContext {
  isFrom1904: boolean;
  days: ConferenceDays | null;
  /** The organizer's answers about the columns. */
  said: SheetAnswers;
  notes: ScheduleProblem[];
  /** Names the sheet in places, where there are several. */
  prefix: string;
}
