import { parseSchedule, type ReadingOptions } from './parsing/parse-schedule.ts';
import type { ParsedSchedule, ScheduleProblem, UnreadField } from './parsing/parsed-schedule.ts';
import { toProgramme, type ImportedTalk } from './to-programme.ts';

/** A programme file read to its end: what an import compares with the talks that are here. */
export interface Programme {
  conference: ParsedSchedule['conference'];
  talks: ImportedTalk[];
  problems: ScheduleProblem[];
  unread: UnreadField[];
}

/** Most problems a report names: nobody reads more. */
export const PROBLEMS_SHOWN = 200;

/**
 * Parses a file and makes all its HTML safe: everything an import does before it asks the database. Throws
 * ScheduleRefused.
 */
export function readProgramme(file: Buffer, options: ReadingOptions): Programme {
  const { conference, talks, problems, unread } = parseSchedule(file, options);
  return { conference, talks: toProgramme(talks), problems: problems.slice(0, PROBLEMS_SHOWN), unread };
}
