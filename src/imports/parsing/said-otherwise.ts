import type { RawEvent } from './raw-schedule.ts';

/** Names the fields in which an event differs from the one that its talk was made of. */
export function saidOtherwise(event: RawEvent, first: RawEvent): string[] {
  const peopleOf = ({ persons }: RawEvent): string => JSON.stringify(persons.map(({ name }) => name));
  const linksIn = ({ links, attachments }: RawEvent): string =>
    JSON.stringify([...links, ...attachments].map(({ url }) => url));
  return [
    ...(['title', 'subtitle', 'abstract', 'description', 'language', 'track'] as const).filter(
      (field) => event[field] !== '' && event[field] !== first[field],
    ),
    ...(event.persons.length > 0 && peopleOf(event) !== peopleOf(first) ? ['list of people'] : []),
    ...(event.links.length + event.attachments.length > 0 && linksIn(event) !== linksIn(first)
      ? ['list of links']
      : []),
  ];
}
