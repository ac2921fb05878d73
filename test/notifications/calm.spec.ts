import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { inLongForm } from '../support/form.ts';
import { Person, until, World, type Json } from '../support/world.ts';
import { advanceTo, commentsIn, dayAhead, noticeEmails, settle } from './mailbox.ts';

let world: World;
/** A second node, where a test has one. */
let there: World | undefined;
let olga: Person;
let grace: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await (await world.person('olga').signsIn()).signsIn();
  place = await talkOf(world, olga);
  await olga.calledIn(place.slug, 'Olga');
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
});
afterAll(async () => {
  await there?.close();
  await world.close();
});

const joins = async (name: string): Promise<Person> => (await world.person(name).signsIn()).calledIn(place.slug, name);
const idOf = (thing: Json): string => thing['id'] as string;
const answers = async (question: Json, body = 'An answer.'): Promise<Json> => {
  const answer = await grace.post(`/questions/${idOf(question)}/answers`, { body });
  expect(answer.status).toBe(201);
  return answer.body;
};
const noticesOf = async (person: Person): Promise<Json[]> =>
  (await person.get('/me/notices?limit=100')).body['items'] as Json[];
const fatesOf = async (person: Person): Promise<string[]> =>
  (await noticesOf(person)).map(({ kind, fate, rule }) => `${kind} ${fate} ${rule}`);
const sets = async (person: Person, email: Json): Promise<void> => {
  const changed = await person.patch('/me', { email });
  expect([changed.status, changed.body['email']]).toEqual([200, expect.objectContaining({})]);
};

describe('fifty answers to one person in a day', () => {
  it('are three e-mails and forty-seven lines of the next digest, and each says what became of it', async () => {
    const ada = await joins('ada');
    const questions: Json[] = [];
    for (let i = 0; i < 50; i += 1) questions.push(await asks(ada, place.threadId, `Question number ${i}?`));
    advanceTo([world], 1, '09:00');
    for (const question of questions) {
      await answers(question);
      await settle(world);
      world.advance({ minutes: 11 });
      await settle(world);
    }
    const atOnce = await noticeEmails(world, ada.email);
    expect(atOnce.map(commentsIn)).toEqual(questions.slice(0, 3).map((question) => [idOf(question)]));
    advanceTo([world], 1, '08:01');
    await settle(world);
    const [, , , digest, ...more] = await noticeEmails(world, ada.email);
    expect(more).toEqual([]);
    expect(digest!.subject).toBe('[A conference] 47 pieces of news for you');
    expect(commentsIn(digest!).toSorted()).toEqual(questions.slice(3).map(idOf).toSorted());
    const fates = await fatesOf(ada);
    expect(fates).toHaveLength(50);
    expect(fates.filter((fate) => fate === 'answered digest budget')).toHaveLength(47);
    expect(fates.filter((fate) => fate.startsWith('answered sent'))).toHaveLength(3);
    const page = (await ada.get(`${world.base}/me/email?lang=en`, { accept: 'text/html' })).text;
    expect(page.match(/Sent in the digest, because you had your e-mails of that day/g)).toHaveLength(47);
    expect(page.match(/Sent in an e-mail of its own/g)).toHaveLength(3);
  });
});

