import type { Json, Person } from '../support/world.ts';

/** A talk of a schedule.json. */
export const event = (fields: Json = {}): Json => ({
  guid: 'g1',
  date: '2026-05-02T10:00:00+02:00',
  start: '10:00',
  duration: '00:45',
  title: 'On leaving the network',
  abstract: 'Six months **away**',
  persons: [{ id: 1, public_name: 'Ada Lovelace' }],
  ...fields,
});

/** A schedule.json of one day in one room, in Europe/Paris. */
export const schedule = (events: readonly Json[], conference: Json = {}): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'tc',
        title: 'Test',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        days: [{ date: '2026-05-02', rooms: { Aula: events } }],
        ...conference,
      },
    },
  });

/** A new conference of the organizer, by its slug. */
export async function conferenceOf(organizer: Person, extra: Json = {}): Promise<string> {
  const slug = `i${Math.floor(Math.random() * 1e9)}`;
  const made = await organizer.post('/admin/conferences', {
    slug,
    title: 'Imported',
    timeZone: 'Europe/Paris',
    locale: 'en',
    startsOn: '2026-05-02',
    endsOn: '2026-05-03',
    settings: { readonlyAfterDays: 100_000, archiveAfterDays: 100_000, screening: 'none' },
    ...extra,
  });
  if (made.status !== 201) throw new Error(`a conference was refused: ${made.text}`);
  return slug;
}

/** Sends a file as an organizer does; XML and JSON are told by their first character. */
export const importsInto = (organizer: Person, slug: string, file: string | Buffer, query = '') =>
  organizer.ask('POST', `/admin/conferences/${slug}/imports${query}`, file, {
    'content-type': file.toString().trimStart().startsWith('<') ? 'application/xml' : 'application/json',
  });

export const talksOf = async (reader: Person, slug: string): Promise<Json[]> =>
  (await reader.get(`/conferences/${slug}/talks?limit=100`)).body['items'] as Json[];
