import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { becomes } from '../questions/stage.ts';
import { until, type Json } from '../support/world.ts';
import { forum, ledger, queue, reports, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
let adasPersona: string;
beforeAll(async () => {
  f = await forum({ screening: 'none', wordLists: { en: ['casino*'] } });
  adasPersona = ((await f.ada.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
});
afterAll(() => f.world.close());

const inHours = (hours: number): string => new Date(f.world.clock.now().getTime() + hours * 3_600_000).toISOString();
const sanctions = (who: ModeratedForum['ada'], extra: Json = {}, persona = adasPersona) =>
  who.post(`/admin/personas/${persona}/sanctions`, {
    kind: 'mute',
    until: inHours(2),
    rule: 'respect',
    reason: 'Time to cool down',
    ...extra,
  });

describe('a sanction', () => {
  it('is explained, told to open sockets, stands in the ledger, and ends by itself', async () => {
    const { world, mona, ada, bob, slug, threadId } = f;
    const socket = await ada.listens();
    const notices: Json[] = [];
    socket.on('account:notice', (notice: Json) => notices.push(notice));
    expect((await sanctions(bob)).status).toBe(404);
    expect((await sanctions(mona, { until: null })).body['errors']).toMatchObject([{ pointer: '#/until' }]);
    const { body } = await sanctions(mona);
    await until('the word to the socket', () => notices.some(({ kind }) => kind === 'muted'));
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Still here' })).body['type']).toBe(
      '/problems/account-muted',
    );
    expect((await ledger(bob, slug))[0]).toMatchObject({
      kind: 'mute',
      rule: 'respect',
      until: body['until'] as string,
    });
    expect((await ada.get('/me/statements')).body['items'][0]).toMatchObject({
      kind: 'mute',
      until: body['until'] as string,
      reason: 'Time to cool down',
    });
    world.advance({ hours: 3 });
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Back again' })).body).toMatchObject({
      state: 'held',
    });
    expect((await queue(mona, slug)).map(({ heldBecause }) => heldBecause as string)).toEqual(['standing']);
  });

  it('closes the sockets of who is suspended, and is lifted before its end with a reason', async () => {
    const { mona, ada, threadId } = f;
    await mona.signsIn();
    const socket = await ada.listens();
    const { body } = await sanctions(mona, { kind: 'suspend', until: null });
    await until('the socket to be closed', () => socket.disconnected);
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Let me in' })).body['type']).toBe(
      '/problems/account-suspended',
    );
    expect((await mona.ask('DELETE', `/admin/sanctions/${body['id'] as string}`, { reason: 'We talked' })).status).toBe(
      204,
    );
    expect((await ledger(ada, f.slug))[0]).toMatchObject({ kind: 'unsuspend', reason: 'We talked' });
  });

  it('is nobody’s to set on an organizer, on oneself, or by a moderator on a moderator, and needs a fresh sign-in', async () => {
    const { world, olga, mona, slug } = f;
    await olga.signsIn().then(() => olga.calledIn(slug, 'Olga'));
    const nils = await becomes(await world.person('nils').signsIn(), olga, { slug, role: 'moderator' }, 'Nils');
    const personaOf = async (who: ModeratedForum['ada']): Promise<string> =>
      ((await who.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
    for (const target of [olga, mona, nils])
      expect((await sanctions(mona, {}, await personaOf(target))).status).toBe(403);
    expect((await sanctions(olga, {}, await personaOf(nils))).status).toBe(201);
    world.advance({ minutes: 20 });
    expect((await sanctions(mona)).body['type']).toBe('/problems/sign-in-stale');
  });
});

describe('a listed word', () => {
  it('holds what says it, for a moderator to look, and is nowhere in public', async () => {
    const { mona, bob, slug, threadId } = f;
    await bob.calledIn(slug, 'Bob');
    expect(await bob.says(threadId, 'I won at the CASINOS!')).toMatchObject({ state: 'held', seq: null });
    expect((await queue(mona, slug)).map(({ heldBecause }) => heldBecause as string)).toContain('words');
    expect((await bob.get(`/conferences/${slug}`)).text).not.toContain('casino');
  });
});

describe('a thing of the queue', () => {
  it('is one moderator’s while they look at it', async () => {
    const { olga, mona, slug } = f;
    const [item] = await queue(mona, slug);
    const claim = (who: ModeratedForum['ada']) =>
      who.put(`/admin/comments/${(item!['comment'] as Json)['id'] as string}/claim`);
    expect((await claim(mona)).status).toBe(200);
    expect((await claim(olga)).body['type']).toBe('/problems/queue-claimed');
    expect((await queue(olga, slug))[0]).toMatchObject({ claimedBy: { name: 'Mona', isYou: false } });
    f.world.advance({ minutes: 6 });
    expect((await claim(olga)).status).toBe(200);
  });

  it('is seen by a moderator of its talk alone, and by no other of a talk', async () => {
    const { world, olga, slug } = f;
    await olga.signsIn();
    const talks = await Promise.all(
      ['one', 'two'].map(
        async (name) =>
          (
            await olga.post(`/admin/conferences/${slug}/talks`, {
              slug: name,
              title: name,
              startsAt: world.clock.now().toISOString(),
            })
          ).body,
      ),
    );
    const people = await Promise.all(
      talks.map(async (talk, i) => {
        const person = await world.person(`tm${i}`).signsIn();
        const { url } = (
          await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', talkId: talk['id'] })
        ).body;
        await person.post('/claims', { token: (url as string).split('#')[1] });
        return person;
      }),
    );
    const carl = await f.carl.signsIn().then(() => f.carl.calledIn(slug, 'Carl'));
    const held = await carl.says(talks[0]!['threadId'] as string, 'A casino in a talk');
    expect((await queue(people[0]!, slug)).map(({ comment }) => (comment as Json)['id'] as string)).toEqual([
      held['id'],
    ]);
    expect(await queue(people[1]!, slug)).toEqual([]);
    const release = (who: ModeratedForum['ada']) =>
      who.post(`/admin/comments/${held['id'] as string}/release`, { revision: 1 });
    expect((await release(people[1]!)).status).toBe(404);
    expect((await release(people[0]!)).body['state']).toBe('visible');
  });
});

describe('somebody who reports without a ground', () => {
  it('is warned, then limited, and no longer helps to hold anything', async () => {
    const { world, olga, bob, carl, slug, threadId } = f;
    await Promise.all([olga.signsIn(), carl.signsIn(), bob.signsIn()]);
    for (let i = 0; i < 4; i += 1) {
      const said = await bob.says(threadId, `A plain sentence ${i}`);
      expect((await reports(carl, said)).status).toBe(202);
      const item = (await queue(olga, slug, 'reported')).find(({ comment }) => (comment as Json)['id'] === said['id'])!;
      expect(
        (
          await olga.post(`/admin/reports/${(item['reports'] as Json[])[0]!['id'] as string}/dismiss`, {
            reason: 'A plain sentence',
          })
        ).status,
      ).toBe(204);
    }
    expect((await world.query('select from report_warnings')).length).toBe(1);
    expect((await reports(carl, await bob.says(threadId, 'One more sentence'))).body['type']).toBe(
      '/problems/reports-limited',
    );
  });
});
