import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, importsInto, schedule } from '../imports/programmes.ts';
import { oneIn } from '../support/form.ts';
import { skipWithout } from '../support/skip-without.ts';
import { World, type Person } from '../support/world.ts';
import { faultsOfScheduleJson, ODD_EVENTS, SCHEMAS } from './c3voc-schedules.ts';

skipWithout('xmllint');

/** Small programmes in the dialects of several makers; README.md beside them says which. */
const PROGRAMMES = path.resolve('test/feeds/programmes');

/** Real programmes in both formats, read where SCHEDULES_DIR has them. */
const REAL = [
  'schedule-json/froscon-2018.json',
  'schedule-json/30c3-2013-old-frab.json',
  'schedule-json/pretalx-democon.json',
  'schedule-json/frab-camp2019.json',
  'schedule-xml/fosdem-2024.xml',
  'schedule-xml/31c3.xml',
  'schedule-xml/debconf17-wafer.xml',
];
const folder = process.env['SCHEDULES_DIR'];
const real = oneIn(2, REAL)
  .map((name) => path.join(folder ?? '', name))
  .filter((file) => folder && existsSync(file));

let world: World;
let olga: Person;
let scratch: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  scratch = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-schedules-'));
});
afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
  await world.close();
});

const fileOf = async (slug: string, ending: string): Promise<string> =>
  (await fetch(`${world.base}/c/${slug}/schedule.${ending}`)).text();

/** The faults that xmllint finds; empty for a valid file. */
async function faultsOf(text: string): Promise<string[]> {
  const file = path.join(scratch, 'schedule.xml');
  await writeFile(file, text);
  const args = ['--noout', '--schema', path.join(SCHEMAS, 'schedule.xml.xsd'), file];
  const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' });
  return status === 0 ? [] : stderr.split('\n').slice(0, 20);
}

describe('schedule.xml', () => {
  it('is valid by the schema of c3voc, also of an empty programme and of one with odd names', async () => {
    const empty = await conferenceOf(olga);
    expect(await faultsOf(await fileOf(empty, 'xml'))).toEqual([]);
    const odd = await conferenceOf(olga, { url: 'https://example.org/où' });
    await importsInto(olga, odd, schedule(ODD_EVENTS));
    const xml = await fileOf(odd, 'xml');
    expect(await faultsOf(xml)).toEqual([]);
    expect(await faultsOf(xml.replace('<version>', '<edition>').replace('</version>', '</edition>'))).not.toEqual([]);
  });
});

/** Imports programmes and holds what leaves again against the schemas. */
async function leaveValid(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const slug = await conferenceOf(olga);
    const { status, body } = await importsInto(olga, slug, await readFile(file));
    const faults = {
      json: await faultsOfScheduleJson(await fileOf(slug, 'json')),
      xml: await faultsOf(await fileOf(slug, 'xml')),
    };
    expect({ file, status, isEmpty: body['added'] === 0, ...faults }).toEqual({
      file,
      status: 200,
      isEmpty: false,
      json: [],
      xml: [],
    });
  }
}

describe('programmes of several makers', () => {
  it('leave valid in both formats, in whichever they came', async () => {
    const names = (await readdir(PROGRAMMES)).filter((name) => !name.endsWith('.md'));
    expect(names.length).toBeGreaterThanOrEqual(4);
    await leaveValid(names.map((name) => path.join(PROGRAMMES, name)));
  });

  (real.length > 0 ? it : it.skip)('leave valid also when they are real', () => leaveValid(real), 300_000);
});
