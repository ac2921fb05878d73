import { describe, expect, it } from '@jest/globals';
import { htmlAsMarkdown } from '../platform/markup/html-as-markdown.ts';
import { piecesOf } from './recap-text.ts';

describe('the text of a recap', () => {
  it('is cut where a line says only the number of a quotation', () => {
    expect(piecesOf('Before.\n\n[2]\n\nBetween.\n[1]\nAfter.', { items: 2 })).toEqual([
      { text: 'Before.' },
      { item: 1 },
      { text: 'Between.' },
      { item: 0 },
      { text: 'After.' },
    ]);
  });

  it('has the quotations that have no place at its end, in their order', () => {
    expect(piecesOf('[2]', { items: 3 })).toEqual([{ item: 1 }, { item: 0 }, { item: 2 }]);
    expect(piecesOf('', { items: 1 })).toEqual([{ item: 0 }]);
  });

  it('keeps as text a number without a quotation, one within a line, and what is code', () => {
    expect(piecesOf('[0]\n[4]\nsee [1] there\n```\n[1]\n```', { items: 0 })).toEqual([
      { text: '[0]\n[4]\nsee [1] there\n```\n[1]\n```' },
    ]);
    expect(piecesOf('```\n[1]\n```\n[1]', { items: 1 })).toEqual([{ text: '```\n[1]\n```' }, { item: 0 }]);
  });
});

describe('a quotation as Markdown', () => {
  it('says what its safe HTML says', () => {
    expect(
      htmlAsMarkdown(
        '<p>One <em>two</em> <strong>three</strong><br>\n<code>four</code> <a href="https://a.example/(x)" ' +
          'rel="nofollow">five</a></p>\n<ul>\n<li>six</li>\n<li>seven</li>\n</ul>\n<ol ' +
          'start="3">\n<li>eight</li>\n</ol>\n<pre><code>a &lt; ' +
          'b\n</code></pre>\n<blockquote>\n<p>nine</p>\n</blockquote>',
      ),
    ).toBe(
      'One *two* **three**  \n`four` [five](<https://a.example/(x)>)\n\n- six\n- seven\n\n3. eight\n\n```\na < ' +
        'b\n```\n\n> nine',
    );
  });

  it('means every sign as it is written', () => {
    expect(htmlAsMarkdown('<p>2 * 3 * 4 &lt;b&gt; [1] _x_ # `y`</p>')).toBe(
      '2 \\* 3 \\* 4 \\<b\\> \\[1\\] \\_x\\_ \\# \\`y\\`',
    );
    expect(htmlAsMarkdown('<p>&amp;lt; is no tag, A&amp;B</p>')).toBe('\\&lt; is no tag, A&B');
  });

  it.each([
    ['See https://a.example/b_c.', 'See <https://a.example/b_c>.'],
    ['See (https://a.example/b#c_d), https://a.example', 'See (<https://a.example/b#c_d>), https://a.example'],
    ['_https://a.example/*_', '\\_<https://a.example/*_>'],
  ])('leads a bare address where it led: %s', (words, markdown) => {
    expect(htmlAsMarkdown(`<p>${words}</p>`)).toBe(markdown);
  });

  it('does not make a link of the words of one', () => {
    expect(htmlAsMarkdown('<p><a href="https://a.example/b_c">https://a.example/b_c</a></p>')).toBe(
      '[https://a.example/b\\_c](<https://a.example/b_c>)',
    );
  });
});
