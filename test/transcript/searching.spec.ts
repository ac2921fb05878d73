import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { wordsToStore } from '../../src/kernel/search-words.ts';
import { SearchQueries } from '../../src/transcript/search.queries.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const search = (slug: string, q: string, more = ''): Promise<Answer> =>
  olga.get(`/conferences/${slug}/search?q=${encodeURIComponent(q)}${more}`);
const idsOf = ({ body }: Answer): string[] =>
  (body['items'] as Json[]).map(({ comment }) => (comment as Json)['id'] as string);
const finds = (slug: string, q: string, ids: readonly unknown[]): Promise<boolean> =>
  until(
    `"${q}" to find ${ids.length}`,
    async () => JSON.stringify(idsOf(await search(slug, q))) === JSON.stringify(ids),
  );

async function talking(extra: Json = {}): Promise<{ slug: string; threadId: string; ada: Person }> {
  const { slug, threadId } = await world.conference(olga, extra);
  return { slug, threadId, ada: await (await world.person('ada').signsIn()).calledIn(slug, 'Ada') };
}

describe('searching a conference', () => {
  it('finds public words without regard to accents, case and endings, newest first, with the words marked', async () => {
    const { slug, threadId, ada } = await talking();
    const first = await ada.says(threadId, 'Les **réseaux**, sociaux & <les> élèves.');
    const second = await ada.says(threadId, 'Un RESEAU de plus.');
    await finds(slug, 'réseau', [second['id'], first['id']]);
    await finds(slug, 'eleve', [first['id']]);
    const [hit] = (await search(slug, 'élèves')).body['items'] as Json[];
    expect(hit).toMatchObject({
      threadTitle: 'Hallway',
      excerptHtml: 'Les réseaux, sociaux &amp; &lt;les&gt; <mark>élèves</mark>.',
      comment: { id: first['id'], threadId, state: 'visible' },
    });
  });

  it('finds an edited comment by its new words, and nothing that was withdrawn, withheld or never public', async () => {
    const { slug, threadId, ada } = await talking();
    const comment = await ada.says(threadId, 'Premier brouillon.');
    await finds(slug, 'brouillon', [comment['id']]);
    await ada.patch(`/comments/${comment['id'] as string}`, { body: 'Version finale.' });
    await finds(slug, 'finale', [comment['id']]);
    await finds(slug, 'brouillon', []);
    await olga.post(`/admin/comments/${comment['id'] as string}/withhold`, { rule: 'topic', reason: 'Not here.' });
    expect(idsOf(await search(slug, 'finale'))).toEqual([]);
    await olga.post(`/admin/comments/${comment['id'] as string}/restore`, { reason: 'It was.' });
    await finds(slug, 'finale', [comment['id']]);
    await ada.delete(`/comments/${comment['id'] as string}`);
    expect(idsOf(await search(slug, 'finale'))).toEqual([]);

    const strict = await talking({ settings: { screening: 'all' } });
    expect((await strict.ada.says(strict.threadId, 'Retenu pour toujours.'))['state']).toBe('held');
    const seen = await world.query('select n from thread_heads where thread_id = $1', [strict.threadId]);
    await until(
      'the reader of the log to pass it',
      async () =>
        (
          await world.query(`select from reader_places where reader = 'search' and thread_id = $1 and n >= $2`, [
            strict.threadId,
            seen[0]!['n'],
          ])
        ).length > 0,
    );
    expect(idsOf(await search(strict.slug, 'retenu'))).toEqual([]);
    expect(await world.query('select from comment_words where thread_id = $1', [strict.threadId])).toEqual([]);
  });

  it('reads the database once for all who ask the same, until words come, change or are hidden', async () => {
    const { slug, threadId, ada } = await talking();
    const find = jest.spyOn(world.app.get(SearchQueries), 'find');
    for (const where of [`/api/v1/conferences/${slug}/search?q=unicorns`, `/c/${slug}/search?q=unicorns`]) {
      const first = await ada.says(threadId, `Unicorns are seen at ${where.length} o'clock.`);
      const shown = async (): Promise<string> => (await fetch(world.base + where)).text();
      await until('the words to be found', async () => (await shown()).includes(first['id'] as string));
      // Found results are given for two seconds at most, and a request may be the first of the next two.
      await until('it to be found without being looked for', async () => {
        find.mockClear();
        await Promise.all([shown(), shown(), shown()]);
        return find.mock.calls.length === 0;
      });
      await olga.post(`/admin/comments/${first['id'] as string}/withhold`, { rule: 'topic', reason: 'Not here.' });
      expect(await shown()).not.toContain(first['id'] as string);
      await olga.post(`/admin/comments/${first['id'] as string}/restore`, { reason: 'It was.' });
      await until('the words to be found again', async () => (await shown()).includes(first['id'] as string));
      await ada.delete(`/comments/${first['id'] as string}`);
      expect(await shown()).not.toContain(first['id'] as string);
    }
    find.mockRestore();
  });

  it('pages through everything once', async () => {
    const { slug, threadId, ada } = await talking();
    for (let i = 0; i < 7; i += 1) await ada.says(threadId, `Page numéro ${i}.`);
    await until('all to be found', async () => idsOf(await search(slug, 'page')).length === 7);
    const all = idsOf(await search(slug, 'page'));
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const answer: Answer = await search(slug, 'page', `&limit=3${next ? `&cursor=${next}` : ''}`);
      paged.push(...idsOf(answer));
      next = answer.body['next'] as string | null;
    }
    expect(paged).toEqual(all);
  });

  it('does not tell whether an address was written', async () => {
    const { slug, threadId, ada } = await talking();
    await ada.says(threadId, 'Write to bob@mail.example about the marmots.');
    await until('the comment to be found', async () => idsOf(await search(slug, 'marmots')).length === 1);
    const answers = await Promise.all(['bob@mail.example', 'eve@mail.example'].map((q) => search(slug, q)));
    expect(answers[0]!.text).toBe(answers[1]!.text);
    expect(idsOf(await search(slug, 'bob'))).toEqual([]);
  });

  it('finds short names whose signs are part of them, and tells them apart', async () => {
    const { slug, threadId, ada } = await talking();
    const ids: unknown[] = [];
    for (const name of ['C++', 'C#', 'F#', '.NET'])
      ids.push((await ada.says(threadId, `Written in ${name}, alas.`))['id']);
    for (const [i, q] of ['c++', 'C#', 'f#', '.net'].entries()) await finds(slug, q, [ids[i]]);
  });

  it('names what is wrong with a question, and takes any words for words', async () => {
    const { slug } = await talking();
    for (const q of ['', 'x', 'y'.repeat(201)])
      expect((await search(slug, q)).body['errors']).toEqual([expect.objectContaining({ pointer: '#/query/q' })]);
    expect((await search('nowhere', 'words')).status).toBe(404);
    const { ABUSE_DIR } = process.env;
    const hostile = ABUSE_DIR ? (JSON.parse(readFileSync(path.join(ABUSE_DIR, 'blns.json'), 'utf8')) as string[]) : [];
    for (const q of ["'", '"', '\\', ':*', '& | ! ( )', '<->', '-- -', '%', 'a:b', '((((', '"unclosed', ...hostile])
      expect([200, 422]).toContain((await search(slug, q)).status);
  });
});

