import { addressesBesideHandles } from '../../kernel/handles.ts';
import { ADDRESS_MARK, normaliseText } from '../../kernel/text.ts';
import type { SourceText } from '../../platform/markup/abstract.ts';
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
  const speakers = persons.map(({ id, name, bio }) => ({
    key: `${id === '' ? 'name' : `id:${id.slice(0, 100)}`}:${name.normalize('NFKC').toLowerCase()}`.slice(0, 300),
    sourceId: id.slice(0, 100),
    name,
    bio: bioOf(bio),
  }));
  return [...new Map(speakers.map((speaker) => [speaker.key, speaker])).values()];
}
