import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forum, ledger, queue, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import { becomes } from '../questions/stage.ts';
import type { Answer, Json, Person } from '../support/world.ts';

let f: ModeratedForum;
let nils: Person;
beforeAll(async () => {
  f = await forum({ screening: 'none', wordLists: { en: ['casino*'] } });
  nils = await becomes(await f.world.person('nils').signsIn(), f.olga, { slug: f.slug, role: 'moderator' }, 'Nils');
});
afterAll(() => f.world.close());

const at = (comment: Json): string => `/admin/comments/${comment['id'] as string}`;
const restores = (who: Person, comment: Json) => who.post(`${at(comment)}/restore`, { reason: 'Enough' });
const releases = (who: Person, comment: Json) => who.post(`${at(comment)}/release`, { revision: 1 });
const stateFor = async (who: Person, comment: Json): Promise<unknown> =>
  (await who.get(`/comments/${comment['id'] as string}`)).body['state'];
const appeals = async (who: Person, reason = 'I find this wrong'): Promise<string> => {
  const [{ decisionId }] = (await who.get('/me/statements')).body['items'] as [Json];
  return (await who.post(`/decisions/${decisionId as string}/appeals`, { reason })).body['id'] as string;
};
const decidesAppeal = (who: Person, id: string, outcome: string) =>
  who.post(`/admin/appeals/${id}/decision`, { outcome, reason: 'Looked at again' });
const form = (who: Person, path: string, fields: Json): Promise<Answer> =>
  who.ask(
    'POST',
    f.world.base + path,
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
    ).toString(),
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000', accept: 'text/html' },
  );
const page = (who: Person, path: string): Promise<Answer> =>
  who.get(`${f.world.base}/organize/${f.slug}/${path}?lang=en`, { accept: 'text/html' });
const personaOf = async (who: Person, at = 0): Promise<string> =>
  ((await who.get('/me')).body['personas'] as Json[])[at]!['id'] as string;
const inHours = (hours: number): string => new Date(f.world.clock.now().getTime() + hours * 3_600_000).toISOString();

/** Attempts a decision, whose refusal must not add to the public list. */
async function refusedAsOwn(attempt: () => Promise<Answer>): Promise<void> {
  const before = (await ledger(f.olga, f.slug)).length;
  const { status, body } = await attempt();
  expect([status, body['type']]).toEqual([403, '/problems/decision-own']);
  expect((await ledger(f.olga, f.slug)).length).toBe(before);
}

