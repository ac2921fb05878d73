import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, foldForSearch, soughtWords, wordsToStore } from './search-words.ts';

describe('folding for the search', () => {
  it.each([
    ['spéciﬁcation', 'specification'],
    ['pro\u00ADtocole', 'protocole'],
    ['inter\u200Bopérable', 'interoperable'],
    ['\u2066Ete\u0301\u2069', 'ete'],
    ['ＦＯＲＵＭ', 'forum'],
    ['Straße STRASSE ẞ', 'strasse strasse ss'],
    ['İstanbul ISTANBUL ıstanbul', 'istanbul istanbul istanbul'],
    ['ΝΙΚΟΣ νικος', 'νικοσ νικοσ'],
    ['Œuvre Łódź Đorđe', 'oeuvre lodz dorde'],
    ['مُحَمَّد', 'محمد'],
    ['בְּרֵאשִׁית', 'בראשית'],
    ['ﾌｫｰﾗﾑ', 'フォーラム'],
    ['한국', '한국'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s is %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('is done once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
        expect(foldedWords(foldedWords(text))).toBe(foldedWords(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('telling words apart', () => {
  it.each([
    ['l’interopérabilité', 'l interoperabilite'],
    ['lʼor l‘or l`or l′or', 'l or l or l or l or'],
    ['“bonjour” puis… adieu—enfin', 'bonjour puis adieu enfin'],
    ['bravo👏 «merci»', 'bravo merci'],
    ['un mot\u2003et\u00A0un\u202Fautre', 'un mot et un autre'],
    ['node.js, TCP/IP; example.org/chemin?a=b', 'node js tcp ip example org chemin a b'],
    ['snake_case camelCase 39c3 10:42 1e5', 'snake case camelcase 39c3 10 42 1e5'],
    ['¿Qué? ¡Sí!', 'que si'],
  ])('by what is no letter: %s', (text, words) => {
    expect(wordsToStore(text)).toBe(words);
  });

  it.each([
    ['日本語のフォーラムです', '日本 本語 語の のフ フォ ォー ーラ ラム ムで です す'],
    ['論壇', '論壇 壇'],
    ['포럼은', '포럼 럼은 은'],
    ['ที่นี่', 'ที่นี่ นี่'],
    ['Node入門', 'node 入門 門'],
  ])('in pairs of letters where a script has no spaces: %s', (text, words) => {
    expect(wordsToStore(text)).toBe(words);
  });

  it('keeps each word short enough for PostgreSQL', () => {
    for (const letter of ['a', 'é', '字', '\u{1F130}', 'ﷺ', `a${'\u0301'.repeat(20)}`, `ก${'\u0E48'.repeat(20)}`])
      for (const word of wordsToStore(letter.repeat(10_000)).split(' '))
        expect(Buffer.byteLength(word)).toBeLessThan(2_046);
  });
});

describe('names with signs', () => {
  it.each([
    ['C++', "'cplusplus'"],
    ['c#', "'csharp'"],
    ['F#', "'fsharp'"],
    ['.NET', "'dotnet'"],
    ['(C++17)', "'cplusplus' & '17'"],
    ['c', "'c'"],
    ['asp.net', "'asp net'"],
    ['example.network', "'example network'"],
    ['#plums', "'plums'"],
    ['abc++', "'abc'"],
  ])('are words of their own: %s', (typed, query) => {
    expect(soughtWords(typed).query).toBe(query);
  });

  it('are stored with their signs spelled out, and without', () => {
    expect(wordsToStore('Why C++, C# or .NET?')).toBe('why cplusplus c csharp c or dotnet net');
  });
});

describe('what somebody looks for', () => {
  it.each([
    ['cours or argent', `'cours' & 'or' & 'argent'`],
    ['"une phrase" -sans', `'une' & 'phrase' & 'sans'`],
    ['cours & !argent | (or) <-> a:*', `'cours' & 'argent' & 'or' & 'a'`],
    ['node.js TCP/IP', `'node js' & 'tcp ip'`],
    ['l’interopérabilité', `'l interoperabilite'`],
    ['フォーラム', `'フォ ォー ーラ ラム'`],
    ['日本語、フォーラム', `'日本 本語' & 'フォ ォー ーラ ラム'`],
    ['책', `'책':*`],
    ['Node入門', `'node' & '入門'`],
    [`'; drop table "x" \\`, `'drop' & 'table' & 'x'`],
    ['👏 …', ''],
  ])('is words and nothing else: %s', (typed, query) => {
    expect(soughtWords(typed).query).toBe(query);
  });
});
