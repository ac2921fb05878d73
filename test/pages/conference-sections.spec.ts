import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, becomes, settles } from '../questions/stage.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let last: Json;
let open: Json;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } }));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  const bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const talks = await Promise.all(
    ['First talk', 'Second talk'].map(async (title, i) => {
      const talk = { slug: `talk-${i}`, title, startsAt, durationMinutes: 30, room: `Room ${i}` };
      return (await olga.post(`/admin/conferences/${slug}/talks`, talk)).body;
    }),
  );
  const [first, second] = talks.map(({ threadId }) => threadId as string) as [string, string];
  const grace = await becomes(
    await world.person('grace').signsIn(),
    olga,
    { slug, talkId: talks[0]!['id'] as string },
    'Grace',
  );
  await ada.says(first, 'Said at first.');
  const answered = await asks(bob, first, 'Would you do it again?');
  await grace.post(`/questions/${answered['id'] as string}/answers`, { body: 'Every winter.' });
  await bob.put(`/comments/${answered['id'] as string}/vote`);
  open = await asks(ada, second, 'Who pays for it?');
  await bob.put(`/comments/${open['id'] as string}/vote`);
  world.advance({ seconds: 5 });
  await settles(grace, await asks(bob, first, 'Is this declined?'), 'declined', { reason: 'Said before' });
  last = await bob.says(second, 'The last words of the second talk.');
});
afterAll(() => world.close());

const page = async (query = ''): Promise<string> =>
  (await olga.get(`${world.base}/c/${slug}${query}`, { accept: 'text/html', 'accept-language': 'en' })).text;

describe('the words that a programme is narrowed by', () => {
  it('are cut between two characters', async () => {
    const text = await page(`?q=${'x'.repeat(199)}${encodeURIComponent('😀😀')}`);
    expect(text).toContain(`${'x'.repeat(199)}😀<`);
    expect(text).not.toContain('\uFFFD');
  });
});

describe('the discussions of a conference', () => {
  it('say who said what last', async () => {
    const text = await page('?show=active');
    expect(text).toContain('The last words of the second talk.');
    expect(text).toMatch(/Bob<\/span>/);
    expect(text).not.toContain('Said at first.');
  });

  it('leave out talks in which nothing is said, and end with open discussions', async () => {
    const startsAt = world.clock.now().toISOString();
    const talk = { slug: 'silent', title: 'Silent talk', startsAt, durationMinutes: 30 };
    const made = await olga.post(`/admin/conferences/${slug}/talks`, talk);
    const titles = async (): Promise<string[]> =>
      [...(await page('?show=active')).matchAll(/<h2><a [^>]*>([^<]*)</g)].map(([, title]) => title!);
    expect(await titles()).toEqual(['Second talk', 'First talk', 'Hallway']);
    const { body } = await olga.get(`/conferences/${slug}/threads?sort=active`);
    expect((body['items'] as Json[]).map(({ title }) => title)).toContain('Silent talk');
    await ada.says(made.body['threadId'] as string, 'Not silent any more.');
    await until('the talk to be listed', async () => (await titles())[0] === 'Silent talk');
  });

  it('do not say what a moderator hides', async () => {
    await olga.post(`/admin/comments/${last['id'] as string}/withhold`, { rule: 'topic', reason: 'Off the point.' });
    await until('the words to go', async () => !(await page('?show=active')).includes('The last words'));
    expect(await page('?show=active')).toContain('Who pays for it?');
  });
});

describe('the questions of a conference', () => {
  it('are those of all talks, with their talk and what became of them', async () => {
    const waiting = await page('?show=waiting');
    expect(waiting).toContain('Who pays for it?');
    expect(waiting).toContain('Second talk');
    expect(waiting).not.toMatch(/Would you do it again|Is this declined/);
    const answered = await page('?show=waiting&status=answered');
    expect(answered).toContain('Would you do it again?');
    expect(answered).toContain('Every winter.');
    expect(answered).not.toContain('Who pays for it?');
  });
});