describe('a pause', () => {
  inLongForm(
    'is no e-mail and no live update on any node, over restarts, and then one summary without what was hidden',
    async () => {
      const bob = await joins('bob');
      const carol = await joins('carol');
      const said = await bob.says(place.threadId, 'Something to reply to.');
      const questions: Json[] = [];
      for (let i = 0; i < 5; i += 1) questions.push(await asks(bob, place.threadId, `Bob asks number ${i}?`));
      await settle(world);
      there = await world.beside();
      there.advance({ seconds: (world.clock.now().getTime() - there.clock.now().getTime()) / 1_000 });
      const frames: string[] = [];
      const listens = async (node: World): Promise<Socket> => {
        const socket = await new Person(node, bob.email, bob.token).listens();
        socket.onAny((event: string) => frames.push(event));
        expect((await socket.emitWithAck('thread:join', { threadId: place.threadId })) as Json).toMatchObject({
          ok: true,
        });
        return socket;
      };
      const before = await listens(world);
      await sets(bob, { pausedUntil: dayAhead(world, 7) });
      await until('the connection of before to end', () => !before.connected);
      frames.length = 0;
      await listens(world);
      await listens(there);
      const earlier = (await noticeEmails(world, bob.email)).length;

      const replies: Json[] = [];
      for (let i = 0; i < 41; i += 1) {
        replies.push(await carol.says(place.threadId, `Reply number ${i}.`, { parentId: idOf(said) }));
        if (i === 15 || i === 30) {
          await there.close();
          there = await world.beside();
          there.advance({ seconds: (world.clock.now().getTime() - there.clock.now().getTime()) / 1_000 });
          await listens(there);
        }
        if (i % 10 === 0) await settle(world, there);
      }
      for (const question of questions) await answers(question);
      await settle(world, there);
      for (let day = 0; day < 6; day += 1) {
        advanceTo([world, there], 1, '08:01');
        await settle(world, there);
      }
      expect((await noticeEmails(world, bob.email)).length).toBe(earlier);
      expect(frames).toEqual([]);
      const hidden = await olga.post(`/admin/comments/${idOf(replies[40]!)}/withhold`, {
        rule: 'spam',
        reason: 'Spam.',
      });
      expect(hidden.status).toBe(200);

      advanceTo([world, there], 1, '08:01');
      await settle(world, there);
      await settle(there, world);
      const [summary, ...more] = (await noticeEmails(world, bob.email)).slice(earlier);
      expect(more).toEqual([]);
      expect(summary!.subject).toBe('[A conference] While you were away: 45 pieces of news');
      const expected = [...replies.slice(0, 40), ...questions].map(idOf);
      expect(commentsIn(summary!).toSorted()).toEqual(expected.toSorted());
      for (const id of expected.slice(0, 3)) expect((await world.person('r').get(`/comments/${id}`)).status).toBe(200);
      const link = /https?:\/\/\S+\?comment=\S+/.exec(summary!.text!)![0];
      expect((await fetch(world.base + new URL(link).pathname + new URL(link).search)).status).toBe(200);
      const fates = await fatesOf(bob);
      expect(fates.filter((fate) => fate === 'reply digest pause')).toHaveLength(40);
      expect(fates.filter((fate) => fate === 'answered digest pause')).toHaveLength(5);
      expect(fates.filter((fate) => fate === 'reply void hidden')).toHaveLength(1);
      // The other node's clock would stay behind from here on.
      await there.close();
      there = undefined;
    },
  );

  it('that is ended early still gives one summary, at the next hour of the digest', async () => {
    const dora = await joins('dora');
    const said = await dora.says(place.threadId, 'Dora says.');
    await sets(dora, { pausedUntil: dayAhead(world, 30) });
    await olga.says(place.threadId, 'A reply to Dora.', { parentId: idOf(said) });
    await settle(world);
    await sets(dora, { pausedUntil: null });
    await settle(world);
    expect(await noticeEmails(world, dora.email)).toEqual([]);
    advanceTo([world], 1, '08:01');
    await settle(world);
    expect((await noticeEmails(world, dora.email)).map(({ subject }) => subject)).toEqual([
      '[A conference] While you were away: one piece of news',
    ]);
  });

  it('ends at most a year ahead, and not in the past', async () => {
    const emil = await joins('emil');
    const inUtc = (days: number): string =>
      new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    // Today is no pause, but a page that calls itself paused.
    for (const pausedUntil of [inUtc(-1), inUtc(0), inUtc(400)])
      expect((await emil.patch('/me', { email: { pausedUntil } })).body['errors']).toEqual([
        { pointer: '#/email/pausedUntil', detail: 'Choose a day after today, at most a year ahead.' },
      ]);
    expect((await emil.patch('/me', { email: { pausedUntil: 'soon' } })).status).toBe(422);
    await sets(emil, { pausedUntil: inUtc(1) });
  });
});

