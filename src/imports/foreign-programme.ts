import { foldName } from '../kernel/fold-name.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { Difference } from './compare-programme.ts';
import type { ReadProgramme } from './read-programme.ts';

/** Fewest talks on both sides by which two programmes are told apart. */
const COUNTED_FROM = 3;
/** Least part of the smaller programme that two versions of one have in common. */
const IN_COMMON = 1 / 3;

interface ComparedProgrammes {
  conference: Pick<Conference, 'slug' | 'title' | 'startsOn' | 'endsOn'>;
  programme: Pick<ReadProgramme, 'conference' | 'isNamed'>;
  /** Numbers of talks that are stored, in the file, and in both. */
  stored: number;
  found: number;
  common: number;
}

/**
 * Whether a file seems to be another conference's: less than a third of the talks in common, and another name or other
 * days. A conference without a programme takes any file.
 */
export function isForeign({ conference, programme, stored, found, common }: ComparedProgrammes): boolean {
  const smaller = Math.min(stored, found);
  if (smaller < COUNTED_FROM || common >= smaller * IN_COMMON) return false;
  const { title, acronym, startsOn, endsOn } = programme.conference;
  const isNamedAlike =
    !programme.isNamed || acronym === conference.slug || foldName(title) === foldName(conference.title);
  const isThen = startsOn <= conference.endsOn && conference.startsOn <= endsOn;
  return !isNamedAlike || !isThen;
}

/** Counts the talks of the file that are stored ones, also those that may be. */
export const talksInCommon = (difference: Difference): number =>
  difference.changed.length +
  difference.moved.length +
  difference.unchanged.length +
  difference.cancelled.length -
  difference.gone +
  difference.questions.filter(({ kind }) => kind === 'same-talk').length;
