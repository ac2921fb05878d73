import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { becomes } from '../questions/stage.ts';
import type { Json } from '../support/world.ts';
import {
  ages,
  forum,
  ledger,
  emailsTo,
  queue,
  reports,
  reportsAsGuest,
  withholds,
  type ModeratedForum,
} from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

describe('an ugly thread, from an anonymous report to the comment back in its place', () => {
  it('is decided twice, by two people, explained in six letters, and leaves six lines in the audit', async () => {
    const { world, olga, mona, ada, bob, carl, slug, threadId } = f;
    const first = await ada.says(threadId, 'Before it');
    const comment = await ada.says(threadId, 'Only a fool would think so');
    const reply = await bob
      .calledIn(slug, 'Bob')
      .then(() => bob.says(threadId, 'Why a fool?', { parentId: comment['id'] }));
    const mailsBefore = await world.mails();

    const receipt = await reportsAsGuest(world, 'guest', comment);
    expect((await world.person('nobody').get(`/reports/${receipt}`)).body).toEqual({
      status: 'open',
      at: expect.any(String),
    });
    expect(await queue(mona, slug, 'reported')).toMatchObject([
      { comment: { id: comment['id'], state: 'visible' }, reports: [{ rule: 'respect' }] },
    ]);
    await ages(world);
    for (const reporter of [bob, carl]) expect((await reports(reporter, comment)).status).toBe(202);
    expect((await bob.get(`/comments/${comment['id']}`)).body).toMatchObject({
      state: 'held',
      html: '',
      seq: comment['seq'],
    });
    expect((await ada.get(`/threads/${threadId}/mine`)).body['held']).toMatchObject([{ id: comment['id'] }]);

    const [item] = await queue(mona, slug, 'reported');
    expect(item).toMatchObject({
      comment: { html: '<p>Only a fool would think so</p>' },
      reports: [{}, {}, {}],
      heldBecause: 'reports',
    });
    expect((await withholds(mona, comment, 'It calls people fools')).status).toBe(200);
    expect((await world.person('nobody').get(`/reports/${receipt}`)).body).toMatchObject({
      status: 'decided',
      reason: 'It calls people fools',
    });
    expect((await ledger(bob, slug)).slice(0, 2)).toMatchObject([
      { kind: 'withhold', rule: 'respect', reason: 'It calls people fools', role: 'moderator' },
      { kind: 'hold', role: 'server' },
    ]);

    const [statement] = (await ada.get('/me/statements')).body['items'] as Json[];
    expect(statement).toMatchObject({
      commentId: comment['id'],
      kind: 'withhold',
      rule: 'respect',
      reason: 'It calls people fools',
      isFromReport: true,
      isAutomated: false,
      appealUntil: expect.any(String),
    });
    const appealed = await ada.post(`/decisions/${statement!['decisionId']}/appeals`, {
      reason: 'It was said of an idea, not of a person.',
    });
    expect(appealed.status).toBe(201);
    const decide = (who: typeof olga, outcome: string) =>
      who.post(`/admin/appeals/${appealed.body['id'] as string}/decision`, { outcome, reason: 'An idea is no person' });
    expect((await decide(mona, 'reversed')).body['type']).toBe('/problems/appeal-own-decision');
    expect(await queue(olga, slug, 'appeals')).toMatchObject([
      {
        comment: { id: comment['id'] },
        appeal: { reason: 'It was said of an idea, not of a person.', mayDecide: true, party: 'author' },
      },
    ]);
    expect((await decide(olga, 'reversed')).status).toBe(200);
    expect((await decide(olga, 'reversed')).body['type']).toBe('/problems/appeal-decided');

    expect((await bob.get(`/comments/${comment['id']}`)).body).toMatchObject({
      state: 'visible',
      seq: comment['seq'],
      html: comment['html'],
      replyCount: 1,
    });
    const page = (await bob.get(`/threads/${threadId}/comments`)).body['items'] as Json[];
    expect(page.map(({ id }) => id)).toEqual([first['id'], comment['id']]);
    expect(page[1]!['replies']).toMatchObject([{ id: reply['id'] }]);
    const lines = await ledger(bob, slug);
    expect(lines[0]).toMatchObject({
      kind: 'restore',
      role: 'organizer',
      reason: 'An idea is no person',
      reverses: lines[1]!['id'],
    });
    expect(lines[1]).toMatchObject({ kind: 'withhold', reversedBy: lines[0]!['id'] });
    expect((await world.person('nobody').get(`/reports/${receipt}`)).body).toMatchObject({
      status: 'dismissed',
      reason: 'An idea is no person',
    });

    // The guest's notice of the appeal comes within ten minutes of the first outcome, and is collected.
    world.advance({ minutes: 11 });
    const [toAda, toGuest] = await Promise.all([emailsTo(world, ada.email), emailsTo(world, 'guest@mail.example')]);
    const six = [...toAda.slice(1), ...toGuest];
    expect(await world.mailsSince(mailsBefore, { butTo: olga.email })).toHaveLength(6);
    expect(six.map((mail) => /^Subject: (.*)$/m.exec(mail)![1]!.slice(0, 22)).length).toBe(6);
    for (const mail of six) {
      const [head, words] = [mail.slice(0, mail.indexOf('\r\n\r\n')), mail.slice(mail.indexOf('\r\n\r\n'))];
      expect(head.match(/[\w.]+@mail\.example/g)!.length).toBeGreaterThan(0);
      // An address, not a rule of its style.
      expect(words).not.toMatch(/[\w.+-]@\w|only a fool/i);
    }
    expect((await audit()).map(({ action, role, name }) => [action, role, name] as unknown)).toEqual([
      ['decision.restore', 'organizer', null],
      ['decision.withhold', 'moderator', 'Mona'],
      ['decision.hold', 'server', null],
      ['invitation.claimed moderator', 'moderator', 'Mona'],
      ['invitation.made moderator', 'organizer', null],
      ['POST /api/v1/admin/conferences/:conference/threads', 'organizer', null],
    ]);
    expect((await olga.get(`/admin/conferences/${slug}/audit`)).text).not.toMatch(/@/);
  });

  it('is not appealed twice, not for what takes nothing away, not by others, and not after half a year', async () => {
    const { world, mona, ada, bob, threadId, olga } = f;
    const comment = await ada.says(threadId, 'Another sharp word');
    await withholds(mona, comment);
    const appeal = (who: typeof ada, id: unknown) =>
      who.post(`/decisions/${id as string}/appeals`, { reason: 'I find this wrong.' });
    const [statement] = (await ada.get('/me/statements')).body['items'] as Json[];
    expect((await appeal(bob, statement!['decisionId'])).status).toBe(404);
    expect((await appeal(ada, statement!['decisionId'])).status).toBe(201);
    expect((await appeal(ada, statement!['decisionId'])).body['type']).toBe('/problems/appeal-made');
    const { id } = (await queue(olga, f.slug, 'appeals'))[0]!['appeal'] as Json;
    expect(
      (await olga.post(`/admin/appeals/${id}/decision`, { outcome: 'upheld', reason: 'It was sharp' })).body,
    ).toMatchObject({ outcome: 'upheld' });
    const [upheld, first] = (await ada.get('/me/statements')).body['items'] as Json[];
    expect([upheld, first]).toMatchObject([
      { kind: 'uphold', appealUntil: null },
      { appeal: { outcome: 'upheld', reason: 'It was sharp' } },
    ]);
    expect((await appeal(ada, upheld!['decisionId'])).body['type']).toBe('/problems/decision-final');
    const late = await ada.says(threadId, 'A word too late');
    await withholds(mona, late);
    const [decision] = (await ada.get('/me/statements')).body['items'] as Json[];
    await emailsTo(world, ada.email);
    world.advance({ days: 185 });
    await ada.signsIn();
    expect((await appeal(ada, decision!['decisionId'])).body['type']).toBe('/problems/appeal-too-late');
  });
});

