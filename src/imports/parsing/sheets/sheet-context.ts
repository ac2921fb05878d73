import type { ScheduleProblem } from '../parsed-schedule.ts';
import type { ConferenceDays } from './sheet-dates.ts';

/** What is known of a sheet while its rows are read. */
export interface SheetContext {
  isFrom1904: boolean;
  days: ConferenceDays | null;
  notes: ScheduleProblem[];
  /** Names the sheet in places, where there are several. */
  prefix: string;
}
