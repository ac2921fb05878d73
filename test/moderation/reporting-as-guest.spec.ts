import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, type Json, type Person } from '../support/world.ts';
import { forum, queue, reports, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
let comment: Json;
beforeAll(async () => {
  f = await forum();
  await f.bob.calledIn(f.slug, 'Bob');
  comment = await f.bob.says(f.threadId, 'Something that may be reported');
  const said = await f.ada.says(f.threadId, 'Something else');
  const suspended = await f.mona.post(`/admin/personas/${said['author'].id as string}/sanctions`, {
    kind: 'suspend',
    rule: 'respect',
    reason: 'Insults',
  });
  expect(suspended.status).toBe(201);
});
afterAll(() => f.world.close());

/** Reports without a session, and answers the code that came. */
async function codeFor(person: Person): Promise<string> {
  const before = await f.world.mails();
  expect((await reports(person, comment, { email: person.email, goodFaith: true })).status).toBe(202);
  return codeIn(await f.world.nextMail(before, person.email, /pour envoyer votre signalement/));
}

const sendsCode = (person: Person, code: string): Promise<Response> =>
  fetch(`${f.world.base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: f.world.base },
    body: new URLSearchParams({ email: person.email, code }),
  });

describe('the right code of a report that is refused', () => {
  it('signs its owner in, and tells the reason', async () => {
    const ada = f.world.person('ada');
    const answer = await ada.post('/auth/sessions', { email: ada.email, code: await codeFor(ada) });
    expect(answer).toMatchObject({
      status: 201,
      body: { refused: { type: '/problems/account-suspended', status: 403 } },
    });
    expect(answer.body['kept']).toBeUndefined();
    ada.token = answer.body['token'] as string;
    expect((await ada.get('/me')).status).toBe(200);
    expect(await queue(f.mona, f.slug, 'reported')).toEqual([]);
    expect(await f.world.query('select from reports')).toEqual([]);
  });

  it('does so on a page too, without a script', async () => {
    const ada = f.world.person('ada');
    const answer = await sendsCode(ada, await codeFor(ada));
    const place = answer.headers.get('location')!;
    expect({ status: answer.status, place }).toEqual({
      status: 303,
      place: `/comments/${comment['id'] as string}/report?refused=account-suspended`,
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const page = await (await fetch(f.world.base + place, { headers: { cookie, accept: 'text/html' } })).text();
    expect(page).toContain('Votre signalement n’a pas été transmis');
    expect(page).toContain('Votre accès est suspendu');
    // An address that somebody made up tells nothing to who is not signed in.
    expect(await (await fetch(f.world.base + place, { headers: { accept: 'text/html' } })).text()).not.toContain(
      'n’a pas été transmis',
    );
  });

  it('is still reported by somebody who may', async () => {
    const carla = f.world.person('carla');
    const answer = await carla.post('/auth/sessions', { email: carla.email, code: await codeFor(carla) });
    expect(answer.status).toBe(201);
    expect(answer.body['refused']).toBeUndefined();
    expect(await queue(f.mona, f.slug, 'reported')).toHaveLength(1);
  });
});