describe('the digest', () => {
  it('comes at the hour and in the zone that were chosen, and not when its reader has looked', async () => {
    const fay = await joins('fay');
    const said = await fay.says(place.threadId, 'Fay says.');
    await sets(fay, { digest: { rhythm: 'daily', hour: 20, timeZone: 'Asia/Tokyo' } });
    await olga.says(place.threadId, 'A reply to Fay.', { parentId: idOf(said) });
    await settle(world);
    const [notice] = await noticesOf(fay);
    expect(new Date(notice!['dueAt'] as string).toISOString().slice(11, 16)).toBe('11:00');
    expect((await fay.get(`/threads/${place.threadId}/mine`)).status).toBe(200);
    await until('it to be seen', async () => (await fatesOf(fay))[0] === 'reply held seen');
    advanceTo([world], 2, '23:00');
    await settle(world);
    expect(await noticeEmails(world, fay.email)).toEqual([]);
  });

  it('has no words of others, unless its reader wants them', async () => {
    const gina = await joins('gina');
    const said = await gina.says(place.threadId, 'Gina says.');
    for (const words of [false, true]) {
      await sets(gina, { words, digest: { rhythm: 'daily' } });
      await olga.says(place.threadId, `Marmalade ${words}.`, { parentId: idOf(said) });
      await settle(world);
      advanceTo([world], 1, '08:01');
      await settle(world);
    }
    const [without, having] = await noticeEmails(world, gina.email);
    expect(`${without!.text} ${String(without!.html)}`).not.toContain('Marmalade');
    expect(having!.text).toContain('> Marmalade true.');
    expect(having!.text).not.toContain('Marmalade false');
  });

  it('tells followers of a thread its answers, and askers of another question nothing', async () => {
    const [hugo, ines] = [await joins('hugo'), await joins('ines')];
    for (const who of [hugo, ines]) await sets(who, { digest: { rhythm: 'daily' } });
    expect((await hugo.put(`/threads/${place.threadId}/follow`)).body).toEqual({ following: true });
    await asks(ines, place.threadId, 'What does Ines ask?');
    await answers(await asks(await joins('jane'), place.threadId, 'What does Jane ask?'));
    await settle(world);
    expect(await fatesOf(hugo)).toEqual(['followed-answer waiting digest']);
    expect(await fatesOf(ines)).toEqual([]);
    const page = await hugo.get(`${world.base}/me/email?lang=en`, { accept: 'text/html' });
    expect(page.text).toContain('On leaving');
    expect((await hugo.delete(`/threads/${place.threadId}/follow`)).body).toEqual({ following: false });
    advanceTo([world], 1, '08:01');
    await settle(world);
    expect((await noticeEmails(world, hugo.email)).map(commentsIn)).toHaveLength(1);
  });
});

describe('links added to a talk', () => {
  it('are one line of the digest of its followers, without those that are gone by then', async () => {
    const talk = await talkOf(world, olga);
    const follows = async (name: string): Promise<Person> => {
      const person = await (await world.person(name).signsIn()).calledIn(talk.slug, name);
      await sets(person, { digest: { rhythm: 'daily' } });
      expect((await person.put(`/threads/${talk.threadId}/follow`)).status).toBe(200);
      return person;
    };
    const [vera, walt] = [await follows('vera'), await follows('walt')];
    const links = async (change: Json): Promise<void> =>
      expect((await olga.patch(`/admin/talks/${talk.talkId}`, change)).status).toBe(200);
    const page = (name: string): Json => ({ title: name, url: `https://pages.example/${name}` });
    await links({ links: [page('code')] });
    await sets(walt, { kinds: { followed: false } });
    await links({ links: [page('code'), page('gone')] });
    await links({ links: [page('code')], attachments: [page('slides'), { url: 'https://pages.example/untitled' }] });
    // Moved and renamed, but not new.
    await links({ links: [{ ...page('code'), title: 'The code' }, page('slides')], attachments: [] });
    await settle(world);
    const waits = 'followed-link waiting digest';
    const off = 'followed-link held kind';
    expect([await fatesOf(vera), await fatesOf(walt)]).toEqual([
      [waits, waits, waits],
      [off, off, off],
    ]);
    advanceTo([world], 1, '08:01');
    await settle(world);
    const [digest, ...more] = await noticeEmails(world, vera.email);
    expect(more).toEqual([]);
    expect(digest!.subject).toBe('[A conference] One piece of news for you');
    expect(digest!.text).toContain('2 links were added to “On leaving”: The code · slides');
    expect(digest!.text).toContain(`/c/${talk.slug}/t/on-leaving#links`);
    expect(digest!.text).not.toMatch(/gone|untitled/);
    expect((await fatesOf(vera)).toSorted()).toEqual([
      'followed-link digest digest',
      'followed-link digest digest',
      'followed-link void hidden',
    ]);
    expect(await noticeEmails(world, walt.email)).toEqual([]);
    const shown = (await vera.get(`${world.base}/me/email?lang=en`, { accept: 'text/html' })).text;
    expect(shown).toContain('Links were added to a talk you follow:');
    expect(shown).toContain('Not sent: it was hidden or changed before');
  });

  it('are told where a new file of the programme has them, and not where undoing it brings them back', async () => {
    const at = await conferenceOf(olga);
    const linking = (...names: string[]): string =>
      schedule([event({ links: names.map((title) => ({ title, url: `https://pages.example/${title}` })) })]);
    const imports = async (file: string): Promise<string> =>
      (await importsInto(olga, at, file)).body['importId'] as string;
    await imports(linking('one'));
    const [{ threadId }] = (await olga.get(`/conferences/${at}/talks`)).body['items'] as [Json];
    const xenia = await (await world.person('xenia').signsIn()).calledIn(at, 'Xenia');
    expect((await xenia.put(`/threads/${threadId as string}/follow`)).status).toBe(200);
    await imports(linking('one', 'two'));
    expect(await noticesOf(xenia)).toMatchObject([{ kind: 'followed-link', title: 'On leaving the network' }]);
    const removing = await imports(linking());
    expect((await olga.post(`/admin/conferences/${at}/imports/${removing}/undo`)).status).toBe(200);
    expect(await noticesOf(xenia)).toHaveLength(1);
  });
});

