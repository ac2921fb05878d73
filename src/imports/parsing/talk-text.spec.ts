import { describe, expect, it } from '@jest/globals';
import { cancelledByTitle, formatOf, mergedTexts, sourceOf } from './talk-text.ts';

describe('telling what a text is written in', () => {
  it.each([
    ['Use <b> tags & *stars*\n\n- one\n- two', 'markdown'],
    ['What `<p>` and `</p>` do, and **why**', 'markdown'],
    ['See [the notes](https://example.org/a)', 'markdown'],
    ['Brings:\n* a laptop\n* a cable', 'markdown'],
    ['# Contents\nA, then B', 'markdown'],
    ['<p>Some **stars** in HTML</p>', 'html'],
    ['One<br>two', 'html'],
    ['<p>Never closed, as in 1997', 'html'],
    ['It is <b>bold</b>', 'html'],
    ['Read <a href="https://example.org">this</a> **now**', 'html'],
    ['5 * 3 * 2 and a_b_c and f(x)[y](z)', 'plain'],
    ['Teilnehmer*innen und Besucher*innen', 'plain'],
    ['if a < b and c > d', 'plain'],
    ['A dash\n- as in a dialogue', 'plain'],
  ] as const)('%j is %s', (text, format) => {
    expect(formatOf(text, 'plain')).toBe(format);
  });

  it('takes the maker’s usual way where nothing tells', () => {
    expect(formatOf('Just words', 'markdown')).toBe('markdown');
  });

  it('decides for abstract and description apart, and says neither twice', () => {
    expect(mergedTexts('<p>A</p>', '**B**', 'plain')).toEqual([
      { text: '<p>A</p>', format: 'html' },
      { text: '**B**', format: 'markdown' },
    ]);
    expect(mergedTexts('A', 'A and B', 'plain')).toEqual([{ text: 'A and B', format: 'plain' }]);
    expect(mergedTexts('A', 'B', 'plain')).toEqual([{ text: 'A\n\nB', format: 'plain' }]);
    expect(mergedTexts('', '', 'plain')).toEqual([]);
  });
});

describe('characters that HTML writes in a text that is none', () => {
  it.each([
    ['Rock&#x27; em &amp; roll &quot;live&quot;', 'Rock\' em & roll "live"'],
    ['&amp;lt; stays as it is meant', '&lt; stays as it is meant'],
    ['&#8220;Curly&#8221;&nbsp;quotes', '\u201CCurly\u201D\u00A0quotes'],
    ['AT&T; &unknown; &#0; &#x110000; &#xD800;', 'AT&T; &unknown; &#0; &#x110000; &#xD800;'],
  ])('are read in %j', (text, read) => {
    expect(sourceOf(text, 'plain')).toEqual({ text: read, format: 'plain' });
  });

  it('may be tags, which then are what they are; in HTML and in Markdown they are left to their own rules', () => {
    expect(sourceOf('See &lt;a href=&quot;https://a.example&quot;&gt;it&lt;/a&gt;', 'plain')).toEqual({
      text: 'See <a href="https://a.example">it</a>',
      format: 'html',
    });
    expect(sourceOf('<p>How &lt;p&gt; works</p>', 'plain')).toEqual({
      text: '<p>How &lt;p&gt; works</p>',
      format: 'html',
    });
    expect(sourceOf('**A** &amp; `&amp;`', 'plain')).toEqual({ text: '**A** &amp; `&amp;`', format: 'markdown' });
  });
});

describe('a title that says that a talk is cancelled', () => {
  it.each([
    ['CANCELLED: Cats', 'certainly'],
    ['ABGESAGT Katzen', 'certainly'],
    ['Cats (CANCELLED)', 'perhaps'],
    ['Annulé : les chats', 'perhaps'],
    ['[Canceled] Cats', 'perhaps'],
    ['Katzen – entfällt', 'perhaps'],
    ['CANCELLED FLIGHTS AND WHAT THEY TEACH US', null],
    ['[CANCELED] V', 'perhaps'],
    ['ANNULÉ - Z', 'perhaps'],
    ['Cancelling POSIX syscalls', null],
    ['How we cancelled a festival', null],
    ['Noise-cancelled rooms', null],
  ] as const)('%j: %s', (title, found) => {
    expect(cancelledByTitle(title)).toBe(found);
  });
});
