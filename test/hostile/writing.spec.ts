import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { normaliseText } from '../../src/kernel/text.ts';
import { Background } from '../../src/platform/background.ts';
import { Database } from '../../src/platform/database/database.ts';
import { oneIn } from '../support/form.ts';
import { World, codeIn, until, type Json, type Person } from '../support/world.ts';
import { expectInvalid, faultsOf, type AnyAnswer } from './answers.ts';

const OWN = [
  'undefined',
  'null',
  'NaN',
  '-1e400',
  '$1',
  '%s%n',
  '\\',
  "' or 1=1 --",
  '"; drop table comments; --',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '\u202Etxet',
  '\u200B\u200B',
  '\uFEFFmark',
  'e\u0301',
  'Ω≈ç√',
  '田中さん',
  '👩🏽‍💻',
  '🇫🇷🇫🇷',
  'ﷺﷺ',
  'ab\tcd',
  'ab\r\ncd',
  'ab\u2028cd',
  'ab\u007Fcd',
  'ab\u0085cd',
  '../../etc/passwd',
  'ada@mail.example',
  '__proto__',
  'constructor',
];
const folder = process.env['ABUSE_DIR'];
const naughty = [
  ...new Set(
    folder ? [...oneIn(5, JSON.parse(readFileSync(path.join(folder, 'blns.json'), 'utf8')) as string[]), ...OWN] : OWN,
  ),
];

let world: World;
let olga: Person;
let ada: Person;
let cleo: Person;
let slug: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  cleo = await world.person('cleo').signsIn();
});
afterEach(async () => expect((await fetch(`${world.base}/health/ready`)).status).toBe(200));
afterAll(() => world.close());

/** Sixteen at a time, in order. */
async function each<T>(things: readonly T[], act: (thing: T, i: number) => Promise<void>): Promise<void> {
  for (let i = 0; i < things.length; i += 16)
    await Promise.all(things.slice(i, i + 16).map((thing, k) => act(thing, i + k)));
}

interface Field {
  written: AnyAnswer;
  read: () => Promise<unknown>;
}

/**
 * Writes every naughty string into one field; each is kept as the documented normalisation leaves it, or refused with
 * that field.
 */
async function expectKeptOrRefused(pointer: string, write: (text: string, i: number) => Promise<Field>): Promise<void> {
  const wrong: Json[] = [];
  let kept = 0;
  await each(naughty, async (text, i) => {
    // A busy forum says to try again, and has published nothing.
    const { written, read } = await until('a forum that is not busy', async () => {
      const field = await write(text, i);
      return field.written.status !== 503 && field;
    });
    if (written.status < 300) {
      const seen = await read();
      if (seen === normaliseText(text)) kept += 1;
      else wrong.push({ text, seen });
    } else if (
      faultsOf(written, 409, 422).length > 0 ||
      (written.status === 422 && written.body['errors'][0].pointer !== pointer)
    )
      wrong.push({ text, answer: written.text });
  });
  expect(wrong).toEqual([]);
  expect(kept).toBeGreaterThan(naughty.length / 2);
}

