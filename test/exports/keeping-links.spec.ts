import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ExportArchive, type ExportReport } from '../../src/exports/export-archive.ts';
import { ImportArchive } from '../../src/exports/import-archive.ts';
import { conferenceOf, event, importsInto, schedule, talksOf } from '../imports/programmes.ts';
import { becomes } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { emptyFolder } from './archive-world.ts';

const SLIDES = { title: 'Slides', url: 'https://pages.example/slides', kind: '' };
const VIDEO = { title: 'Recording', url: 'https://pages.example/video', kind: '' };
const PAPER = { title: 'Paper', url: 'https://pages.example/paper' };

let world: World;
let there: World;
let olga: Person;
let slug: string;
let talkId: string;
let dir: string;
let report: ExportReport;
beforeAll(async () => {
  [world, there] = [await World.open(), await World.open()];
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  expect((await importsInto(olga, slug, schedule([event({ links: [PAPER] })]))).status).toBe(200);
  const [talk] = (await talksOf(olga, slug)) as [Json];
  talkId = talk['id'] as string;
  const place = { slug, talkId, threadId: talk['threadId'] as string };
  const grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  expect((await grace.ask('PUT', `/talks/${talkId}/links`, { links: [SLIDES, VIDEO] })).status).toBe(200);
  dir = await emptyFolder();
  report = await world.app.get(ExportArchive).export(slug, dir);
});
afterAll(async () => {
  await world.close();
  await there.close();
  await rm(dir, { recursive: true, force: true });
});

const linksIn = async (forum: World): Promise<unknown> =>
  (await forum.person('reader').get(`/talks/${talkId}`)).body['links'];
const later = schedule([event({ title: 'On leaving the network, for good', links: [PAPER] })]);

describe('links that a speaker added to a talk', () => {
  it('are in the archive, on its page and as data, in place of those of the programme', async () => {
    const page = await readFile(path.join(dir, 'en/t/on-leaving-the-network.html'), 'utf8');
    for (const { title, url } of [SLIDES, VIDEO]) {
      expect(page).toContain(`href="${url}"`);
      expect(page).toContain(title);
    }
    expect(page).not.toContain(PAPER.url);
    const [talk] = JSON.parse(await readFile(path.join(dir, 'data/talks.json'), 'utf8')) as [Json];
    expect(talk).toMatchObject({ links: [SLIDES, VIDEO], edited: ['links'] });
  });

  it('are in the programme that others take from the forum', async () => {
    const { text } = await world.person('reader').get(`${world.base}/c/${slug}/schedule.json`);
    for (const { url } of [SLIDES, VIDEO]) expect(text).toContain(url);
    expect(text).not.toContain(PAPER.url);
  });

  it('stay when a later programme brings other ones', async () => {
    expect((await importsInto(olga, slug, later)).status).toBe(200);
    expect((await talksOf(olga, slug))[0]).toMatchObject({ title: 'On leaving the network, for good' });
    expect(await linksIn(world)).toEqual([SLIDES, VIDEO]);
  });

  it('stay in the forum that takes in the archive, also when a later programme comes there', async () => {
    await there.app.get(ImportArchive).import(dir, { fingerprint: report.fingerprint });
    expect(await linksIn(there)).toEqual([SLIDES, VIDEO]);
    const organizer = await there.person('olga').signsIn();
    expect((await importsInto(organizer, slug, later)).status).toBe(200);
    expect((await talksOf(organizer, slug))[0]).toMatchObject({ title: 'On leaving the network, for good' });
    expect(await linksIn(there)).toEqual([SLIDES, VIDEO]);
  });
});
