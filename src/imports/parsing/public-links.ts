import { addressesBesideHandles } from '../../kernel/handles.ts';
import { line, webAddress } from './loose.ts';
import type { ParsedLink, ScheduleProblem } from './parsed-schedule.ts';
import type { RawLink } from './raw-schedule.ts';

interface Publishing {
  base: string;
  place: string;
  problems: ScheduleProblem[];
}

/** A web address without an e-mail address in it; null for anything else. */
export function publicUrl(given: string, { base, place, problems }: Publishing): string | null {
  if (given === '') return null;
  const address = webAddress(given, base);
  if (address === null) {
    problems.push({ place, sentence: `Its web address "${line(given, 60)}" cannot be opened and was left out.` });
    return null;
  }
  if (addressesBesideHandles(address).length === 0) return address;
  problems.push({ place, sentence: 'Its web address holds an e-mail address and was left out.' });
  return null;
}

export function linksOf(links: readonly RawLink[], { base, place, problems }: Publishing): ParsedLink[] {
  return links.flatMap(({ title, url, kind }) => {
    const address = webAddress(url, base);
    if (address !== null && addressesBesideHandles(address).length === 0) return [{ title, url: address, kind }];
    problems.push({
      place,
      sentence: `The link "${line(title || url, 60)}" leads to no web address and was left out.`,
    });
    return [];
  });
}
