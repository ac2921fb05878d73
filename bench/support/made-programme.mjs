const TALKS = 1_500;
const SPEAKERS = 900;

/** Paragraphs of an abstract: about six kilobytes, nine megabytes in all. */
const PARAGRAPHS = 38;

const paragraph = (i) =>
  `<p>Talk ${i} is about <b>what happens</b> when many people read at once, ` +
  `<a href="https://example.org/${i}">with figures</a> &amp; pictures.</p>`;

function eventOf(i) {
  const speakers = [0, 1, 2].map((k) => (i * 3 + k) % SPEAKERS);
  return {
    guid: `made-${i}`,
    date: new Date(Date.UTC(2026, 4, 2, 8) + (i % 200) * 300_000).toISOString(),
    start: '10:00',
    duration: '00:45',
    title: `A made talk, number ${i}`,
    abstract: paragraph(i).repeat(PARAGRAPHS),
    persons: speakers.map((number) => ({
      guid: `p${number}`,
      public_name: `Person ${number}`,
      biography: `<p>Has spoken before, number ${number}.</p>`.repeat(4),
    })),
  };
}

/**
 * A programme like real ones, nearly the ten megabytes a file may have: long abstracts in HTML, three speakers a talk.
 */
export function madeProgramme() {
  const conference = {
    acronym: 'made',
    title: 'Made',
    start: '2026-05-02',
    end: '2026-05-03',
    time_zone_name: 'Europe/Paris',
    days: [{ date: '2026-05-02', rooms: { Aula: Array.from({ length: TALKS }, (_, i) => eventOf(i)) } }],
  };
  return Buffer.from(JSON.stringify({ schedule: { version: '1', conference } }));
}
