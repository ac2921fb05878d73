import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { compare, median } from '../support/figures.mjs';
import { madeProgramme } from '../support/made-programme.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now } from '../support/processes.mjs';

const ASKED = 8;
const ROUNDS = 3;
/** Longest answer of a page, in milliseconds. */
const PAGE_MS = 300;
/** The pages of organizers that grow with a programme, and the others beside them. */
const PAGES = ['', '/queue', '/programme', '/programme/new', '/discussions', '/team', '/speakers', '/qr']
  .concat('/qr/slides', '/qr/a4', '/highlights', '/figures', '/rules', '/appearance', '/settings', '/embedding')
  .concat('/export', '/log', '/import', '/powers');

/** FOSDEM's programme of 2026 if `SCHEDULES_DIR` has it, else one that is larger. */
async function programme() {
  const folder = process.env.SCHEDULES_DIR;
  if (!folder) return ['application/json', madeProgramme()];
  return ['application/xml', await readFile(path.join(folder, 'schedule-xml/fosdem-2026.xml'))];
}

/** The slowest page of the organizers of a very large conference, against the same page of an empty one. */
export async function measure({ full }) {
  const product = await startProduct({ dir: await dataDir() });
  const { organizer: token } = await furnish(product, { threads: 1, participants: 1 });
  const days = { timeZone: 'Europe/Brussels', locale: 'en', startsOn: '2026-01-31', endsOn: '2026-02-01' };
  for (const slug of ['large', 'empty'])
    await product.ask('POST', '/admin/conferences', { token, body: { slug, title: slug, ...days } });
  const [type, file] = await programme();
  const report = await imported(product, { token, type, file });

  const take = async (page, slug) => {
    const times = [];
    const seen = await watching({ server: product.pid, postgres: product.postmaster.pid }, async () => {
      for (let i = 0; i < (full ? ASKED * 5 : ASKED); i += 1) {
        const begun = now();
        const response = await fetch(`${product.base}/organize/${slug}${page}`, {
          headers: { authorization: `Bearer ${token}`, accept: 'text/html', 'accept-language': 'en' },
        });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`/organize/${slug}${page} was answered ${response.status}`);
        times.push(now() - begun);
      }
    });
    return { figure: median(times), cpuPerRequest: (seen.cpu.server * 1000) / times.length, others: seen.others };
  };
  const slowest = { page: '', figure: 0 };
  const notes = [];
  for (const page of PAGES) {
    await take(page, 'large');
    const { figure } = await take(page, 'large');
    notes.push(`/organize/{conference}${page}: ${figure.toFixed(0)} ms`);
    if (figure > slowest.figure) Object.assign(slowest, { page, figure });
  }
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const [value, bare] = [await take(slowest.page, 'large'), await take(slowest.page, 'empty')];
    rounds.push({ value, bare, others: (value.others + bare.others) / 2 });
  }
  return [
    compare({
      name: 'organizing',
      unit: 'ms',
      what: `the slowest page of organizers (${slowest.page || '/'}) with ${report.added} talks, against an empty one`,
      target: { valueAtMost: PAGE_MS },
      rounds,
      notes: [...notes, `the preview of the import: ${(report.took / 1000).toFixed(1)} s`],
    }),
  ];
}

/** Previews the import, which is timed, then imports. */
async function imported(product, { token, type, file }) {
  let took = 0;
  for (const dryRun of [true, false]) {
    const begun = now();
    const response = await fetch(`${product.base}/api/v1/admin/conferences/large/imports?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: file,
    });
    const report = await response.json();
    if (!response.ok) throw new Error(`the import was answered ${response.status}: ${JSON.stringify(report)}`);
    if (dryRun) took = now() - begun;
    else return { added: report.added, took };
  }
}
