import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.ts';

describe('an excerpt', () => {
  it.each([
    ['Les réseaux & les <b>', ['reseau'], [], 'Les <mark>réseaux</mark> &amp; les &lt;b&gt;'],
    ['l’interopérabilité', ['interoper'], [], 'l’<mark>interopérabilité</mark>'],
    ['une spéciﬁcation', ['specif'], [], 'une <mark>spéciﬁcation</mark>'],
    ['un pro\u00ADtocole', ['protocol'], [], 'un <mark>pro\u00ADtocole</mark>'],
    ['日本語のフォーラムです', [], ['フォーラム'], '日本語の<mark>フォーラム</mark>です'],
    ['全角ﾌｫｰﾗﾑ', [], ['フォーラム'], '全角<mark>ﾌｫｰﾗﾑ</mark>'],
    ['入門Node入門', ['node'], [], '入門<mark>Node</mark>入門'],
  ])('marks what was found: %s', (text, stems, runs, html) => {
    expect(excerptOf(text, { stems, runs })).toBe(html);
  });

  it('begins a little before the first word found, at a word', () => {
    const excerpt = excerptOf(`${'avant '.repeat(100)}voilà ${'après '.repeat(100)}`, { stems: ['voila'], runs: [] });
    expect(excerpt).toMatch(/^… (?:avant ){10}<mark>voilà<\/mark> (?:après )+.* …$/);
  });
});
