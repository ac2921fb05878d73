import { parseSchedule, type ReadingOptions } from './parsing/parse-schedule.ts';
import type { ParsedSchedule, ScheduleProblem, UnreadField } from './parsing/parsed-schedule.ts';
import { toProgramme, type ImportedTalk } from './to-programme.ts';

/** A parsed programme file, as an import compares it with stored talks. */
export interface ReadProgramme {
  conference: ParsedSchedule['conference'];
  talks: ImportedTalk[];
  problems: ScheduleProblem[];
  /** Of all problems, also those that are not named. */
  problemCount: number;
  unread: UnreadField[];
}

/** Most problems a report names. */
export const PROBLEMS_SHOWN = 200;

/** Parses a file and makes its HTML safe: all that an import does without the database. Throws ScheduleRefused. */
export function readProgramme(file: Buffer, options: ReadingOptions): ReadProgramme {
  const { conference, talks, problems, unread } = parseSchedule(file, options);
  return {
    conference,
    talks: toProgramme(talks),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
    unread,
  };
}