describe('deciding about one’s own words', () => {
  it('is refused to a moderator: withholding, restoring, claiming', async () => {
    const own = await f.mona.says(f.threadId, 'Said by a moderator');
    await refusedAsOwn(() => withholds(f.mona, own));
    await refusedAsOwn(() => f.mona.put(`${at(own)}/claim`));
    expect(await stateFor(f.mona, own)).toBe('visible');
    expect((await withholds(nils, own)).status).toBe(200);
    await refusedAsOwn(() => restores(f.mona, own));
    expect((await restores(f.olga, own)).status).toBe(200);
  });

  it('is refused when power comes after the words: what was held before waits for another', async () => {
    const pia = await (await f.world.person('pia').signsIn()).calledIn(f.slug, 'Pia');
    const held = await pia.says(f.threadId, 'A night at the casino');
    await becomes(pia, f.olga, { slug: f.slug, role: 'moderator' }, 'Pia again');
    await refusedAsOwn(() => releases(pia, held));
    const shown = (await page(pia, 'queue')).text;
    expect(shown).toContain('You wrote this. Somebody else decides about it.');
    expect(shown).not.toContain('value="release"');
    expect((await queue(pia, f.slug))[0]).toMatchObject({ mayDecide: false });
    expect((await queue(f.mona, f.slug))[0]).toMatchObject({ mayDecide: true });
    const answer = await form(pia, `/organize/${f.slug}/queue?kind=held&lang=en`, {
      commentId: held['id'],
      revision: 1,
      act: 'release',
    });
    expect([answer.status, answer.text.includes('Somebody else has to decide this')]).toEqual([403, true]);
    expect((await releases(f.mona, held)).status).toBe(200);
  });

  it('is refused among several at once, and the others are decided', async () => {
    const [own, other] = [
      await f.mona.says(f.threadId, 'Mine among several'),
      await f.ada.says(f.threadId, 'Another’s among several'),
    ];
    await reports(f.bob, own);
    await reports(f.bob, other);
    const answer = await form(f.mona, `/organize/${f.slug}/queue?kind=reported`, {
      act: 'withhold',
      rule: 'spam',
      reason: 'A series',
      ids: [own, other].map(({ id }) => `${id as string}.1`),
    });
    expect(answer.status).toBe(403);
    expect([await stateFor(f.bob, own), await stateFor(f.bob, other)]).toEqual(['visible', 'withheld']);
  });

  it('is refused for a report about them, and for an appeal about such a report', async () => {
    const own = await f.mona.says(f.threadId, 'A reported word of a moderator');
    await reports(f.bob, own);
    const item = (await queue(f.mona, f.slug, 'reported')).find(
      ({ comment }) => (comment as Json)['id'] === own['id'],
    )!;
    const report = (item['reports'] as Json[])[0]!['id'] as string;
    await refusedAsOwn(() => f.mona.post(`/admin/reports/${report}/dismiss`, { reason: 'It is fine' }));
    expect((await nils.post(`/admin/reports/${report}/dismiss`, { reason: 'It is fine' })).status).toBe(204);
    const [{ decisionId }] = (await f.bob.get('/me/reports')).body['items'] as [Json];
    const appeal = (await f.bob.post(`/decisions/${decisionId as string}/appeals`, { reason: 'It is not' })).body[
      'id'
    ] as string;
    for (const outcome of ['upheld', 'reversed'])
      expect((await decidesAppeal(f.mona, appeal, outcome)).body['type']).toBe('/problems/appeal-own-decision');
    expect((await queue(f.mona, f.slug, 'appeals'))[0]).toMatchObject({ appeal: { mayDecide: false } });
    expect((await decidesAppeal(f.olga, appeal, 'upheld')).status).toBe(200);
  });
});

