import { maskAddresses } from '../kernel/text.ts';
import { parseSchedule, type ReadingOptions } from './parsing/parse-schedule.ts';
import {
  ScheduleRefused,
  type ParsedSchedule,
  type ScheduleProblem,
  type UnreadField,
} from './parsing/parsed-schedule.ts';
import { toProgramme, type ImportedTalk } from './to-programme.ts';

/** A parsed programme file, as an import compares it with stored talks. */
export interface ReadProgramme {
  conference: ParsedSchedule['conference'];
  /** Whether the file names its conference; a sheet does not. */
  isNamed: boolean;
  talks: ImportedTalk[];
  problems: ScheduleProblem[];
  /** Of all problems, also those that are not named. */
  problemCount: number;
  unread: UnreadField[];
}

/** Most problems a report names. */
export const PROBLEMS_SHOWN = 200;

/**
 * Parses a file and makes its HTML safe: all that an import does without the database. What it quotes of the file, in
 * problems too, shows no address. Throws ScheduleRefused.
 */
export function readProgramme(file: Buffer, options: ReadingOptions): ReadProgramme {
  const { conference, dialect, talks, problems, unread } = parsed(file, options);
  return {
    conference,
    isNamed: dialect !== 'sheet',
    talks: toProgramme(talks),
    problems: problems.slice(0, PROBLEMS_SHOWN).map(masked),
    problemCount: problems.length,
    unread: unread.map(({ field, count }) => ({ field: maskAddresses(field), count })),
  };
}

function parsed(file: Buffer, options: ReadingOptions): ParsedSchedule {
  try {
    return parseSchedule(file, options);
  } catch (error) {
    if (!(error instanceof ScheduleRefused)) throw error;
    const { place, sentence } = masked(error);
    throw new ScheduleRefused(place, sentence);
  }
}

const masked = ({ place, sentence }: ScheduleProblem): ScheduleProblem => ({
  place: maskAddresses(place),
  sentence: maskAddresses(sentence),
});