describe('a vote in the questions of all talks', () => {
  const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: '' };
  const votes = async (person: Person, vote: 'on' | 'off') => {
    const cookie = `session=${person.token!}`;
    const body = new URLSearchParams({ commentId: open['id'] as string, vote, from: 'waiting' });
    return fetch(`${world.base}/c/${slug}/t/talk-1/votes`, {
      method: 'POST',
      headers: { ...form, cookie, origin: world.base },
      body,
      redirect: 'manual',
    });
  };
  const listed = async (person: Person): Promise<string> => {
    const text = await (
      await fetch(`${world.base}/c/${slug}?show=waiting&lang=en`, { headers: { cookie: `session=${person.token!}` } })
    ).text();
    return text.slice(text.indexOf(`id="c-${open['id'] as string}"`)).slice(0, 1_500);
  };

  it('counts there, is shown as given, comes back to the list, and can be taken back', async () => {
    const carl = await world.person('carl').signsIn();
    expect(await listed(carl)).toMatch(/aria-pressed="false"[^]*aria-hidden="true">1</);
    const given = await votes(carl, 'on');
    expect([given.status, given.headers.get('location')]).toEqual([
      303,
      `/c/${slug}?show=waiting&said=voted#c-${open['id'] as string}`,
    ]);
    expect(await listed(carl)).toMatch(/aria-pressed="true"[^]*aria-hidden="true">2</);
    await votes(carl, 'off');
    expect(await listed(carl)).toMatch(/aria-pressed="false"[^]*aria-hidden="true">1</);
  });

  it('is not offered for an own question', async () => {
    expect(await listed(ada)).not.toContain('aria-pressed');
  });
});

describe('a search in a conference', () => {
  it('finds talks, their speakers and comments', async () => {
    const searched = async (q: string): Promise<string> =>
      (await fetch(`${world.base}/c/${slug}/search?q=${q}&lang=en`)).text();
    const both = await searched('second');
    expect(both).toMatch(/<h2>Talks<\/h2>[^]*Second talk/);
    expect(both).not.toContain('First talk');
    await until('the comment to be found', async () => (await searched('pays')).includes('<h2>Comments</h2>'));
    expect(await searched('pays')).not.toContain('<h2>Talks</h2>');
    expect(await searched('unheard')).toContain('No results for “unheard”.');
  });
});

describe('the programme of several rooms', () => {
  it('is narrowed by links, each of which can be removed again, and is a grid or a list', async () => {
    const whole = await page('?show=programme');
    expect(whole).toContain('<table class="schedule"');
    expect(whole).toMatch(/href="\/c\/[^"]*room=Room\+1"/);
    const one = await page('?room=Room+1&layout=list');
    expect(one).toContain('Second talk');
    expect(one).not.toMatch(/<h3[^>]*><a[^>]*>First talk/);
    expect(one).toContain(`href="/c/${slug}?layout=list"`);
    expect(await page('?layout=list')).not.toContain('<table class="schedule"');
  });
});

describe('a conference that is over', () => {
  it('begins with its highlights, made by themselves, and has its programme below', async () => {
    expect(await page()).not.toContain('Every winter.');
    expect(await page('?show=highlights')).toContain('Every winter.');
    world.advance({ days: 3 });
    await until('the highlights', async () => (await page()).includes('Every winter.'));
    const anonymously = async (): Promise<string> => (await fetch(`${world.base}/c/${slug}?lang=en`)).text();
    expect(await anonymously()).not.toContain('Read the recap');
    const recap = { markdown: 'It began **early**.', items: [], published: true };
    expect((await olga.put(`/conferences/${slug}/recap`, recap)).status).toBe(200);
    await until('its recap', async () => /It began early ?\.[^]*Read the recap/.test(await anonymously()));
    const over = await page();
    expect(over).toMatch(/Most supported answers[^]*Would you do it again\?[^]*Still open[^]*Who pays for it\?/);
    expect(over.indexOf('Still open')).toBeLessThan(over.indexOf('class="talks"'));
    const programme = await page('?show=programme');
    expect(programme).not.toContain('Every winter.');
    expect(programme).toContain('First talk');
  });
});