describe('deciding about one’s own standing', () => {
  it('is refused for every persona of the account, and no other persona’s owner is told', async () => {
    await f.mona.calledIn(f.slug, 'Somebody quite different');
    for (const at of [0, 1]) {
      const persona = await personaOf(f.mona, at);
      await refusedAsOwn(() =>
        f.mona.post(`/admin/personas/${persona}/sanctions`, {
          kind: 'mute',
          until: inHours(1),
          rule: 'respect',
          reason: 'Myself',
        }),
      );
    }
  });

  it('is refused to who is sanctioned and gets power afterwards', async () => {
    const quin = await (await f.world.person('quin').signsIn()).calledIn(f.slug, 'Quin');
    const { body } = await f.mona.post(`/admin/personas/${await personaOf(quin)}/sanctions`, {
      kind: 'mute',
      until: inHours(5),
      rule: 'respect',
      reason: 'Loud',
    });
    await f.world.query(
      `insert into grants (id, account_id, conference_id, role)
       select gen_random_uuid(), p.account_id, p.conference_id, 'organizer'
       from personas p
       where p.id = $1`,
      [await personaOf(quin)],
    );
    const sanction = body['id'] as string;
    const attempts = [
      await quin.delete(`/admin/sanctions/${sanction}`),
      await form(quin, `/organize/${f.slug}/sanctions/${sanction}`, { reason: 'I am sorry' }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([403, 403]);
    expect((await page(f.olga, 'conduct')).text).toContain(`sanctions/${sanction}`);
    // A sanction that an organizer answers for is not lifted by a moderator either.
    expect((await f.mona.delete(`/admin/sanctions/${sanction}`)).status).toBe(403);
    expect((await f.olga.delete(`/admin/sanctions/${sanction}`)).status).toBe(204);
  });
});

describe('deciding twice', () => {
  it('is open to who made a mistake, as long as nobody appealed', async () => {
    const comment = await f.ada.says(f.threadId, 'Withheld by a slip of the finger');
    await withholds(f.mona, comment);
    expect((await restores(f.mona, comment)).status).toBe(200);
  });

  it('is refused by way of restoring, while an appeal waits and after it was decided', async () => {
    const comment = await f.ada.says(f.threadId, 'A matter for two');
    await withholds(f.mona, comment);
    const appeal = await appeals(f.ada);
    expect((await restores(f.mona, comment)).body['type']).toBe('/problems/appeal-own-decision');
    expect((await f.world.query('select outcome from appeals where id = $1', [appeal]))[0]).toEqual({ outcome: null });
    expect((await decidesAppeal(nils, appeal, 'upheld')).status).toBe(200);
    for (const who of [f.mona, nils])
      expect((await restores(who, comment)).body['type']).toBe('/problems/appeal-own-decision');
    expect((await restores(f.olga, comment)).status).toBe(200);
  });

  it('is refused by way of withholding the same words again, and open once they were reworded', async () => {
    const comment = await f.ada.says(f.threadId, 'These words, twice');
    await withholds(f.mona, comment);
    expect((await decidesAppeal(nils, await appeals(f.ada), 'reversed')).status).toBe(200);
    expect((await withholds(f.mona, comment)).body['type']).toBe('/problems/appeal-own-decision');
    f.world.advance({ seconds: 30 });
    expect((await f.ada.patch(`/comments/${comment['id'] as string}`, { body: 'Other words, and worse' })).status).toBe(
      200,
    );
    expect((await withholds(f.mona, comment)).status).toBe(200);
  });

  it('is refused by way of withholding while a reporter’s appeal waits; who had no part in it closes the appeal that way', async () => {
    const comment = await f.ada.says(f.threadId, 'Buy my other book');
    await reports(f.bob, comment, { rule: 'spam' });
    const item = (await queue(f.mona, f.slug, 'reported')).find(
      ({ comment: shown }) => (shown as Json)['id'] === comment['id'],
    )!;
    await f.mona.post(`/admin/reports/${(item['reports'] as Json[])[0]!['id'] as string}/dismiss`, {
      reason: 'One book',
    });
    const [{ decisionId, receipt }] = (await f.bob.get('/me/reports')).body['items'] as [Json];
    await f.bob.post(`/decisions/${decisionId as string}/appeals`, { reason: 'Two books' });
    expect((await withholds(f.mona, comment)).body['type']).toBe('/problems/appeal-own-decision');
    expect((await withholds(nils, comment)).status).toBe(200);
    expect((await f.bob.get(`/reports/${receipt as string}`)).body).toMatchObject({ status: 'decided' });
    expect((await queue(f.olga, f.slug, 'appeals')).length).toBe(0);
  });

  it('is refused for a sanction: neither lifted nor set anew by who set it, once it was appealed', async () => {
    const rosa = await (await f.world.person('rosa').signsIn()).calledIn(f.slug, 'Rosa');
    const persona = await personaOf(rosa);
    const mutes = (who: Person) =>
      who.post(`/admin/personas/${persona}/sanctions`, {
        kind: 'mute',
        until: inHours(9),
        rule: 'respect',
        reason: 'Loud',
      });
    const { body } = await mutes(f.mona);
    const appeal = await appeals(rosa);
    for (const again of [await f.mona.delete(`/admin/sanctions/${body['id'] as string}`), await mutes(f.mona)])
      expect(again.body['type']).toBe('/problems/appeal-own-decision');
    expect((await decidesAppeal(nils, appeal, 'reversed')).status).toBe(200);
    expect((await mutes(f.mona)).body['type']).toBe('/problems/appeal-own-decision');
    f.world.advance({ minutes: 1 });
    await rosa.says(f.threadId, 'Loud again');
    expect((await mutes(f.mona)).status).toBe(201);
  });
});
