/** Programme files made to take more than their length; each grows with `n` and nothing else. */
export interface HostileProgramme {
  name: string;
  make: (n: number) => string;
  /** Enough to show a square, and not more than the short form has time for. */
  short: number;
  full: number;
}

type EventFields = Readonly<Record<string, unknown>>;

const hour = (i: number): string => new Date(Date.UTC(2026, 4, 2) + i * 60_000).toISOString();
const event = (fields: EventFields = {}): EventFields => ({
  guid: 'g',
  date: hour(480),
  start: '10:00',
  duration: '00:45',
  title: 'A talk',
  persons: [],
  ...fields,
});
const schedule = (events: readonly EventFields[], conference: EventFields = {}, room = 'Aula'): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'c',
        title: 'C',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        days: [{ date: '2026-05-02', rooms: { [room]: events } }],
        ...conference,
      },
    },
  });
const many = (n: number, fields: (i: number) => EventFields): EventFields[] =>
  Array.from({ length: n }, (_, i) => event(fields(i)));
const withAbstract = (abstract: string): string => schedule([event({ abstract })]);
/** Texts of pretalx are read as Markdown. */
const withMarkdown = (abstract: string): string =>
  JSON.stringify({ generator: { name: 'pretalx' }, ...(JSON.parse(withAbstract(abstract)) as EventFields) });
/** So many texts as long as a text may be, each of its own. */
const withAbstracts = (n: number, abstract: string): string =>
  schedule(many(n, (i) => ({ guid: `g${i}`, title: `T${i}`, abstract: `${i} ${abstract}` })));
const flat = (n: number): string =>
  JSON.stringify({
    schedule: {
      conference: {
        acronym: 'c',
        title: 'C',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        rooms: Array.from({ length: n }, (_, i) => ({ guid: `r${i}`, name: `Room ${i}` })),
      },
      events: many(n, (i) => ({ guid: `g${i}`, title: `T${i}`, room: `r${n - 1 - i}`, start: hour(i) })),
    },
  });
const xmlEvent = (i: number): string =>
  `<event guid="g${i}"><title>T${i}</title><date>${hour(i)}</date><duration>00:05</duration>` +
  '<persons><person id="1">Ada</person></persons></event>';

const xml = (n: number): string =>
  '<schedule><conference><acronym>c</acronym><title>C</title><time_zone_name>Europe/Paris</time_zone_name>' +
  `</conference>
  <persons><person id="1"><biography>${'&lt;b&gt;long&lt;/b&gt; '.repeat(n * 4)}</biography></person></persons>
  <day date="2026-05-02"><room name="${'R'.repeat(n * 20)}">` +
  Array.from({ length: n }, (_, i) => xmlEvent(i)).join('') +
  '</room></day></schedule>';

/** Texts that a parser of HTML or Markdown may walk again and again. */
const TEXTS: Readonly<Record<string, string>> = {
  'openings that never close': '<p',
  'paragraphs of openings': '<p>',
  'divisions in divisions': '<div>',
  'formatting opened again in every paragraph': '<p><b><i><u><s><tt>x',
  'formatting of many kinds': '<b class=a><p><b id=b><font color=c><p>',
  'tables in tables': '<p>x<table><tr><td>',
  'what a table throws out': '<p>x<table><br>',
  'links in links': '<p><a href="http://a">',
  'attributes without end': '<p a b=c d="e ',
  'signs of less-than': '<p></p><',
  entities: '<p>&amp;amp;#64;</p>',
  brackets: '[',
  'links of brackets': '[a](',
  emphasis: '*a_ ',
  'back ticks': '`a``',
  'quotes and lists': '> 1. - ',
  addresses: 'https://a.example/( ',
  'at signs': 'a@b.1.',
  'marks in the wrong order': '\u0301\u0316',
};

export const HOSTILE_PROGRAMMES: readonly HostileProgramme[] = [
  { name: 'escaped quotes', make: (n) => withAbstract('\\"'.repeat(n)), short: 20_000, full: 200_000 },
  { name: 'brackets inside a text', make: (n) => withAbstract('[{"'.repeat(n)), short: 50_000, full: 500_000 },
  { name: 'a quote that never closes', make: (n) => `{"schedule": "${'\\"'.repeat(n)}`, short: 20_000, full: 500_000 },
  { name: 'equal titles', make: (n) => schedule(many(n, (i) => ({ guid: `g${i}` }))), short: 2_500, full: 10_000 },
  {
    name: 'equal guids of different talks',
    make: (n) => schedule(many(n, (i) => ({ title: `T${i}` }))),
    short: 2_500,
    full: 10_000,
  },
  {
    name: 'one talk at many times',
    make: (n) => schedule(many(n, (i) => ({ date: hour(i) }))),
    short: 2_500,
    full: 10_000,
  },
  {
    name: 'many speakers of one talk, then many of its times',
    make: (n) =>
      schedule([
        event({ persons: Array.from({ length: n }, (_, i) => ({ public_name: `P${i}` })) }),
        ...many(n, (i) => ({ title: `T${i}`, persons: [{ public_name: `Q${i}` }] })),
      ]),
    short: 2_000,
    full: 8_000,
  },
  {
    name: 'a room with a long name',
    make: (n) =>
      schedule(
        many(n, (i) => ({ guid: `g${i}`, title: `T${i}` })),
        {},
        'R'.repeat(n * 20),
      ),
    short: 2_000,
    full: 8_000,
  },
  {
    name: 'a long address to resolve others against',
    make: (n) =>
      JSON.stringify({
        schedule: {
          base_url: `https://a.example/${'a'.repeat(n * 20)}`,
          conference: { acronym: 'c', title: 'C', time_zone_name: 'UTC' },
          events: many(n, (i) => ({ guid: `g${i}`, title: `T${i}`, url: `/${i}`, start: hour(i) })),
        },
      }),
    short: 2_000,
    full: 8_000,
  },
  { name: 'rooms by reference', make: flat, short: 2_000, full: 8_000 },
  { name: 'one biography of every talk, in XML', make: xml, short: 1_000, full: 8_000 },
  {
    name: 'a title of spaces',
    make: (n) => schedule([event({ title: `a${' '.repeat(n)}b` })]),
    short: 200_000,
    full: 2_000_000,
  },
  {
    name: 'an acronym of marks',
    make: (n) => schedule([event()], { acronym: `a${'\u0301\u0316'.repeat(n)}` }),
    short: 5_000,
    full: 50_000,
  },
  {
    name: 'a description inside an abstract, nearly',
    make: (n) => schedule([event({ abstract: 'a'.repeat(n * 2), description: `${'a'.repeat(n - 1)}b` })]),
    short: 12_000,
    full: 12_000,
  },
  ...Object.entries(TEXTS).flatMap(([name, part]) => [
    {
      name: `one text: ${name}`,
      make: (n: number) => withAbstract(part.repeat(Math.ceil(n / part.length))),
      short: 12_000,
      full: 24_000,
    },
    {
      name: `one Markdown text: ${name}`,
      make: (n: number) => withMarkdown(part.repeat(Math.ceil(n / part.length))),
      short: 12_000,
      full: 24_000,
    },
  ]),
  { name: 'many long texts', make: (n) => withAbstracts(n, '<p><b><i>x'.repeat(4_000)), short: 2, full: 20 },
];