const audit = async (): Promise<Json[]> =>
  (await f.olga.get(`/admin/conferences/${f.slug}/audit`)).body['items'] as Json[];

describe('a reporter who is not heard', () => {
  it('appeals too: a second moderator may withhold what the first let stand', async () => {
    const { world, bob, slug } = f;
    const olga = await f.olga.signsIn();
    const [mona, ada] = await Promise.all([f.mona.signsIn(), f.ada.signsIn(), bob.signsIn()]);
    await becomes(await world.person('nils').signsIn(), olga, { slug, role: 'moderator' }, 'Nils');
    const thread = await world.conference(olga);
    await becomes(mona, olga, { slug: thread.slug, role: 'moderator' }, 'Mona');
    await ada.calledIn(thread.slug, 'Ada');
    const comment = await ada.says(thread.threadId, 'Buy my book');
    const { receipt } = (await reports(bob, comment, { rule: 'spam', reason: 'An advertisement' })).body;
    const [item] = await queue(mona, thread.slug, 'reported');
    expect(
      (
        await mona.post(`/admin/reports/${(item!['reports'] as Json[])[0]!['id'] as string}/dismiss`, {
          reason: 'One line is no campaign',
        })
      ).status,
    ).toBe(204);
    const [own] = (await bob.get('/me/reports')).body['items'] as Json[];
    expect(own).toMatchObject({ receipt, status: 'dismissed', reason: 'One line is no campaign' });
    const appeal = await bob.post(`/decisions/${own!['decisionId'] as string}/appeals`, {
      reason: 'It is the tenth time.',
    });
    expect(
      (
        await olga.post(`/admin/appeals/${appeal.body['id'] as string}/decision`, {
          outcome: 'reversed',
          reason: 'Ten times is a campaign',
        })
      ).status,
    ).toBe(200);
    expect((await bob.get(`/comments/${comment['id']}`)).body['state']).toBe('withheld');
    expect((await bob.get(`/reports/${receipt as string}`)).body).toMatchObject({
      status: 'decided',
      reason: 'Ten times is a campaign',
    });
    expect((await ada.get('/me/statements')).body['items'][0]).toMatchObject({ kind: 'withhold', rule: 'spam' });
  });
});
