import { describe, expect, it } from '@jest/globals';
import { FirstStart } from '../../src/ops/first-start.ts';
import { World, type Answer } from '../support/world.ts';

describe('the organizer’s link that a start prints', () => {
  it('ends the links of earlier starts; once somebody organizes, none is left', async () => {
    const world = await World.open({ ORGANIZERS: '' });
    try {
      const start = world.app.get(FirstStart);
      const tokenOf = (link: string | null): string => link!.slice(link!.indexOf('#') + 1);
      const [first, second] = [tokenOf(await start.prepare()), tokenOf(await start.prepare())];
      const ada = await world.person('ada').signsIn();
      const claims = (token: string): Promise<Answer> => ada.post('/claims', { token });
      expect(await claims(first)).toMatchObject({ body: { type: '/problems/invitation-spent' } });
      expect(await claims(second)).toMatchObject({ status: 200, body: { role: 'organizer' } });
      expect(await start.prepare()).toBeNull();
      // As an older version left it: a link printed before, still unopened.
      await world.query(
        `insert into invitations (id, token_hash, role, expires_at)
         values (gen_random_uuid(), sha256('old'), 'organizer', now() + interval '30 days')`,
      );
      expect(await start.prepare()).toBeNull();
      expect(await world.query('select from invitations where claimed_at is null')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