describe('the head of a conference’s pages', () => {
  it('leads its team to what they organize and moderate, with how much waits, and nobody else', async () => {
    const place = await world.conference(olga, { locale: 'en', settings: { screening: 'all' } });
    const head = async (person: Person | null, path: string): Promise<string> => {
      const headers: Record<string, string> = person ? { cookie: `session=${person.token!}` } : {};
      const text = await (await fetch(`${world.base}${path}`, { headers })).text();
      return text.slice(text.indexOf('<header'), text.indexOf('</header'));
    };
    const [carl, mona] = await Promise.all(['carl', 'mona'].map((name) => world.person(`${name}-head`).signsIn()));
    await becomes(mona!, olga, { slug: place.slug, role: 'moderator' }, 'Mona');
    await (await carl!.calledIn(place.slug, 'Carl')).post(`/threads/${place.threadId}/comments`, { body: 'Waits.' });
    for (const path of [`/c/${place.slug}`, `/c/${place.slug}/t/hallway`, `/organize/${place.slug}/queue`]) {
      const ofOlga = await head(olga, `${path}?lang=en`);
      expect(ofOlga).toContain(`<a href="/organize/${place.slug}">Organize</a>`);
      expect(ofOlga).toContain(`<a href="/organize/${place.slug}/queue">Moderation (1)</a>`);
      const ofMona = await head(mona!, `${path}?lang=en`);
      expect(ofMona).toContain('Moderation (1)');
      expect(ofMona).not.toContain('>Organize<');
      for (const other of [carl!, null]) expect(await head(other, path)).not.toContain('/organize/');
    }
  });
});

describe('the figures of a conference', () => {
  it('count all of its discussions, beyond those that are listed', async () => {
    const place = await world.conference(olga, { locale: 'en' });
    for (let i = 0; i < 51; i += 1)
      await olga.post(`/admin/conferences/${place.slug}/threads`, { slug: `s-${i}`, title: `Subject ${i}` });
    // The longest is the one that was quiet for the longest time.
    await world.query(
      `update thread_heads h
       set comments = case when t.slug = 's-0' then 3 else 1 end,
         last_activity_at = now() - case when t.slug = 's-0' then interval '1 day' else interval '0' end
       from threads t
       where t.id = h.thread_id and t.slug ~ '^s-' and t.conference_id = (select id from conferences where slug = $1)`,
      [place.slug],
    );
    const shown = await (await fetch(`${world.base}/c/${place.slug}?show=highlights`)).text();
    expect(shown).toContain('<b>53</b>');
    expect(shown).toMatch(/Most discussed[^]*Subject 0/);
  });
});

describe('a thread of many comments', () => {
  it('begins with the most supported, unless its address says otherwise', async () => {
    const { threadId, slug: long } = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const [carl, dora] = await Promise.all(
      ['carl', 'dora'].map(async (name) => (await world.person(name).signsIn()).calledIn(long, name)),
    );
    let favourite: Json = {};
    for (let i = 1; i <= 30; i += 1) favourite = await carl!.says(threadId, `Comment number ${i}.`);
    await dora!.put(`/comments/${favourite['id'] as string}/vote`);
    const first = async (query: string): Promise<string> => {
      const { text } = await dora!.get(`${world.base}/c/${long}/t/hallway${query}`, { accept: 'text/html' });
      return /<ol class="comments">[^]*?Comment number (\d+)\./.exec(text)![1]!;
    };
    await until('the vote to count', async () => (await first('')) === '30');
    expect([await first('?sort=oldest'), await first('?sort=newest')]).toEqual(['1', '30']);
  });
});
