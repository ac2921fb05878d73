import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { BuildId } from '../../src/platform/build-id.ts';
import { ask } from '../support/ask.ts';
import { inLongForm } from '../support/form.ts';
import { guardNumbers, unwritten } from '../support/numbered.ts';
import { Person, until, World, type Json } from '../support/world.ts';

let here: World;
let there: World;
let olga: Person;
let mona: Person;
let ada: Person;
let bob: Person;
let conference: Json;
let talk: Json;
let other: Json;
beforeAll(async () => {
  here = await World.open({ LOG_LEVEL: 'silent' });
  await guardNumbers(here);
  there = await here.beside({ LOG_LEVEL: 'silent' });
  olga = await here.person('olga').signsIn();
  const { slug } = await here.conference(olga);
  conference = (await olga.get(`/conferences/${slug}`)).body;
  talk = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'talk',
      title: 'A talk',
      speakers: [{ name: 'Grace', bio: 'Once.' }],
      startsAt: `${conference['startsOn']}T00:00:00.000Z`,
      durationMinutes: 60,
    })
  ).body;
  other = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'other',
      title: 'Another talk',
      speakers: [{ name: 'Grace', bio: 'Once.' }],
    })
  ).body;
  ada = await (await here.person('ada').signsIn()).calledIn(slug, 'Ada');
  bob = await (await here.person('bob').signsIn()).calledIn(slug, 'Bob');
  await olga.calledIn(slug, 'Olga');
  await ada.says(other['threadId'] as string, 'A row for each table.');
  // Nobody decides about a note of their own, so another hides it.
  mona = await here.person('mona').signsIn();
  const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
  await mona.post('/claims', { token: String(body['url']).split('#')[1] });
});
afterAll(async () => {
  await there.close();
  await here.close();
});

/** Everything that was ever shown under a tag, by address and language. */
const versions = new Map<string, string>();
const clashes: string[] = [];

interface ShownVersion {
  key: string;
  etag: string;
  bytes: string;
}

/** Whether its tag is made of numbers, and of the build; the others are named by their bytes. */
const isNumbered = (key: string): boolean => /\/threads\/[^/]+\/(?:comments|changes)|\/t\/talk[? ]/.test(key);

async function look(world: World, threadId: string, commentId: string): Promise<ShownVersion[]> {
  const page = `/c/${conference['id']}/t/talk`;
  const json = [
    'comments',
    'comments?sort=newest',
    'comments?sort=top',
    'comments?kind=question',
    'comments?kind=answer',
    'comments?limit=1',
    'changes?after=0',
    'changes?after=1&limit=2',
  ].map((route) => [`/api/v1/threads/${threadId}/${route}`, '']);
  const around = [`conferences/${conference['id']}`, `talks/${talk['id']}`, `threads/${threadId}`].map((route) => [
    `/api/v1/${route}`,
    '',
  ]);
  const html = [page, `${page}?sort=top`, `${page}?comment=${commentId}`].flatMap((address) =>
    ['fr', 'en', ''].map((language) => [address, language]),
  );
  const files = [
    'schedule.ics',
    'schedule.json',
    'sitemap.xml',
    'feed.atom',
    'feed.json',
    'feed.json?kind=answer',
    'ledger.atom',
    't/talk/feed.atom',
    't/talk/feed.json',
  ].map((file) => [`/c/${conference['id']}/${file}`, '']);
  const programme = ['', '?q=talk', '?show=active', '/ledger'].flatMap((place) =>
    ['fr', 'en', ''].map((language) => [`/c/${conference['id']}${place}`, language]),
  );
  return Promise.all(
    [...json, ...around, ...html, ...files, ...programme].map(async ([address, language]) => {
      const answer = await ask(world.base + address!, { headers: language ? { 'accept-language': language } : {} });
      const bytes = createHash('sha256').update(answer.text).digest('hex');
      const [etag, key] = [answer.headers.get('etag') ?? 'none', `${address} ${language}`];
      const before = versions.get(`${key} ${etag}`);
      if (etag !== 'none' && before !== undefined && before !== bytes) clashes.push(`${key} ${etag}`);
      versions.set(`${key} ${etag}`, bytes);
      return { key, etag, bytes };
    }),
  );
}

