import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newestMeasures } from './support/results.mjs';

/**
 * `npm run bench:table`: the newest result of each measure as one table, missed targets first; `-- --write` puts it
 * into docs/benchmarks.md, where a test compares the two.
 */
const DOCUMENT = path.resolve(import.meta.dirname, '../docs/benchmarks.md');
const [BEGIN, END] = ['<!-- table -->', '<!-- end -->'];

/** The measures in words; one without an entry appears under its name. */
const TITLES = {
  digest: 'posting beside 10,000 digests, p99',
  desk: 'question taken, until on 400 phones',
  'enumeration-code': 'time tells who is known: a code',
  'enumeration-guest': 'the same: a guest’s comment',
  'enumeration-invitation': 'the same: an invitation',
  'enumeration-report': 'the same: a report',
  'enumeration-wrong-code': 'the same: a wrong code',
  fanout: 'comment to 1,000 readers, p99',
  'grow-post --full': 'posting, 1,000,000 comments stored',
  'grow-read --full': 'reading, 1,000,000 comments stored',
  'grow-search --full': 'search, 1,000,000 comments stored',
  'import-fosdem-2026-dry': 'posting beside its dry run, p99',
  'import-fosdem-2026-real': 'posting beside an import of 2.6 MB, p99',
  'import-made-dry': 'posting beside its dry run, p99',
  'import-made-real': 'posting beside an import of 9 MB, p99',
  nodes: 'comment to 1,000 readers, two nodes, p99',
  'nodes-storm': 'the same at 50 comments/s',
  'figures-conference': 'figures, 10⁵ comments',
  'figures-conference-anew': 'figures anew',
  'figures-day': 'of a day',
  'figures-day-anew': 'anew',
  'figures-talk': 'of a talk',
  'figures-talk-anew': 'anew',
  organizing: 'slowest page of organizers, 883 talks (FOSDEM 2026)',
  'post-hot': '64 people post into one thread',
  'post-many': '64 people post into 50 threads',
  queue: 'queue of 10,000 held, against an empty one',
  'read-304': 'unchanged page',
  'read-cold --full': 'page not in memory, 1,000,000 comments',
  'read-cold-deep --full': 'page 1,000 of a long thread',
  'read-cold-long --full': 'first page of a long thread',
  'read-html': 'page of 50 comments, HTML',
  'read-json': 'page of 50 comments, JSON',
  replay: '500 clients 1,000 changes behind',
  'routes-again': 'dearest address asked again, CPU',
  'routes-at-hand': 'dearest address kept as bytes, CPU',
  'routes-block': 'longest block of the event loop, any route',
  'routes-plain': 'public answers that leave uncompressed',
  'routes-unchanged': 'dearest 304, CPU',
  'sockets --full': 'memory of a signed-in socket',
  start: 'start on an existing database',
  'start-first': 'first start',
  storm: 'comment to 1,000 readers at 50/s, p99',
  'storm --full': 'comment to 5,000 readers at 50/s, p99',
  'storm-posting': 'posting at 50/s before 1,000 readers, p99',
  'storm-posting --full': 'posting at 50/s before 5,000 readers, p99',
  votes: 'posting beside 200 votes/s, p99',
  room: 'posting beside 1,000 guests who vote in 10 s, p99',
  weight: 'thread page over the wire',
  'weight-script': 'its script',
};

const shown = (number) => (Number.isFinite(number) ? number.toLocaleString('en', { maximumFractionDigits: 2 }) : '');
const inUnit = (number, unit) => (Number.isFinite(number) ? `${shown(number)}${UNITS[unit] ?? ` ${unit}`}` : '');
const UNITS = { 'requests/s': '/s', 'comments/s': '/s', 'of 100 pairs': '', answers: '' };

/** Day and month; the year is in the results. */
const dayOf = (takenAt) =>
  new Date(takenAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function rowOf({ name, unit, server, bare, ratio, spread, target, verdict, takenAt }) {
  const [least, most] = spread ?? [];
  const between = Number.isFinite(least) && least !== most ? `${shown(least)}–${shown(most)}` : '';
  const figures = [inUnit(server, unit), shown(bare), shown(ratio), between];
  return `|${[`\`${name}\``, TITLES[name] ?? '', ...figures, target, verdict, dayOf(takenAt)].join('|')}|`;
}

/** Missed targets first, then by name. */
function table(measures) {
  const isMet = ({ verdict }) => (verdict === 'met' ? 1 : 0);
  const rows = measures.toSorted((a, b) => isMet(a) - isMet(b) || a.name.localeCompare(b.name)).map(rowOf);
  return ['|measure|what|server|bare|ratio|spread|target||on|', '|-|-|-|-|-|-|-|-|-|', ...rows].join('\n');
}

const printed = table([...(await newestMeasures()).values()]);
if (process.argv.includes('--write')) {
  const document = await readFile(DOCUMENT, 'utf8');
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (before < 0 || after < 0) throw new Error(`docs/benchmarks.md has no ${BEGIN} and ${END}`);
  await writeFile(DOCUMENT, `${document.slice(0, before + BEGIN.length)}\n${printed}\n${document.slice(after)}`);
} else {
  process.stdout.write(`${printed}\n`);
}
