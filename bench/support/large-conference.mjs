import { VOCABULARY, early, numbersFrom } from './discussion.mjs';
import { signIn } from './conference.mjs';
import { ORGANIZER } from './product.mjs';

export const LARGE = { slug: 'seeded-large', talks: 1_500, comments: 10_000 };

const DAYS = 5;
const ROOMS = 30;
const PARAGRAPHS = 4;

/** A very large conference: five days, thirty rooms, abstracts as long as FOSDEM's. Imported by its organizer. */
export async function openLargeConference(product) {
  const [token] = await signIn(product, [ORGANIZER]);
  const { slug, talks } = LARGE;
  const dates = Array.from({ length: DAYS }, (_, i) =>
    new Date(Date.now() - (DAYS - i) * 86_400_000).toISOString().slice(0, 10),
  );
  const conference = {
    slug,
    title: 'A large conference',
    timeZone: 'Europe/Brussels',
    locale: 'en',
    startsOn: dates[0],
    endsOn: dates.at(-1),
    settings: { screening: 'none' },
  };
  await product.ask('POST', '/admin/conferences', { token, body: conference });
  const random = numbersFrom(2_026);
  const days = dates.map((date, index) => ({ index: index + 1, date, rooms: {} }));
  for (let i = 0; i < talks; i += 1) {
    const day = days[i % DAYS];
    const room = `Room ${Math.floor(i / DAYS) % ROOMS}`;
    (day.rooms[room] ??= []).push(talkOf(i, random));
  }
  const body = { schedule: { conference: { acronym: slug, title: conference.title, days } } };
  await product.ask('POST', `/admin/conferences/${slug}/imports`, { token, body });
}

function talkOf(i, random) {
  const words = (count) => Array.from({ length: count }, () => VOCABULARY[early(random, VOCABULARY.length)]).join(' ');
  const hour = 9 + (Math.floor(i / (DAYS * ROOMS)) % 10);
  return {
    guid: `large-${i}`,
    title: `Talk ${i}: ${words(6)}`,
    start: `${String(hour).padStart(2, '0')}:00`,
    duration: '00:50',
    track: `Track ${i % 40}`,
    language: 'en',
    abstract: Array.from({ length: PARAGRAPHS }, () => `<p>${words(60)}.</p>`).join(''),
    persons: [{ id: i, public_name: `Speaker ${i}`, biography: `<p>${words(30)}.</p>` }],
  };
}
