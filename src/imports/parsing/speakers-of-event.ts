import { addressesBesideHandles } from '../../kernel/handles.ts';
import { ADDRESS_MARK, normaliseText } from '../../kernel/text.ts';
import type { SourceText } from '../../platform/markup/abstract.ts';
import { line } from './loose.ts';
import type { ParsedSpeaker, ScheduleProblem } from './parsed-schedule.ts';
import type { RawEvent, RawPerson } from './raw-schedule.ts';

/** Speakers with a name; one without, or with an e-mail address as a name, becomes a problem in the report. */
export function namedPersons({ persons, place }: RawEvent, problems: ScheduleProblem[]): readonly RawPerson[] {
  for (const { name } of persons) {
    if (name === '')
      problems.push({ place, sentence: 'A person in it has no name that can be read and was left out.' });
    else if (normaliseText(name, addressesBesideHandles).includes(ADDRESS_MARK) && !name.includes(ADDRESS_MARK))
      problems.push({ place, sentence: 'The name of a speaker is an e-mail address; it is not shown. Give a name.' });
  }
  return persons.filter(({ name }) => name !== '');
}

/**
 * The name is part of the key, because ids alone collide in merged programmes (437 ids for 878 names in one of them).
 */
export function speakersOf(persons: readonly RawPerson[], bioOf: (bio: string) => SourceText): ParsedSpeaker[] {
  const speakers = persons.map(({ id, name, bio, email = '' }) => ({
    key: `${id === '' ? 'name' : `id:${id.slice(0, 100)}`}:${name.normalize('NFKC').toLowerCase()}`.slice(0, 300),
    sourceId: id.slice(0, 100),
    name,
    bio: bioOf(bio),
    email,
  }));
  return [...new Map(speakers.map((speaker) => [speaker.key, speaker])).values()];
}

/** A speaker has one biography in a conference: the first that the file gives. Another one becomes a problem. */
export function oneBiographyEach(speakers: readonly ParsedSpeaker[], problems: ScheduleProblem[]): void {
  const bios = new Map<string, SourceText>();
  const told = new Set<string>();
  for (const { key, bio } of speakers) if (bio.text !== '' && !bios.has(key)) bios.set(key, bio);
  for (const speaker of speakers) {
    const { key, name, bio } = speaker;
    speaker.bio = bios.get(key) ?? bio;
    if (bio.text === '' || bio.text === speaker.bio.text || told.has(key)) continue;
    told.add(key);
    problems.push({
      place: `the speaker "${line(name, 60)}"`,
      sentence: 'The talks give more than one biography; the first was kept.',
    });
  }
}