/** The letters so far, each with all it is addressed to. */
async function mailsSent(): Promise<{ to: string[]; text: string }[]> {
  await until(
    'every letter that was asked for has left',
    async () =>
      (await world.app.get(Database).ask('select from login_codes where letter_left_at is null and used_at is null'))
        .length === 0,
  );
  await world.app.get(Background).settled();
  const texts = await Promise.all(
    (await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
  );
  return texts.map((text) => {
    const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    return {
      to: [...head.matchAll(/^(?:to|cc|bcc): (.*)$/gim)].flatMap((line) =>
        line[1]!.split(',').map((one) => one.trim()),
      ),
      text,
    };
  });
}

const TAG =
  /^<(\/?(p|em|strong|code|pre|blockquote|ul|ol|li|a)|br|ol start="\d+"|code class="language-[^"<>]*"|a href="https?:[^"<>]*" rel="nofollow ugc noopener noreferrer")>$/;

describe('writing anything at all', () => {
  it('keeps the words of a comment as they were written, or refuses them, and shows no tag but those of its Markdown', async () => {
    const tags: string[] = [];
    await expectKeptOrRefused('#/body', async (body) => {
      const written = await ada.post(`/threads/${threadId}/comments`, { body });
      tags.push(...(String(written.body['html'] ?? '').match(/<[^>]*>?/g) ?? []));
      return { written, read: async () => (await ada.get(`/comments/${written.body['id']}/source`)).body['body'] };
    });
    expect(tags.filter((tag) => !TAG.test(tag))).toEqual([]);
  });

  it.each(['name', 'tagline'])('keeps the %s of a persona as it was written, or refuses it', async (field) => {
    await expectKeptOrRefused(`#/${field}`, async (text) => {
      const written = await cleo.post(`/conferences/${slug}/personas`, { name: 'Someone', [field]: text });
      const read = async (): Promise<unknown> => {
        const personas = (await cleo.get('/me')).body['personas'] as Json[];
        // Withdrawn at once: an account has twenty at most.
        await cleo.delete(`/personas/${written.body['id']}`);
        return personas.find(({ id }) => id === written.body['id'])?.[field];
      };
      return { written, read };
    });
  });

  it.each(['threads', 'talks'])('keeps the titles of %s as they were written, or refuses them', async (kind) => {
    await expectKeptOrRefused('#/title', async (title, i) => {
      const written = await olga.post(`/admin/conferences/${slug}/${kind}`, { slug: `${kind}-${i}`, title });
      return { written, read: async () => (await olga.get(`/${kind}/${written.body['id']}`)).body['title'] };
    });
  });

  it('keeps the name a guest gave as it was written, or refuses it before a letter is sent', async () => {
    const asked = new Map<string, string>();
    await each(
      naughty.filter((_, i) => i % 4 === 0),
      async (name, i) => {
        const email = `guest${i}@mail.example`;
        const answer = await world
          .person('nobody')
          .post(`/threads/${threadId}/comments`, { body: `Guest number ${i}`, name, email });
        if (answer.status === 202) asked.set(email, name);
        // A name that says nothing but a role is for whom the role was given.
        else if (answer.body['type'] === '/problems/persona-name-reserved') expect(faultsOf(answer, 409)).toEqual([]);
        else expectInvalid(answer, '#/name');
      },
    );
    expect(asked.size).toBeGreaterThan(naughty.length / 8);
    const sent = new Map((await mailsSent()).map(({ to, text }) => [to.join(), text]));
    expect([...sent.keys()].filter((to) => to.startsWith('guest')).toSorted()).toEqual([...asked.keys()].toSorted());
    const wrong: Json[] = [];
    await each([...asked], async ([email, name]) => {
      const guest = world.person('nobody');
      const entered = await guest.post('/auth/sessions', {
        email,
        code: codeIn(sent.get(email)!.replace(/=\r\n/g, '')),
      });
      guest.token = entered.body['token'] as string;
      const seen =
        entered.status === 201 ? ((await guest.get('/me')).body['personas'] as Json[])[0]?.['name'] : entered.body;
      if (seen !== normaliseText(name)) wrong.push({ name, seen });
    });
    expect(wrong).toEqual([]);
  });
});

describe('writing what cannot be kept', () => {
  const mark = '\u0301';
  it.each([
    ['nothing', ''],
    ['only spaces', ' \t \u00A0\u3000 '],
    ['a NUL', 'ab\u0000cd'],
    ['another control character', 'ab\u0007cd'],
    ['the first half of a pair', 'ab\ud800cd'],
    ['the second half', 'ab\udc00'],
    ['halves in the wrong order', 'ab\ude00\ud83d'],
    ['10,000 combining marks', `ab${mark.repeat(10_000)}`],
    ['a tower of 21 marks', `abq${mark.repeat(21)}`],
    ['more marks than letters', `q${mark}${mark}`.repeat(15)],
  ])('refuses %s, names the field, and changes nothing', async (_what, text) => {
    const own = await world.conference(olga);
    const person = await (await world.person('dora').signsIn()).calledIn(own.slug, 'Dora');
    const comment = await person.says(own.threadId, 'As it was');
    const state = async (): Promise<string[]> =>
      Promise.all(
        ['', '/comments', '/changes?after=0'].map(
          async (route) => (await olga.get(`/threads/${own.threadId}${route}`)).text,
        ),
      );
    const before = [...(await state()), (await person.get('/me')).text, (await mailsSent()).length];
    expectInvalid(await person.post(`/threads/${own.threadId}/comments`, { body: text }), '#/body');
    expectInvalid(await person.patch(`/comments/${comment['id']}`, { body: text }), '#/body');
    expectInvalid(
      await world
        .person('nobody')
        .post(`/threads/${own.threadId}/comments`, { body: 'A good body', name: text, email: 'quiet@mail.example' }),
      '#/name',
    );
    expectInvalid(await person.post(`/conferences/${own.slug}/personas`, { name: text }), '#/name');
    if (text.trim() !== '')
      expectInvalid(
        await person.post(`/conferences/${own.slug}/personas`, { name: 'Someone', tagline: text }),
        '#/tagline',
      );
    expectInvalid(await olga.patch(`/admin/threads/${own.threadId}`, { title: text }), '#/title');
    expectInvalid(
      await olga.post(`/admin/comments/${comment['id']}/withhold`, { rule: 'spam', reason: text }),
      '#/reason',
    );
    expect([...(await state()), (await person.get('/me')).text, (await mailsSent()).length]).toEqual(before);
  });

  it.each(['x', '\u{1F600}', '\u00E9'])('measures in characters, after trimming: %s', async (letter) => {
    const own = await world.conference(olga);
    const person = await (await world.person('emil').signsIn()).calledIn(own.slug, letter.repeat(60));
    const body = (length: number): Json => ({ body: `\n ${letter.repeat(length)} \n` });
    for (const length of [2, 5000])
      expect((await person.post(`/threads/${own.threadId}/comments`, body(length))).status).toBe(201);
    for (const length of [1, 5001])
      expectInvalid(await person.post(`/threads/${own.threadId}/comments`, body(length)), '#/body');
    for (const length of [0, 61, 600])
      expectInvalid(await person.post(`/conferences/${own.slug}/personas`, { name: letter.repeat(length) }), '#/name');
    expectInvalid(
      await person.post(`/conferences/${own.slug}/personas`, { name: 'Someone', tagline: letter.repeat(121) }),
      '#/tagline',
    );
    expectInvalid(await olga.patch(`/admin/threads/${own.threadId}`, { title: letter.repeat(301) }), '#/title');
  });

  it.each(['\n', '\r', '\u000B', '\u000C', '\u0085', '\u2028', '\u2029'])(
    'keeps names and titles on one line: %j',
    async (end) => {
      const text = `two${end}lines`;
      expectInvalid(await cleo.post(`/conferences/${slug}/personas`, { name: text }), '#/name');
      expectInvalid(await cleo.post(`/conferences/${slug}/personas`, { name: 'Someone', tagline: text }), '#/tagline');
      expectInvalid(await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'lines', title: text }), '#/title');
    },
  );
});