describe('words as people type them', () => {
  const SAID: Readonly<Record<string, readonly string[]>> = {
    'Parlons de l’interopérabilité des forums.': ['interopérabilité', 'l’interopérabilité', "l'interoperabilite"],
    'Il a dit “bonjour” puis… adieu—enfin.': ['bonjour', 'adieu', '“bonjour”'],
    'bravo👏 «merci»': ['bravo', 'merci', 'bravo👏'],
    'Avec node.js sur TCP/IP, voir example.org/chemin.': [
      'node',
      'node.js',
      'IP',
      'TCP',
      'TCP/IP',
      'example.org/chemin',
      'chemin',
    ],
    'La spéciﬁcation du pro\u00ADtocole inter\u200Bopérable.': ['spécification', 'protocole', 'interopérable'],
    '私たちはフォーラムで話す。': ['フォーラム', 'ﾌｫｰﾗﾑ', 'フォーラムで', '話す'],
    '우리는 포럼을 좋아한다': ['포럼', '포럼을', '좋아'],
    พบกันที่ห้องประชุม: ['ห้อง'],
  };

  it('are found beside any sign, within scripts without spaces, and whatever is unseen in them', async () => {
    const { slug, threadId, ada } = await talking();
    const ids: Record<string, unknown> = {};
    for (const said of Object.keys(SAID)) ids[said] = (await ada.says(threadId, said))['id'];
    await finds(slug, '포럼', [ids['우리는 포럼을 좋아한다']]);
    for (const [said, words] of Object.entries(SAID))
      for (const q of words.filter((word) => word.length > 1))
        expect({ q, found: idsOf(await search(slug, q)) }).toEqual({ q, found: [ids[said]] });
    const [hit] = (await search(slug, 'フォーラム')).body['items'] as Json[];
    expect(hit!['excerptHtml']).toBe('私たちは<mark>フォーラム</mark>で話す。');
  });

  it('are no operators', async () => {
    const { slug, threadId, ada } = await talking();
    const all = await ada.says(threadId, 'Un cours qui vaut de l’or et de l’argent.');
    await ada.says(threadId, 'Un cours gratuit.');
    const last = await ada.says(threadId, 'Argent, trop cher.');
    await finds(slug, 'argent', [last['id'], all['id']]);
    for (const q of ['cours or argent', '"cours argent"', 'cours & argent', 'cours -argent'])
      expect({ q, found: idsOf(await search(slug, q)) }).toEqual({ q, found: [all['id']] });
  });

  it('find nothing when all of them are too common, and the answer says so', async () => {
    const { slug, threadId, ada } = await talking();
    const comment = await ada.says(threadId, 'Nous avons les élèves.');
    await finds(slug, 'les élèves', [comment['id']]);
    for (const q of ['nous avons', 'dans la', 'l’', 'les', 'cette', 'c’était', 'à la', 'qu’ils', 'les même'])
      expect((await search(slug, q)).body).toMatchObject({ items: [], onlyCommonWords: true });
    await finds(slug, 'cette élèves', [comment['id']]);
    expect((await search(slug, 'introuvable')).body).toMatchObject({ items: [], onlyCommonWords: false });
    expect((await search(slug, '👏👏')).body).toMatchObject({ items: [], onlyCommonWords: false });
    expect(await page(`/c/${slug}/search?q=nous+avons&lang=fr`)).toContain('Presque tous les commentaires');
    expect(await page(`/c/${slug}/search?q=nous+avons&lang=en`)).toContain('Nearly every comment');
  });

  it('are told alike in a database of C type and in one of UTF-8 type', async () => {
    const name = `c_utf8_${process.pid}`;
    await world.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`);
    const other = new pg.Client({ connectionString: world.databaseUrl.replace(/\/test_[^/?]+/, `/${name}`) });
    await other.connect();
    try {
      const [type] = (await other.query<{ type: string }>(`select current_setting('server_encoding') type`)).rows;
      expect(type!.type).toBe('UTF8');
      const texts = [
        ...Object.keys(SAID),
        'हिन्दी में लिखो',
        'ΝΙΚΟΣ ẞ ½ ① 39c3 1e5 18.4 0x1f',
        'مرحبا بالعالم',
        'Тест ёж',
      ];
      for (const text of texts)
        for (const dictionary of ['french', 'english', 'german', 'simple']) {
          const ask = ['select to_tsvector($1::regconfig, $2)::text words', [dictionary, wordsToStore(text)]] as const;
          const here = await world.query(ask[0], [...ask[1]]);
          expect((await other.query(ask[0], [...ask[1]])).rows).toEqual(here);
        }
    } finally {
      await other.end();
      await world.query(`drop database ${name}`);
    }
  });

  it('that an earlier version stored are made anew', async () => {
    const { slug, threadId, ada } = await talking();
    const comment = await ada.says(threadId, 'Parlons de l’interopérabilité.');
    await finds(slug, 'interopérabilité', [comment['id']]);
    await world.query(
      `update comment_words set words = to_tsvector('french', 'de l’interoperabilite'), rules_version = 1
       where comment_id = $1`,
      [comment['id']],
    );
    await world.runNow('transcript/renew-words');
    expect(
      await world.query('select rules_version, words::text from comment_words where comment_id = $1', [comment['id']]),
    ).toEqual([{ rules_version: 3, words: "'interoperabilit':4 'parlon':1" }]);
  });
});

const page = async (url: string): Promise<string> => (await fetch(world.base + url)).text();

describe('the search page', () => {
  it('leads from the programme to the words and to the comment, in both languages', async () => {
    const { slug, threadId, ada } = await talking();
    const comment = await ada.says(threadId, 'Une phrase inoubliable.');
    await finds(slug, 'inoubliable', [comment['id']]);
    expect(await page(`/c/${slug}`)).toContain(`action="/c/${slug}/search"`);
    expect(await page(`/c/${slug}/t/hallway`)).toContain(`action="/c/${slug}/search"`);
    for (const [lang, title] of [
      ['fr', 'Rechercher'],
      ['en', 'Search'],
    ] as const) {
      const shown = await page(`/c/${slug}/search?q=inoubliable&lang=${lang}`);
      expect(shown).toContain(title);
      expect(shown).toContain('<mark>inoubliable</mark>');
      expect(shown).toContain(`/c/${slug}/t/hallway?comment=${comment['id'] as string}#c-${comment['id'] as string}`);
    }
  });
});
