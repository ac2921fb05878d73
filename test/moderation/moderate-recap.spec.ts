import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../src/moderation/verify-ledger.ts';
import type { Answer, Json, Person } from '../support/world.ts';
import { forum, ledger, queue, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

/** A conference with a public recap of its organizer. */
async function official(): Promise<{ slug: string; recap: Json }> {
  const { slug } = await f.world.conference(f.olga);
  const written = { markdown: 'A wombat was seen', items: [], published: true };
  const { body } = await f.olga.put(`/conferences/${slug}/recap`, written);
  return { slug, recap: body };
}

const reportsRecap = (person: Person, recap: Json, extra: Json = {}): Promise<Answer> =>
  person.post(`/recaps/${recap['id'] as string}/reports`, {
    rule: 'respect',
    reason: 'It insults somebody.',
    ...extra,
  });

const decides = (person: Person, recap: Json, act: string, body: Json = {}): Promise<Answer> =>
  person.post(`/admin/recaps/${recap['id'] as string}/${act}`, body);

const INSULT = { rule: 'respect', reason: 'An insult' };

describe('moderating an official recap', () => {
  it('begins with a report, which waits in the queue with the recap and its words', async () => {
    const { slug, recap } = await official();
    const { status, body } = await reportsRecap(f.bob, recap);
    expect(status).toBe(202);
    const [item, ...others] = await queue(f.olga, slug, 'reported');
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      comment: null,
      recap: { id: recap['id'], markdown: 'A wombat was seen', state: 'published' },
      reports: [{ rule: 'respect', reason: 'It insults somebody.' }],
    });
    expect((await f.bob.get(`/reports/${body['receipt'] as string}`)).body).toMatchObject({ status: 'open' });
  });

  it('withholds it with a rule and a reason: a line in the ledger, an answer to the reporter, nothing for readers', async () => {
    const { slug, recap } = await official();
    const { receipt } = (await reportsRecap(f.bob, recap)).body;
    const decided = await decides(f.olga, recap, 'withhold', INSULT);
    expect([decided.status, decided.body['state']]).toEqual([200, 'withheld']);
    expect((await f.bob.get(`/conferences/${slug}/recap`)).status).toBe(404);
    expect(await ledger(f.bob, slug)).toMatchObject([
      { kind: 'withhold', rule: 'respect', reason: 'An insult', role: 'organizer', recapId: recap['id'] },
    ]);
    expect((await f.bob.get(`/reports/${receipt as string}`)).body).toMatchObject({
      status: 'decided',
      reason: 'An insult',
    });
    expect(await queue(f.olga, slug, 'reported')).toEqual([]);
    const back = await decides(f.olga, recap, 'restore', { reason: 'No insult after all' });
    expect([back.status, back.body['state']]).toEqual([200, 'published']);
    expect((await f.bob.get(`/conferences/${slug}/recap`)).body).toMatchObject({ markdown: 'A wombat was seen' });
    const [restored, withheld] = await ledger(f.bob, slug);
    expect(restored).toMatchObject({ kind: 'restore', reverses: withheld!['id'], recapId: recap['id'] });
    expect((await f.world.app.get(VerifyLedger).verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('the form of a moderator on the page of a recap', () => {
  it('hides it with a rule and a reason, offers to show it again, and shows it', async () => {
    const { slug, recap } = await official();
    const path = `${f.world.base}/c/${slug}/recaps/${recap['slug'] as string}/moderation`;
    const sends = (act: string, fields: Record<string, string>): Promise<Answer> =>
      f.olga.ask('POST', `${path}/${act}`, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: f.world.base,
      });
    const refused = await sends('hide', { rule: 'respect', reason: '' });
    expect(refused.status).toBe(422);
    const hidden = await sends('hide', { rule: 'respect', reason: 'An insult' });
    expect([hidden.status, hidden.headers.get('location')]).toEqual([
      303,
      `/c/${slug}/recaps/${recap['slug'] as string}/moderation/show?done=hide`,
    ]);
    expect((await f.olga.get(`${path}/show?done=hide`, { accept: 'text/html' })).status).toBe(200);
    expect((await f.bob.get(`${path}/show`, { accept: 'text/html' })).status).toBe(403);
    expect((await f.bob.get(`/conferences/${slug}/recap`)).status).toBe(404);
    expect((await sends('show', { reason: 'No insult after all' })).status).toBe(303);
    expect((await f.bob.get(`/conferences/${slug}/recap`)).status).toBe(200);
  });
});