describe('writing an address of an odd form', () => {
  // The same words of one mailbox within a minute are one comment, however the address is spelt.
  let asked = 0;
  const asks = (email: string): Promise<AnyAnswer[]> =>
    Promise.all([
      visitorAsks('/auth/codes', { email }),
      visitorAsks(`/threads/${threadId}/comments`, { body: `From an odd address ${(asked += 1)}`, name: 'Odd', email }),
    ]);
  const visitorAsks = (route: string, body: Json): Promise<AnyAnswer> => world.person('nobody').post(route, body);

  it.each([
    ['  Plain@MAIL.example ', 'plain@mail.example'],
    ['tag+more@mail.example', 'tag+more@mail.example'],
    ["o'neil{x}|y@mail.example", "o'neil{x}|y@mail.example"],
    ['a@b\u00FCcher.example', 'a@xn--bcher-kva.example'],
    ['a@\uFF4D\uFF41\uFF49\uFF4C.example', 'a@mail.example'],
    ['a@mail\u3002example', 'a@mail.example'],
    ['a@mail\u00AD.example', 'a@mail.example'],
    ['a%b.example@mail.example', 'a%b.example@mail.example'],
    ['b.example!a@mail.example', 'b.example!a@mail.example'],
    ['-oQ/tmp@mail.example', '-oq/tmp@mail.example'],
    [`${'l'.repeat(64)}@mail.example`, `${'l'.repeat(64)}@mail.example`],
  ])('sends to its one recipient: %j', async (email, recipient) => {
    const before = (await mailsSent()).length;
    expect((await asks(email)).map(({ status }) => status)).toEqual([202, 202]);
    expect((await mailsSent()).slice(before).map(({ to }) => to)).toEqual([[recipient], [recipient]]);
  });

  it('is refused when it names two, none, or something else than a mailbox, and nothing is sent', async () => {
    const long = `a@${`${'d'.repeat(62)}.`.repeat(3)}${'d'.repeat(56)}.example`;
    const odd = [
      '"quoted"@mail.example',
      '"a@b.example, c"@mail.example',
      'a@b@mail.example',
      'a@mail.example,b@mail.example',
      'a@mail.example;b@mail.example',
      'a@mail.example b@mail.example',
      'a@mail.example\r\nBcc: b@mail.example',
      'a\r\nBcc: b@mail.example',
      'a@mail.example\nb@mail.example',
      'a@mail.exa\r\nmple',
      'a@mail.exa\tmple',
      'a\u0000@mail.example',
      'a@mail.example\u0000.other.example',
      'a(comment)@mail.example',
      'a@(comment)mail.example',
      'a@mail.example(comment)',
      'Ada <a@mail.example>',
      '<a@mail.example>',
      'a@<b@mail.example>',
      'group: a@mail.example, b@mail.example;',
      'mailto:a@mail.example',
      'a b@mail.example',
      'a@mail .example',
      '.a@mail.example',
      'a.@mail.example',
      'a..b@mail.example',
      'a@[127.0.0.1]',
      'a@127.0.0.1',
      'a@0x7f.1',
      'a@localhost',
      'a@-mail.example',
      'a@mail-.example',
      'a@mail..example',
      'a@mail.example.',
      '@mail.example',
      'a@',
      '@',
      '',
      '\u00E9t\u00E9@mail.example',
      'a\ud800@mail.example',
      'a@mail\ud800.example',
      'a@\u202Email.example',
      `${'l'.repeat(65)}@mail.example`,
      `a@${'d'.repeat(64)}.example`,
      `a@${'d.'.repeat(200)}example`,
      long,
      'a@mail.example%0d%0aBcc:b@mail.example',
      'a@mail%2Eexample',
      'a@mail.example?bcc=b@mail.example',
      'a@mail.example?bcc=b',
      'a@mail.example#b',
      'a@mail.example/../b',
      'a@mail.example\\b',
      'a@mail.example:25',
      'a@mail.example\uFF0Fb',
      'a@mail.example\uFF1Fb',
      'a@mail.example\u2488org',
      'a@user:pw@mail.example',
    ];
    const before = (await mailsSent()).length;
    const wrong: string[] = [];
    for (const email of odd) {
      for (const answer of await asks(email))
        wrong.push(
          ...[
            ...faultsOf(answer, 422),
            ...(answer.body['errors']?.[0].pointer === '#/email' ? [] : ['names another field']),
          ].map((fault) => `${JSON.stringify(email)} ${fault}`),
        );
    }
    expect({ wrong, sent: (await mailsSent()).slice(before).map(({ to }) => to) }).toEqual({ wrong: [], sent: [] });
  });
});
