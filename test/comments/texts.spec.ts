import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga, {
    settings: { screening: 'none', wordLists: { en: ['casino*'], fr: ['argent facile'] } },
  }));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
});
afterAll(() => world.close());

const said = async (body: string): Promise<string> => ((await ada.says(threadId, body))['html'] as string).trim();
const REL = 'rel="nofollow ugc noopener noreferrer"';
const link = (href: string, text = href): string => `<a href="${href}" ${REL}>${text}</a>`;

describe('an address of the web in a comment', () => {
  it.each([
    ['Https://example.org', `<p>${link('https://example.org', 'Https://example.org')}</p>`],
    ['[site](Https://example.org/a)', `<p>${link('https://example.org/a', 'site')}</p>`],
    ['HTTPS://example.org/A', `<p>${link('https://example.org/A', 'HTTPS://example.org/A')}</p>`],
    ['<hTTp://example.org>', `<p>${link('http://example.org', 'hTTp://example.org')}</p>`],
  ])('is a link, however its scheme is written: %s', async (body, html) => {
    expect(await said(body)).toBe(html);
  });

  it.each([
    'https://host.example/@user@other.example/1',
    'See https://host.example/@user@other.example.',
    '[a](https://host.example/@user@other.example/2)',
    '<https://host.example/@user@other.example/3>',
    'https://host.example/users/user@other.example',
  ])('is never a link to a part of it: %s', async (body) => {
    expect(await said(body)).not.toContain('<a ');
  });

  it('shows its host in ASCII where letters of other scripts mislead, and else as it is', async () => {
    expect(await said('https://аррӏе.com/x')).toBe(`<p>${link('https://xn--80ak6aa92e.com/x')}</p>`);
    expect(await said('https://gооgle.com/y')).toBe(`<p>${link('https://xn--ggle-55da.com/y')}</p>`);
    expect(await said('https://éléphant.example/')).toContain('>https://éléphant.example/</a>');
  });
});

describe('the form of a comment', () => {
  it.each([
    ['    first line\n    second', '<pre><code>first line\nsecond\n</code></pre>'],
    ['\n\n\tby a tab', '<pre><code>by a tab\n</code></pre>'],
    ['  \r\n      six', '<pre><code>  six\n</code></pre>'],
    ['   three are no code', '<p>three are no code</p>'],
  ])('keeps a block of code that begins it: %j', async (body, html) => {
    expect(await said(body)).toBe(html);
  });

  it.each(['\u000B', '\u000C', '\u0085', '\u2028'])(
    'has a line break where %j is, which stays as it came',
    async (end) => {
      const comment = await ada.says(threadId, `one${end}two ${end.codePointAt(0)}`);
      expect((comment['html'] as string).trim()).toBe(`<p>one<br>\ntwo ${end.codePointAt(0)}</p>`);
      const own = (await ada.get(`/threads/${threadId}/mine`)).text + (await ada.get('/me/data')).text;
      const [row] = await world.query('select source from comments where id = $1', [comment['id']]);
      expect(row!['source']).toBe(`one${end}two ${end.codePointAt(0)}`);
      expect(own).not.toContain('undefined');
    },
  );

  it('keeps its paragraphs, lists and code when it is quoted without a script', async () => {
    const comment = await ada.says(threadId, 'First paragraph\nof two lines.\n\n- one\n- two\n\nLast, `code`.');
    const page = await fetch(`${world.base}/c/${slug}/t/hallway?reply=${comment['id'] as string}&quote=yes`);
    const area = /<textarea[^>]*>([^<]*)</.exec(await page.text())![1]!;
    expect(area.replaceAll('&gt;', '>').trim()).toBe(
      '> First paragraph  \n> of two lines.\n>\n> - one\n> - two\n>\n> Last, `code`.',
    );
  });
});

describe('a listed word', () => {
  it.each(['ca\u00ADsino', 'саsіno', 'ca\u200Bsinos', 'ａｒｇｅｎｔ ｆａｃｉｌｅ', 'ᴄᴀꜱɪɴᴏ'])(
    'holds a comment whatever is unseen in it or looks alike: %j',
    async (word) => {
      const comment: Json = await ada.says(threadId, `Visit the ${word} today.`);
      expect(comment['state']).toBe('held');
    },
  );
});