describe('who has only signed in', () => {
  it('gets no digest and no other e-mail, however much is said', async () => {
    const rosa = await joins('rosa');
    const talks = await joins('talks-much');
    const said = await talks.says(place.threadId, 'Much is said.');
    await olga.says(place.threadId, 'And replied to.', { parentId: idOf(said) });
    await answers(await asks(talks, place.threadId, 'And asked?'));
    await settle(world);
    for (let day = 0; day < 8; day += 1) {
      advanceTo([world], 1, '08:01');
      await settle(world);
    }
    expect((await noticeEmails(world, talks.email)).length).toBeGreaterThan(0);
    expect(await noticeEmails(world, rosa.email)).toEqual([]);
    expect(await noticesOf(rosa)).toEqual([]);
  });
});

describe('a speaker', () => {
  it('gets the first question that waits after the talk, then one e-mail a day, and none after a look', async () => {
    const [kay, leo] = [await joins('kay'), await joins('leo')];
    const talk = await talkOf(world, olga);
    const speaker = await becomes(await world.person('simone').signsIn(), olga, talk, 'Simone');
    await kay.calledIn(talk.slug, 'Kay');
    await leo.calledIn(talk.slug, 'Leo');
    const emails = async (): Promise<string[][]> => (await noticeEmails(world, speaker.email)).map(commentsIn);
    const first = await asks(kay, talk.threadId, 'Asked during the talk?');
    await settle(world);
    expect(await emails()).toEqual([]);
    world.advance({ hours: 2 });
    await settle(world);
    expect(await emails()).toEqual([[idOf(first)]]);
    const second = await asks(leo, talk.threadId, 'Asked after the talk?');
    const third = await asks(kay, talk.threadId, 'Asked and settled?');
    await settle(world);
    expect(await emails()).toHaveLength(1);
    expect((await settles(olga, third, 'declined', { reason: 'Off topic' })).status).toBe(200);
    world.advance({ hours: 25 });
    await settle(world);
    expect((await emails())[1]).toEqual([idOf(second)]);
    await asks(leo, talk.threadId, 'Asked before the look?');
    await settle(world);
    expect((await speaker.get(`/threads/${talk.threadId}/desk`)).status).toBe(200);
    await until('the look to be noted', async () => (await fatesOf(speaker)).includes('waiting held seen'));
    world.advance({ hours: 25 });
    await settle(world);
    expect(await emails()).toHaveLength(2);
  });

  it('is told of questions after the talk, also of one that was moved after they were asked', async () => {
    const talk = await talkOf(world, olga);
    const speaker = await becomes(await world.person('samir').signsIn(), olga, talk, 'Samir');
    const asked = await asks(
      await (await world.person('kim').signsIn()).calledIn(talk.slug, 'Kim'),
      talk.threadId,
      'Now?',
    );
    await settle(world);
    const startsAt = world.clock.in({ hours: 5 }).toISOString();
    expect((await olga.patch(`/admin/talks/${talk.talkId}`, { startsAt })).status).toBe(200);
    world.advance({ hours: 3 });
    await settle(world);
    expect(await noticeEmails(world, speaker.email)).toEqual([]);
    world.advance({ hours: 4 });
    await settle(world);
    expect((await noticeEmails(world, speaker.email)).map(commentsIn)).toEqual([[idOf(asked)]]);
  });
});

