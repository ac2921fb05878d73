import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, Person } from '../support/world.ts';
import { forum, ledger, queue, reports, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

const sees = (who: Person, path: string, lang = 'en') =>
  who.ask('GET', `${f.world.base}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, undefined, {
    accept: 'text/html',
  });
const sends = (who: Person, path: string, fields: Record<string, string>) =>
  who.ask('POST', f.world.base + path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
  });

/** The fields of a page's forms that nobody types. */
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replaceAll('&quot;', '"'),
    ]),
  );

describe('the pages of moderation', () => {
  it('end a suspension when they say, and impose none for a time that is none', async () => {
    const { carl, bob, mona, slug, threadId, world } = f;
    await carl.calledIn(slug, 'Carl');
    await bob.calledIn(slug, 'Bob');
    const [said, other] = [await carl.says(threadId, 'Shouting'), await bob.says(threadId, 'Humming')];
    const personaId = (said['author'] as Json)['id'] as string;
    const path = `/c/${slug}/t/hallway/moderation/mute`;
    const fields = { commentId: said['id'] as string, personaId, kind: 'suspend', rule: 'respect', reason: 'Too loud' };
    for (const days of ['-1', '0', '1e9', 'NaN', '367', '1.5', ' ', 'soon'])
      expect([days, (await sends(mona, path, { ...fields, days })).status]).toEqual([days, 422]);
    expect((await sends(mona, path, fields)).status).toBe(422);
    expect((await sends(mona, path, { ...fields, days: '0' })).text).toContain('Choisissez de 1 à 366 jours');
    const beside = await sends(mona, path, { ...fields, commentId: other['id'] as string, days: '1' });
    expect(beside.status).toBe(404);
    expect((await carl.says(threadId, 'Still here'))['state']).toBe('visible');
    expect((await sends(mona, path, { ...fields, days: '1' })).status).toBe(303);
    expect((await carl.post(`/threads/${threadId}/comments`, { body: 'Let me in' })).status).toBe(403);
    world.advance({ days: 2 });
    expect((await carl.post(`/threads/${threadId}/comments`, { body: 'Back' })).status).toBe(201);
    await mona.signsIn();
  });

  it('say of a press that came twice that it is done, and decide once', async () => {
    const { ada, mona, slug, threadId, world } = f;
    const comment = await ada.says(threadId, 'Pressed twice');
    const path = `/c/${slug}/t/hallway/moderation`;
    const { version } = hiddenIn((await sees(mona, `${path}/lock`)).text);
    const count = async (): Promise<number> => (await ledger(mona, slug)).length;
    const before = await count();
    for (const [act, fields] of [
      ['hide', { commentId: comment['id'] as string, rule: 'respect', reason: 'Once is enough.' }],
      ['lock', { threadId, version: version!, reason: 'A short break.' }],
    ] as const) {
      const answers = await Promise.all([sends(mona, `${path}/${act}`, fields), sends(mona, `${path}/${act}`, fields)]);
      const undo = act === 'hide' ? `&id=${comment['id'] as string}` : '';
      expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
        Array(2).fill([303, `/c/${slug}/t/hallway?done=${act}${undo}`]),
      );
    }
    expect(await count()).toBe(before + 2);
    // With another reason it is another decision, which is not made behind the first one's back.
    const other = { commentId: comment['id'] as string, rule: 'respect', reason: 'For another reason.' };
    expect((await sends(mona, `${path}/hide`, other)).status).toBe(409);
    const again = { threadId, version: version!, reason: 'A long break.' };
    expect((await sends(mona, `${path}/lock`, again)).status).toBe(412);
    const { version: locked } = hiddenIn((await sees(mona, `${path}/unlock`)).text);
    const opened = await sends(mona, `${path}/unlock`, { threadId, version: locked!, reason: 'Back.' });
    expect(opened.status).toBe(303);
    world.advance({ minutes: 1 });
  });

  it('let a moderator undo only what they have just hidden themselves, once', async () => {
    const { ada, mona, olga, slug, threadId, world } = f;
    world.advance({ minutes: 10 });
    const here = `/c/${slug}/t/hallway`;
    const hides = async (by: Person, words: string): Promise<{ commentId: string }> => {
      const commentId = (await ada.says(threadId, words))['id'] as string;
      const hidden = await sends(by, `${here}/moderation/hide`, { commentId, rule: 'respect', reason: 'Too sharp.' });
      expect(hidden.headers.get('location')).toBe(`${here}?done=hide&id=${commentId}`);
      return { commentId };
    };
    const isOffered = async (by: Person, { commentId }: { commentId: string }): Promise<boolean> =>
      (await sees(by, `${here}?done=hide&id=${commentId}`)).text.includes(`action="${here}/moderation/undo"`);
    const undoes = (by: Person, hidden: { commentId: string }) => sends(by, `${here}/moderation/undo`, hidden);
    const own = await hides(mona, 'Hidden in haste');
    expect([await isOffered(mona, own), await isOffered(olga, own), await isOffered(ada, own)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await undoes(olga, own)).status).toBe(403);
    expect((await undoes(ada, own)).status).toBe(403);
    const twice = await Promise.all([undoes(mona, own), undoes(mona, own)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await ada.get(`/comments/${own.commentId}`)).body['state']).toBe('visible');
    const [last, before] = await ledger(mona, slug);
    expect([last!['kind'], before!['kind'], last!['reason']]).toEqual([
      'restore',
      'withhold',
      'La personne qui l’avait masqué est revenue sur sa décision.',
    ]);
    expect(await isOffered(mona, own)).toBe(false);
    const old = await hides(mona, 'Hidden on purpose');
    world.advance({ minutes: 11 });
    expect(await isOffered(mona, old)).toBe(false);
    expect((await undoes(mona, old)).status).toBe(403);
    expect((await ada.get(`/comments/${old.commentId}`)).body['state']).toBe('withheld');
    for (const commentId of ['', 'nothing']) expect((await undoes(mona, { commentId })).status).toBe(404);
    for (const id of ['nothing', '01a22813-467e-7d4a-9182-19fbe1fdfef0'])
      expect((await sees(mona, `${here}?done=hide&id=${id}`)).status).toBe(200);
  });

  it('decide on what still waits of several, and say how many others had settled', async () => {
    const { ada, bob, mona, olga, slug, threadId, world } = f;
    world.advance({ minutes: 10 });
    const said: Json[] = [];
    for (const words of ['One', 'Two', 'Three']) {
      const comment = await ada.says(threadId, `${words} of several`);
      expect((await reports(bob, comment)).status).toBe(202);
      said.push(comment);
    }
    const path = `/organize/${slug}/queue?kind=reported`;
    const ids = said.map(({ id }) => `${id as string}.1`);
    const several = (who: Person, chosen: readonly string[], reason: string) =>
      who.ask(
        'POST',
        f.world.base + path,
        new URLSearchParams([
          ...chosen.map((id) => ['ids', id]),
          ['act', 'withhold'],
          ['rule', 'respect'],
          ['reason', reason],
        ]).toString(),
        {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
          accept: 'text/html',
          'accept-language': 'en',
        },
      );
    const unreasoned = await several(mona, [ids[1]!], '');
    expect(unreasoned.status).toBe(422);
    expect(unreasoned.text).toMatch(new RegExp(`name="ids" value="${ids[1]!}" checked`));
    expect((await several(mona, [], 'Too sharp')).status).toBe(422);
    // Dismissing leaves the words visible, so only the report tells that somebody has decided.
    const [first] = await queue(olga, slug, 'reported');
    const reportId = ((first!['reports'] as Json[])[0] as Json)['id'] as string;
    expect((await olga.post(`/admin/reports/${reportId}/dismiss`, { reason: 'No harm in it' })).status).toBe(204);
    const before = (await ledger(mona, slug)).length;
    const answer = await several(mona, ids, 'Too sharp');
    expect([answer.status, answer.text.includes('Your decision holds for the others (2).')]).toEqual([409, true]);
    expect(answer.text).not.toContain('of several</');
    const states = await Promise.all(said.map(({ id }) => ada.get(`/comments/${id as string}`)));
    expect(states.map(({ body }) => body['state'] as string)).toEqual(['visible', 'withheld', 'withheld']);
    expect((await ledger(mona, slug)).length).toBe(before + 2);
    // The same press again has nothing left to do; another moderator's is told.
    expect((await several(mona, ids.slice(1), 'Too sharp')).status).toBe(303);
    const late = await several(olga, ids.slice(1), 'Too sharp');
    expect([late.status, late.text.includes('Somebody else had decided on all that you chose')]).toEqual([409, true]);
    expect((await ledger(mona, slug)).length).toBe(before + 2);
  });

  it('offer to mute nobody beside a question without a name', async () => {
    const { bob, mona, slug, world, olga } = f;
    const { slug: own, threadId: there } = await world.conference(olga, { settings: { screening: 'none' } });
    await bob.calledIn(own, 'Bob');
    const asked = await bob.post(`/threads/${there}/questions`, { body: 'Who pays?', anonymous: true });
    expect([asked.status, slug === own]).toEqual([201, false]);
    const at = (who: Person, act: string) =>
      fetch(`${world.base}/c/${own}/t/hallway/moderation/${act}?comment=${asked.body['id'] as string}`, {
        headers: { cookie: `session=${who.token!}` },
      }).then(({ status }) => status);
    await olga.signsIn();
    expect([await at(olga, 'hide'), await at(olga, 'mute'), await at(mona, 'hide')]).toEqual([200, 404, 403]);
  });

  it('take a report, a decision and an appeal by forms alone, and say the same in both languages', async () => {
    const { ada, bob, mona, olga, slug, threadId } = f;
    const comment = await ada.says(threadId, 'A word too sharp');
    const form = `/comments/${comment['id'] as string}/report`;
    expect((await sees(bob, form)).text).toContain('good faith');
    expect((await sends(bob, form, { rule: 'respect', reason: 'It cuts' })).status).toBe(422);
    const reported = await sends(bob, form, { rule: 'respect', reason: 'It cuts', goodFaith: 'yes' });
    expect((await sees(bob, reported.headers.get('location')!)).text).toContain('It is waiting for a moderator.');
    expect((await sees(bob, `/organize/${slug}/queue`)).status).toBe(403);
    expect((await sees(mona, `/organize/${slug}/queue?kind=reported`)).text).toMatch(/A word too sharp[^]*It cuts/);
    expect((await sees(mona, `/organize/${slug}/queue?kind=reported`, 'fr')).text).toContain('Modération');
    expect(
      (
        await sends(mona, `/organize/${slug}/queue?kind=reported`, {
          commentId: comment['id'] as string,
          revision: '1',
          act: 'withhold',
          rule: 'respect',
          reason: 'It cuts indeed',
        })
      ).status,
    ).toBe(303);
    const { decisionId } = ((await ada.get('/me/statements')).body['items'] as Json[])[0]!;
    expect((await sees(ada, '/me')).text).toContain(`/me/statements/${decisionId as string}`);
    const statement = await sees(ada, `/me/statements/${decisionId as string}`);
    for (const said of ['A word too sharp', 'It cuts indeed', 'It was reviewed after a report', 'decided by a person'])
      expect(statement.text).toContain(said);
    expect((await sees(bob, `/me/statements/${decisionId as string}`)).status).toBe(404);
    expect((await sends(ada, `/me/statements/${decisionId as string}`, { reason: 'It was meant well' })).status).toBe(
      303,
    );
    expect((await sees(mona, `/organize/${slug}/queue?kind=appeals`)).text).toContain(
      'Somebody else has to decide this one.',
    );
    const [{ appeal }] = (await queue(olga, slug, 'appeals')) as [Json];
    expect(
      (
        await sends(olga, `/organize/${slug}/queue?kind=appeals`, {
          appealId: (appeal as Json)['id'] as string,
          act: 'reversed',
          reason: 'Meant well',
        })
      ).status,
    ).toBe(303);
    expect((await bob.get(`/comments/${comment['id'] as string}`)).body['state']).toBe('visible');
    for (const lang of ['en', 'fr']) {
      const visitor = f.world.person('nobody');
      const pages = await Promise.all(
        ['ledger', 'rules', 'figures'].map((page) => sees(visitor, `/c/${slug}/${page}`, lang)),
      );
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(/.{40}(?:pages\.\w|\bmails\.\w|@mail).{40}/.exec(pages.map(({ text }) => text).join(''))).toBeNull();
    }
    const inside = await Promise.all(
      ['', '/queue', '/rules', '/powers', '/log', '/discussions', '/team', '/settings', '/programme'].flatMap((page) =>
        ['en', 'fr'].map((lang) => sees(olga, `/organize/${slug}${page}`, lang)),
      ),
    );
    expect(
      inside
        .filter(({ status, text }) => status !== 200 || /pages\.\w|mails\.\w|@mail/.test(text))
        .map(({ text }) => text.slice(0, 300)),
    ).toEqual([]);
  });

  it('say who may do what as the routes and their rules have it', async () => {
    const { olga, slug } = f;
    const { text } = await sees(olga, `/organize/${slug}/powers`);
    const rows = [...text.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(
      ([, act, cells]) =>
        `${act!}: ${[...cells!.matchAll(/<td>(.*?)<\/td>/g)].map(([, may]) => (may === 'yes' ? 'x' : '-')).join('')}`,
    );
    // Reader, participant, speaker, moderator of a talk, moderator, organizer.
    expect(rows).toEqual([
      'read, search, follow: xxxxxx',
      'report a comment: xxxxxx',
      'write, vote, ask: -xxxxx',
      'appeal a decision about yourself: -xxxxx',
      'answer and run the live Q&amp;A of your talk: --xxxx',
      'hide, approve, lock in your talk: ---xxx',
      'hide the note on a question in your talk: ---xxx',
      'hide, approve, lock anywhere: ----xx',
      'mute and suspend participants: ----xx',
      'mute and suspend moderators: -----x',
      'decide about your own comments: ------',
      'end your own mute or suspension: ------',
      'decide appeals against others’ decisions: ----xx',
      'decide appeals against your own decision: ------',
      'invite people and remove roles: -----x',
      'read the activity log: -----x',
    ]);
  });

  it('decide on several with one reason', async () => {
    const { ada, bob, mona, slug, threadId } = f;
    const said = await Promise.all(['One more', 'Two more', 'Three more'].map((words) => ada.says(threadId, words)));
    for (const comment of said) await reports(bob, comment);
    const body = new URLSearchParams({ act: 'withhold', rule: 'spam', reason: 'A series' });
    for (const { id } of said) body.append('ids', `${id as string}.1`);
    expect(
      (
        await mona.ask('POST', `${f.world.base}/organize/${slug}/queue?kind=reported`, body.toString(), {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
        })
      ).status,
    ).toBe(303);
    expect(
      await Promise.all(
        said.map(async ({ id }) => (await bob.get(`/comments/${id as string}`)).body['state'] as string),
      ),
    ).toEqual(['withheld', 'withheld', 'withheld']);
  });

  it('let organizers publish rules, each change a version, and set the words that are held', async () => {
    const { olga, mona, slug } = f;
    const fields = {
      rules: 'respect Respect people\nspam No advertising',
      wordsFr: 'arnaque',
      wordsEn: '',
      contact: 'Write to the desk.',
      contactUrl: 'https://conf.example/contact',
    };
    expect((await sends(mona, `/organize/${slug}/conduct`, fields)).status).toBe(403);
    expect((await sends(olga, `/organize/${slug}/conduct`, fields)).status).toBe(303);
    const page = (await sees(f.world.person('nobody'), `/c/${slug}/rules`)).text;
    for (const said of [
      'Version 2',
      'No advertising',
      'Write to the desk.',
      'https://conf.example/contact',
      'Version 1',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('arnaque');
    expect((await sees(olga, `/organize/${slug}/log`)).text).toContain('changed the rules');
  });
});
