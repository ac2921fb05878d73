import { maskAddresses } from '../kernel/text.ts';
import { parseSchedule, type ReadingOptions } from './parsing/parse-schedule.ts';
import {
  ScheduleAsks,
  ScheduleRefused,
  type ParsedSchedule,
  type ParsedTalk,
  type ScheduleProblem,
  type UnreadField,
} from './parsing/parsed-schedule.ts';
import type { SheetColumn } from './parsing/sheets/sheet-answers.ts';
import { publicText, toProgramme, type ImportedTalk } from './to-programme.ts';

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
  /** The columns of a sheet, without addresses. */
  columns: SheetColumn[];
  /** The addresses that a sheet names for speakers; they are sealed as soon as they are read. */
  addresses: FoundEmail[];
}

/** An address of a sheet and the key of its speaker. */
export interface FoundEmail {
  speakerKey: string;
  name: string;
  email: string;
}

/** Most problems a report names. */
export const PROBLEMS_SHOWN = 200;

/**
 * Parses a file and makes its HTML safe: all that an import does without the database. What it quotes of the file, in
 * problems too, shows no address. Throws ScheduleRefused.
 */
export function readProgramme(file: Buffer, options: ReadingOptions): ReadProgramme {
  const { conference, dialect, talks, problems, unread, columns } = parsed(file, options);
  return {
    conference,
    isNamed: dialect !== 'sheet',
    talks: toProgramme(talks),
    problems: problems.slice(0, PROBLEMS_SHOWN).map(masked),
    problemCount: problems.length,
    unread: unread.map(({ field, count }) => ({ field: maskAddresses(field), count })),
    columns: columns.map(({ heading, kind, samples }) => ({
      heading: maskAddresses(heading),
      kind,
      samples: samples.map((sample) => maskAddresses(sample)),
    })),
    addresses: addressesOf(talks),
  };
}

/** Of each speaker the first address. */
function addressesOf(talks: readonly ParsedTalk[]): FoundEmail[] {
  const found = new Map<string, FoundEmail>();
  for (const { key, name, email } of talks.flatMap(({ speakers }) => speakers)) {
    const speakerKey = publicText(key);
    if (email !== '' && !found.has(speakerKey)) found.set(speakerKey, { speakerKey, name: publicText(name), email });
  }
  return [...found.values()];
}

function parsed(file: Buffer, options: ReadingOptions): ParsedSchedule {
  try {
    return parseSchedule(file, options);
  } catch (error) {
    if (!(error instanceof ScheduleRefused)) throw error;
    if (error instanceof ScheduleAsks) {
      const { place: cell, written, ...question } = error.question;
      throw new ScheduleAsks({ ...question, place: maskAddresses(cell), written: maskAddresses(written) });
    }
    const { place, sentence } = masked(error);
    throw new ScheduleRefused(place, sentence);
  }
}

const masked = ({ place, sentence }: ScheduleProblem): ScheduleProblem => ({
  place: maskAddresses(place),
  sentence: maskAddresses(sentence),
});
