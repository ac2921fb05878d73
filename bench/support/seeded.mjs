import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seed } from '../seed.mjs';
import { signIn } from './conference.mjs';
import { LARGE, openLargeConference } from './large-conference.mjs';
import { dataDir, ORGANIZER, root, startProduct } from './product.mjs';

/**
 * A server on a database that was filled before: filled once, kept among the temporary files under the names of the
 * schema and of what fills it, and copied for each measure, so that none finds what another has written.
 */
export function startSeeded(comments) {
  const size = { conferences: comments >= 1_000_000 ? 10 : 4, talks: comments >= 1_000_000 ? 200 : 100 };
  return startKept({ name: String(comments), comments, open: (product) => openConferences(product, size) });
}

/**
 * As `startSeeded`, with one conference of 1,500 talks and 10,000 comments. `options`: flags and settings of the
 * server.
 */
export const startLarge = (options) =>
  startKept({ name: 'large', comments: LARGE.comments, open: openLargeConference }, options);

async function startKept({ name, comments, open }, options = {}) {
  const kept = path.join(os.tmpdir(), `aftertalk-bench-seeded-${name}-${version()}`);
  if (!existsSync(kept)) await fill(kept, { comments, open });
  const dir = await dataDir();
  // -a keeps the owner, which is PostgreSQL's account where root runs the server.
  execFileSync('cp', ['-a', `${kept}/.`, dir]);
  return startProduct({ dir, ...options });
}

async function fill(kept, { comments, open }) {
  const half = `${kept}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o755 });
  const product = await startProduct({ dir: half });
  const say = (what) =>
    process.stderr.write(`${comments.toLocaleString('en')} comments, once and kept in ${kept}: ${what} …\n`);
  say('opening the threads');
  await open(product);
  await seed(product.databaseUrl, { comments, report: say });
  await product.stop();
  // E-mails with used codes would be taken for new ones.
  await rm(path.join(half, 'outbox'), { recursive: true, force: true });
  await rename(half, kept);
}

/** Through the API: conferences that ended yesterday, each with the talks of one day. */
async function openConferences(product, { conferences, talks }) {
  const [token] = await signIn(product, [ORGANIZER]);
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  for (let c = 0; c < conferences; c += 1) {
    const slug = `seeded-${String(c).padStart(2, '0')}`;
    await product.ask('POST', '/admin/conferences', {
      token,
      body: {
        slug,
        title: `Conference ${c}`,
        timeZone: 'UTC',
        locale: 'en',
        startsOn: day,
        endsOn: day,
        settings: { screening: 'none' },
      },
    });
    const rooms = {};
    for (let i = 0; i < talks; i += 1)
      (rooms[`Room ${i % 10}`] ??= []).push({
        guid: `${slug}-${i}`,
        title: `Talk ${i} of conference ${c}`,
        start: `${String(9 + (Math.floor(i / 10) % 8)).padStart(2, '0')}:00`,
        duration: '00:45',
        persons: [{ id: i, public_name: `Speaker ${i}` }],
      });
    await product.ask('POST', `/admin/conferences/${slug}/imports`, {
      token,
      body: {
        schedule: { conference: { acronym: slug, title: `Conference ${c}`, days: [{ index: 1, date: day, rooms }] } },
      },
    });
  }
}

/** A hash of the schema and of what fills it. */
function version() {
  const hash = createHash('sha256');
  const migrations = readdirSync(path.join(root, 'migrations'))
    .toSorted()
    .map((name) => path.join(root, 'migrations', name));
  for (const file of [
    ...migrations,
    path.join(root, 'bench/seed.mjs'),
    path.join(root, 'bench/support/seeded-people.mjs'),
    path.join(import.meta.dirname, 'discussion.mjs'),
    path.join(import.meta.dirname, 'large-conference.mjs'),
  ])
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}
