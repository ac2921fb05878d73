import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressesOf, codesOf, routesOf, type Ids } from '../support/crawl.ts';
import { becomes } from '../questions/stage.ts';
import { forum, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import type { Json, Person } from '../support/world.ts';

const ROLES = ['anybody', 'another participant', 'the speaker', 'a moderator', 'an organizer', 'oneself'] as const;
type ReaderRole = (typeof ROLES)[number];

/** The server's knowledge of Ada, each with words that occur nowhere else; the order of the table. */
const FIELDS: Readonly<Record<string, string>> = {
  'the e-mail address': 'ada.lovelace@numbers.example',
  'the address masked (a•••@domain)': 'a•••@numbers.example',
  'the number of the account': '',
  'a persona: its name': 'Wombatface',
  'a persona: its tagline': 'Wombatline',
  'a persona: its biography': 'Wombatlife',
  'a persona that has said nothing yet': 'Numbatface',
  'what one says': 'Wombatspoken',
  'earlier wordings of what one said': 'Wombatearlier',
  'what one withdrew': 'Wombatregretted',
  'what is held before anybody saw it': 'Wombatheld',
  'what a moderator withheld': 'Wombatwithheld',
  'an anonymous question: its words': 'Wombatasked',
  'an anonymous question: the persona behind it': 'Quokkaface',
  'the reason of a decision about one’s words': 'Wombatdecided',
  'what one wrote in an appeal': 'Wombatappealed',
  'what one wrote in a report': 'Wombatreported',
  'the reason of a sanction': 'Wombatmuted',
};

let f: ModeratedForum;
let people: Record<ReaderRole, Person>;
let ids: Ids;
let marks: Record<string, string>;
beforeAll(async () => {
  f = await forum();
  const { world, olga, mona, bob } = f;
  const { slug } = await world.conference(olga);
  const talk = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'on-words',
      title: 'On words',
      startsAt: new Date(world.clock.now().getTime() - 600_000).toISOString(),
    })
  ).body;
  const threadId = talk['threadId'] as string;
  await Promise.all([
    becomes(mona, olga, { slug, role: 'moderator' }, 'Mona'),
    bob.calledIn(slug, 'Bob'),
    olga.calledIn(slug, 'Olga'),
  ]);
  const grace = await becomes(
    await world.person('grace').signsIn(),
    olga,
    { slug, talkId: talk['id'] as string },
    'Grace',
  );
  const ada = world.person('ada-lovelace');
  Object.assign(ada, { email: FIELDS['the e-mail address'] });
  await ada.signsIn();
  people = {
    anybody: world.person('nobody'),
    'another participant': bob,
    'the speaker': grace,
    'a moderator': mona,
    'an organizer': olga,
    oneself: ada,
  };
  const authors: string[] = [];
  const newPersona = async (name: string, about: Json = {}): Promise<string> => {
    const { body } = await ada.post(`/conferences/${slug}/personas`, { name, ...about });
    authors.push(body['slug'] as string);
    return body['id'] as string;
  };
  const [wombat, numbat, quokka] = [
    await newPersona('Wombatface', { tagline: 'Wombatline', biography: 'Wombatlife' }),
    await newPersona('Numbatface'),
    await newPersona('Quokkaface'),
  ];
  const says = (word: string): Promise<Json> => ada.says(threadId, `A ${word} word`, { personaId: wombat });
  const [spoken, regretted, withheld] = [
    await says('Wombatearlier'),
    await says('Wombatregretted'),
    await says('Wombatwithheld'),
  ];
  // A wording shows in the history when it stood for a minute.
  world.advance({ seconds: 61 });
  expect((await ada.patch(`/comments/${spoken['id'] as string}`, { body: 'A Wombatspoken word' })).status).toBe(200);
  await ada.delete(`/comments/${regretted['id'] as string}`);
  expect((await withholds(mona, withheld, 'Wombatdecided')).status).toBe(200);
  const asked = (
    await ada.post(`/threads/${threadId}/questions`, {
      body: 'Is it a Wombatasked question?',
      anonymous: true,
      personaId: quokka,
    })
  ).body;
  const bobs = await bob.says(threadId, 'Something of mine');
  const { receipt } = (await reports(ada, bobs, { reason: 'Wombatreported' })).body;
  const [statement] = (await ada.get('/me/statements')).body['items'] as Json[];
  const appeal = (
    await ada.post(`/decisions/${statement!['decisionId'] as string}/appeals`, { reason: 'Wombatappealed' })
  ).body;
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
  const held = await says('Wombatheld');
  const sanction = (
    await mona.post(`/admin/personas/${wombat}/sanctions`, {
      kind: 'mute',
      until: world.clock.in({ hours: 1 }).toISOString(),
      rule: 'respect',
      reason: 'Wombatmuted',
    })
  ).body;
  const [{ id: accountId }] = (await world.query<{ id: string }>('select account_id id from personas where id = $1', [
    wombat,
  ])) as [{ id: string }];
  marks = { ...FIELDS, 'the number of the account': accountId };
  ids = {
    conferences: [slug],
    c: [slug],
    organize: [slug],
    threads: [threadId],
    t: ['on-words'],
    'q/{code}': await codesOf(world, threadId),
    talks: [talk['id'] as string],
    personas: [wombat, numbat, quokka],
    authors,
    by: authors,
    avatars: [`${wombat}.svg`],
    problems: ['not-found'],
    comments: [spoken, regretted, withheld, asked, bobs, held].map(({ id }) => id as string),
    questions: [asked['id'] as string],
    reports: [receipt as string],
    decisions: [statement!['decisionId'] as string],
    statements: [statement!['decisionId'] as string],
    appeals: [appeal['id'] as string],
    sanctions: [sanction['id'] as string],
    sessions: [],
    passkeys: [],
    metrics: [],
  };
});
afterAll(() => f.world.close());

/** Everything that one role is answered, by every route that only answers. */
async function everythingSeenBy(person: Person): Promise<string> {
  const routes = (await routesOf(f.world)).filter(({ method }) => method === 'GET');
  const addresses = routes.flatMap((route) =>
    addressesOf(
      route.path.endsWith('/queue')
        ? { ...route, query: [{ name: 'kind', values: ['held', 'reported', 'appeals'] }] }
        : route,
      ids,
      { q: ['word'], after: ['0'] },
    ),
  );
  const texts: string[] = [];
  for (let i = 0; i < addresses.length; i += 12)
    texts.push(
      ...(await Promise.all(
        addresses.slice(i, i + 12).map(
          async (address) =>
            (
              await person.get(f.world.base + address, {
                accept: address.startsWith('/api/') ? 'application/json' : 'text/html',
              })
            ).text,
        ),
      )),
    );
  return texts.join('\n');
}

describe('who sees what of somebody', () => {
  it('is what docs/privacy.md says, route by route and role by role', async () => {
    const seen = await Promise.all(ROLES.map(async (role) => [role, await everythingSeenBy(people[role])] as const));
    const lines = Object.entries(marks).map(
      ([field, mark]) => `| ${field} | ${seen.map(([, text]) => (text.includes(mark) ? 'yes' : '–')).join(' | ')} |`,
    );
    const table = [`| | ${ROLES.join(' | ')} |`, `|---|${ROLES.map(() => '---').join('|')}|`, ...lines].join('\n');
    const promised = /<!-- who sees what -->\n([^]*?)\n<!-- end -->/.exec(
      await readFile('docs/privacy.md', 'utf8'),
    )?.[1];
    expect(table).toBe(promised);
  });
});