describe('the name of a version', () => {
  inLongForm(
    'stands for the same bytes on every node, whatever is changed: columns, settings, grants, personas, clock or build',
    async () => {
      const threadId = talk['threadId'] as string;
      const said = await ada.says(threadId, 'What everything is about.');
      const commentId = said['id'] as string;
      const ask = async (who: Person, body: string, extra: Json = {}): Promise<string> =>
        (await who.post(`/threads/${threadId}/questions`, { body, ...extra })).body['id'] as string;
      const [first, second, third, fourth] = [
        await ask(ada, 'The first question?'),
        await ask(bob, 'The second question?'),
        await ask(ada, 'The third question?', { anonymous: true }),
        await ask(bob, 'The fourth question?'),
      ];
      const settings = (change: Json): Promise<{ status: number; text: string }> =>
        olga.patch(`/admin/conferences/${conference['id']}`, change);
      const onThread = (change: Json): Promise<{ status: number; text: string }> =>
        olga.patch(`/admin/threads/${threadId}`, change);
      const settle = (id: string, body: Json): Promise<{ status: number; text: string }> =>
        olga.put(`/questions/${id}/status`, body);
      const persona = ((await ada.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
      const held = { id: '', revision: 1 };
      const day = conference['startsOn'] as string;

      const changes: [what: string, change: () => Promise<{ status: number; text?: string }>][] = [
        ['a comment', async () => bob.post(`/threads/${threadId}/comments`, { body: 'A comment.' })],
        ['an edit', () => ada.patch(`/comments/${commentId}`, { body: 'What everything is about now.' })],
        ['a reply', () => bob.post(`/threads/${threadId}/comments`, { body: 'A reply.', parentId: commentId })],
        ['a vote', () => bob.put(`/comments/${commentId}/vote`)],
        ['a vote taken back', () => bob.delete(`/comments/${commentId}/vote`)],
        ['a comment that becomes a question', () => olga.put(`/comments/${commentId}/kind`, { kind: 'question' })],
        ['and a comment again', () => olga.put(`/comments/${commentId}/kind`, { kind: 'comment' })],
        ['a question taken', () => settle(first, { status: 'taken' })],
        ['a question answered', () => olga.post(`/questions/${first}/answers`, { body: 'The answer.' })],
        ['a question declined', () => settle(second, { status: 'declined', reason: 'Not today.' })],
        [
          'a note hidden',
          () => mona.post(`/admin/comments/${second}/note/withhold`, { rule: 'spam', reason: 'A reason.' }),
        ],
        ['a question merged', () => settle(third, { status: 'merged', mergedInto: first })],
        ['the live hour', () => olga.post(`/threads/${threadId}/live`)],
        ['its end', () => olga.delete(`/threads/${threadId}/live`)],
        ['a line to everyone', () => olga.post(`/threads/${threadId}/announcement`, { body: 'Five more minutes.' })],
        ['its end, too', () => olga.delete(`/threads/${threadId}/announcement`)],
        [
          'a withholding',
          () => olga.post(`/admin/comments/${commentId}/withhold`, { rule: 'spam', reason: 'A reason.' }),
        ],
        ['a restoring', () => olga.post(`/admin/comments/${commentId}/restore`, { reason: 'A reason.' })],
        ['a title of the thread', () => onThread({ title: 'Another title' })],
        ['its screening', () => onThread({ screening: 'all' })],
        ['its slow mode', () => onThread({ slowMode: { interval: 30, reason: 'A rush.' } })],
        ['its lock', () => onThread({ state: 'locked', reason: 'A reason.' })],
        ['its opening', () => onThread({ state: 'open', reason: 'A reason.' })],
        [
          'its phases',
          () =>
            onThread({
              phases: {
                opensAt: '2011-01-01T00:00:00.000Z',
                readonlyAt: '2031-01-01T00:00:00.000Z',
                archivedAt: '2032-01-01T00:00:00.000Z',
              },
            }),
        ],
        [
          'a release',
          async () => {
            // A newcomer, because the slow mode keeps the others waiting.
            const eve = await (await here.person('eve').signsIn()).calledIn(String(conference['id']), 'Eve');
            const answer = await eve.post(`/threads/${threadId}/comments`, { body: 'Held before anybody saw it.' });
            Object.assign(held, answer.body);
            return olga.post(`/admin/comments/${held.id}/release`, { revision: held.revision });
          },
        ],
        ['a new name of a persona', () => ada.patch(`/personas/${persona}`, { name: 'Ada Lovelace' })],
        [
          'a grant',
          async () => {
            const { body } = await olga.post(`/admin/conferences/${conference['id']}/invitations`, {
              role: 'speaker',
              talkId: talk['id'],
            });
            return ada.post('/claims', { token: String(body['url']).split('#')[1] });
          },
        ],
        ['the title of the conference', () => settings({ title: 'Another conference' })],
        ['its address', () => settings({ url: 'https://conf.example' })],
        ['its zone', () => settings({ timeZone: 'America/New_York' })],
        ['its language', () => settings({ locale: 'en' })],
        ['its slug', () => settings({ slug: `${conference['slug']}-too` })],
        [
          'its settings',
          () =>
            settings({
              settings: {
                screening: 'first',
                slowMode: { interval: 60, reason: 'A crowd.' },
                rules: [{ key: 'spam', title: 'No spam at all' }],
              },
            }),
        ],
        [
          'the talk',
          () =>
            olga.patch(`/admin/talks/${talk['id']}`, {
              title: 'A talk by another name',
              subtitle: 'With a subtitle',
              abstract: 'And more.',
              language: 'de',
              track: 'A track',
              room: 'A room',
              startsAt: `${day}T01:00:00.000Z`,
              durationMinutes: 30,
              status: 'cancelled',
              url: 'https://talk.example',
            }),
        ],
        [
          'what its programme says besides',
          () =>
            olga.post(`/admin/conferences/${conference['id']}/imports`, {
              schedule: {
                conference: {
                  time_zone_name: 'UTC',
                  days: [
                    {
                      rooms: {
                        A: [
                          {
                            guid: talk['guid'],
                            code: 'ABCDEF',
                            id: 7,
                            title: 'A talk by another name',
                            date: `${day}T01:00:00+00:00`,
                            duration: '00:30',
                            persons: [{ name: 'Grace', biography: 'Once.' }],
                            do_not_record: true,
                            recording_license: 'CC0',
                            links: ['https://talk.example/slides'],
                            attachments: ['https://talk.example/paper'],
                          },
                        ],
                      },
                    },
                  ],
                },
              },
            }),
        ],
        [
          'a speaker, in another talk',
          () => olga.patch(`/admin/talks/${other['id']}`, { speakers: [{ name: 'Grace', bio: 'Twice.' }] }),
        ],
        ['a withdrawal', () => ada.delete(`/comments/${commentId}`)],
        ['a persona withdrawn', () => ada.delete(`/personas/${persona}`)],
        [
          'the clock',
          async () => {
            await settings({ startsOn: '2010-01-01', endsOn: '2010-01-02' });
            await onThread({
              phases: {
                opensAt: '2009-01-01T00:00:00.000Z',
                readonlyAt: '2011-01-01T00:00:00.000Z',
                archivedAt: '2033-01-01T00:00:00.000Z',
              },
            });
            return {
              status: (await until(
                'the open question to expire',
                async () => (await ada.get(`/comments/${fourth}`)).body['question'].status === 'expired',
              ))
                ? 200
                : 500,
            };
          },
        ],
      ];
      let before = await look(here, threadId, commentId);
      for (const [what, change] of changes) {
        const answer = await change();
        if (answer.status >= 300) throw new Error(`${what} was answered ${answer.status}: ${answer.text}`);
        const after = await until(`both nodes to show ${what}`, async () => {
          const [one, two] = [await look(here, threadId, commentId), await look(there, threadId, commentId)];
          return (
            one.some(({ bytes }, i) => bytes !== before[i]!.bytes) &&
            one.every(({ etag }, i) => etag !== 'none' && etag === two[i]!.etag) &&
            one
          );
        });
        before = after;
      }
      expect(clashes).toEqual([]);
      expect(await unwritten(here)).toEqual([]);

      for (const other of [
        new BuildId(path.resolve('.'), ['src/kernel']),
        new BuildId(path.resolve('.'), ['src/transcript'], 'https://moved.example'),
      ]) {
        const next = await here.beside({ LOG_LEVEL: 'silent' }, { build: other });
        const renamed = await look(next, threadId, commentId);
        await next.close();
        expect(renamed.filter(({ key, etag }, i) => etag === before[i]!.etag && isNumbered(key))).toEqual([]);
      }
    },
  );

  it('cannot be left behind by a public column: such a commit is refused', async () => {
    for (const sql of [
      `update comments set html = 'x'`,
      'update comments set votes = votes + 1',
      `update threads set title = 'x'`,
      'update thread_heads set comments = comments + 1',
      `update conferences set title = 'x'`,
      `update talks set room = 'x'`,
      `update speakers set bio_html = 'x'`,
    ]) {
      await expect(here.query(sql)).rejects.toThrow('without a number');
    }
  });
});