describe('moderators', () => {
  it('read in their digest what waits and since when, again only when something came', async () => {
    const mona = await world.person('mona').signsIn();
    const strict = await talkOf(world, olga, { screening: 'all' });
    await becomes(mona, olga, { slug: strict.slug, role: 'moderator' }, 'Mona');
    await sets(mona, { digest: { rhythm: 'daily' } });
    const nils = await (await world.person('nils').signsIn()).calledIn(strict.slug, 'Nils');
    await nils.says(strict.threadId, 'This waits.');
    const days = async (count: number): Promise<string[]> => {
      for (let day = 0; day < count; day += 1) {
        await world.runNow('notifications/note-queues');
        await settle(world);
        advanceTo([world], 1, '08:01');
        await settle(world);
      }
      // An e-mail that something has waited for ten minutes comes by itself.
      return (await noticeEmails(world, mona.email))
        .map(({ text }) => text!)
        .filter((text) => text.startsWith('This happened since'));
    };
    const [digest, ...more] = await days(3);
    expect(more).toEqual([]);
    expect(digest).toMatch(/One item wait\w* for moderation, since \w+/);
    expect(digest).toContain(`/organize/${strict.slug}/queue`);
  });
});

describe('switches', () => {
  it('end one kind by one press of the link in its e-mail, and no other', async () => {
    const otto = await joins('otto');
    await answers(await asks(otto, place.threadId, 'What does Otto ask?'));
    await settle(world);
    const [email] = await noticeEmails(world, otto.email);
    const { url } = (email!.headers.get('list') as unknown as Record<string, { url: string }>)['unsubscribe']!;
    const { pathname, search } = new URL(url);
    const kinds = async (): Promise<Json> => (await otto.get('/me')).body['email'].kinds as Json;
    await fetch(world.base + pathname + search);
    expect((await kinds())['answered']).toBe(true);
    expect((await fetch(world.base + pathname + search, { method: 'POST' })).status).toBe(200);
    expect(await kinds()).toEqual({
      answered: false,
      replies: true,
      outcomes: true,
      followed: true,
      waiting: true,
      queue: true,
    });
    await answers(await asks(otto, place.threadId, 'And now?'));
    await settle(world);
    expect(await noticeEmails(world, otto.email)).toHaveLength(1);
    expect((await fatesOf(otto))[0]).toBe('answered held kind');
    for (const kind of ['replies', 'digest'])
      await fetch(world.base + pathname + search.replace('answered', kind), { method: 'POST' });
    expect((await otto.get('/me')).body['email']).toMatchObject({
      digest: { rhythm: 'off' },
      kinds: { replies: false },
    });
    for (const kind of ['nothing', 'accounts', "'"])
      expect(
        (await fetch(`${world.base}${pathname}${search.replace('answered', kind)}`, { method: 'POST' })).status,
      ).toBe(200);
  });

  it('refuse what is no number, hour or zone, and name the field', async () => {
    const pia = await joins('pia');
    const refused = async (email: Json): Promise<unknown> => (await pia.patch('/me', { email })).body['errors'];
    expect(await refused({ budget: 21 })).toEqual([
      { pointer: '#/email/budget', detail: 'Give a whole number from 0 to 20.' },
    ]);
    expect(await refused({ digest: { hour: 24 } })).toEqual([
      { pointer: '#/email/digest/hour', detail: 'Give an hour from 0 to 23.' },
    ]);
    expect(await refused({ digest: { timeZone: 'Mars/Olympus' } })).toEqual([
      { pointer: '#/email/digest/timeZone', detail: 'Choose a time zone such as Europe/Paris.' },
    ]);
    expect((await pia.patch('/me', { email: { kinds: { codes: false } } })).status).toBe(422);
  });

  it('with a budget of none, all waits for the digest', async () => {
    const quin = await joins('quin');
    await sets(quin, { budget: 0, digest: { rhythm: 'daily' } });
    await answers(await asks(quin, place.threadId, 'What does Quin ask?'));
    await settle(world);
    expect(await fatesOf(quin)).toEqual(['answered waiting budget']);
  });
});
