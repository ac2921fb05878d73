import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf } from '../imports/programmes.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const rulesOf = async (slug: string): Promise<unknown[]> =>
  ((await olga.get(`/conferences/${slug}`)).body['settings'].rules as Json[]).map(({ title }) => title as string);

describe('a conference whose language changes', () => {
  it('has its first rules in the new one, on their page too, and back', async () => {
    const slug = await conferenceOf(olga);
    expect(await rulesOf(slug)).toContain('Respect people');
    expect((await olga.patch(`/admin/conferences/${slug}`, { locale: 'fr' })).status).toBe(200);
    expect(await rulesOf(slug)).toContain('Respecter les personnes');
    const page = await olga.get(`${world.base}/c/${slug}/rules`, { accept: 'text/html' });
    expect(page.text).toContain('Respecter les personnes');
    await olga.patch(`/admin/conferences/${slug}`, { locale: 'en' });
    expect(await rulesOf(slug)).toContain('Respect people');
  });

  it('keeps the rules that somebody has worded', async () => {
    const slug = await conferenceOf(olga);
    const rules = [
      { key: 'respect', title: 'Be excellent to each other' },
      { key: 'spam', title: 'No advertising' },
      { key: 'own', title: 'No photographs' },
    ];
    await olga.patch(`/admin/conferences/${slug}`, { settings: { rules } });
    await olga.patch(`/admin/conferences/${slug}`, { locale: 'fr' });
    expect(await rulesOf(slug)).toEqual(['Be excellent to each other', 'Pas de publicité', 'No photographs']);
    await olga.patch(`/admin/conferences/${slug}`, { locale: 'en', settings: { rules } });
    expect(await rulesOf(slug)).toEqual(rules.map(({ title }) => title));
  });
});
