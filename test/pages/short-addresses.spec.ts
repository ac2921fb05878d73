import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { talkOf } from '../questions/stage.ts';
import { World, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
});
afterAll(() => world.close());

const stage = async (): Promise<string> =>
  (await olga.get(`${world.base}/c/${place.slug}/t/on-leaving/stage`, { accept: 'text/html' })).text;
const codeOn = (html: string): string => /\/q\/([2-9a-z]{4,6})</.exec(html)![1]!;
const opens = (code: string) => fetch(`${world.base}/q/${code}`, { redirect: 'manual' });

describe('the short address of a thread', () => {
  it('is on its stage, and leads to it also when it is typed in capitals', async () => {
    const code = codeOn(await stage());
    for (const typed of [code, code.toUpperCase()]) {
      const answer = await opens(typed);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, `/c/${place.slug}/t/on-leaving`]);
    }
  });

  it('has no letter that looks like another', async () => {
    expect(codeOn(await stage())).toMatch(/^[2-9abcdefghjkmnpqrstvwxyz]{5}$/);
  });

  it('stays when the talk is renamed', async () => {
    const code = codeOn(await stage());
    await olga.patch(`/admin/talks/${place.talkId}`, { title: 'On coming back' });
    expect(codeOn(await stage())).toBe(code);
  });

  it('is another for each of many threads that are opened at once', async () => {
    const rows = await world.query(
      'select count(distinct code)::int n from (select new_thread_code() code from generate_series(1, 20000)) made',
    );
    expect(rows[0]!['n']).toBe(20_000);
  });

  it('leads nowhere when nobody has it', async () => {
    for (const code of ['zzzzz', 'x', '%00', 'a'.repeat(200)])
      expect([400, 404, 414]).toContain((await opens(code)).status);
  });
});

describe('a stage', () => {
  it('speaks the language of the conference, whatever the projecting browser asks for, and is dark', async () => {
    const asked = await fetch(`${world.base}/c/${place.slug}/t/on-leaving/stage`, {
      headers: { 'accept-language': 'en' },
    });
    const html = await asked.text();
    expect(html).toContain('<html lang="fr" class="dark">');
    expect(html).toContain('Scannez pour poser votre question');
  });
});
