import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { renderAbstract } from './abstract.ts';
import { sanitizeHtml, sanitizeThroughParser } from './html.ts';
import { renderMarkdown, renderThroughParser } from './markdown.ts';
import { writtenPlainly } from './well-formed.ts';

const TAGS = new Set(['p', 'br', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a']);
const ATTRIBUTES = new Set(['href', 'rel', 'start']);

/** Everything in a tree that the allow-list does not name. */
function strangers(node: Root | RootContent): string[] {
  if (node.type === 'text' || node.type === 'root') return node.type === 'root' ? node.children.flatMap(strangers) : [];
  if (node.type !== 'element') return [node.type];
  const own = [
    ...(TAGS.has(node.tagName) ? [] : [node.tagName]),
    ...Object.keys(node.properties).filter((name) => !ATTRIBUTES.has(name)),
    ...(node.properties['href'] !== undefined && !/^https?:\/\//i.test(String(node.properties['href']))
      ? [String(node.properties['href'])]
      : []),
  ];
  return [...own, ...node.children.flatMap(strangers)];
}

const isSafe = (html: string): string[] => strangers(fromHtml(html, { fragment: true }));

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>)',
  '<a href="javascript:alert(1)">x</a>',
  '![x](https://a.example/x.png)',
  '<svg><script>alert(1)</script></svg>',
  '<math><mi xlink:href="data:x,<script>">',
  '[x](https://a.example" onclick="alert(1))',
  '<https://a.example/"onmouseover=alert(1)>',
  '<p style="position:fixed">x</p>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="//a.example">x</a>',
  '# heading',
  '<base href="https://a.example">',
  '&lt;script&gt;',
  '`<script>`',
  '<style>@import "x"</style>',
  '<form action="https://a.example"><input></form>',
  '[x]: javascript:alert(1)\n[x]',
];

function fromFolder(): string[] {
  const folder = process.env['ABUSE_DIR'];
  if (!folder) return [];
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return [
    ...(JSON.parse(read('blns.json')) as string[]),
    ...read('patt-xss_alert.txt').split('\n'),
    ...(JSON.parse(read('dompurify-expect.json')) as { payload: string }[]).map(({ payload }) => payload),
  ];
}

describe('what people write', () => {
  it('becomes nothing but the tags that are allowed', () => {
    for (const text of [...HOSTILE, ...fromFolder()]) {
      expect({ text, found: isSafe(renderMarkdown(text)) }).toEqual({ text, found: [] });
      expect({ text, found: isSafe(sanitizeHtml(text)) }).toEqual({ text, found: [] });
    }
  });

  it('is the same whether it is parsed or written plainly', () => {
    const plain = [
      'a',
      ' ',
      '\n',
      '\t',
      '5 > 3',
      'R & D',
      '&amp;',
      '&lt;b&gt;',
      '&quot;',
      '&#39;',
      '&nbsp;',
      '&',
      '\u00A0',
      'é😀',
      '"',
      '<br>',
      '<br/>',
      '<br />',
      '\uFEFF',
    ];
    const odd = [
      '<',
      '>',
      '&copy;',
      '&amp',
      '&#97;',
      '\u0000',
      '\r',
      '\f',
      '\uD800',
      '<pre>',
      '</pre>',
      '<p class="x">',
      '<a href="/x">',
      '<B>',
      '<br x>',
      '</br>',
      '<img>',
      '<table>',
      '<script>',
      '<!-- x -->',
      '<ul',
      '</',
    ];
    const tags = ['p', 'div', 'h1', 'h2', 'em', 'i', 'b', 'strong', 'code', 'ul', 'ol', 'li', 'blockquote', 'a'];
    const link = '<a href="https://a.example/x?y=1#z">';
    const opening = (tag: string): string => (tag === 'a' ? link : `<${tag}>`);
    const { nested } = fc.letrec<{ nested: string }>((tie) => ({
      nested: fc.oneof(
        { maxDepth: 5, depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom(...plain),
        fc
          .tuple(fc.constantFrom(...tags), fc.array(tie('nested'), { maxLength: 3 }))
          .map(([tag, inside]) => `${opening(tag)}${inside.join('')}</${tag}>`),
        fc
          .array(fc.constantFrom('li', 'p'), { maxLength: 3 })
          .map((each) => `<ul>${each.map((tag) => `<${tag}>x</${tag}>`).join('\n')}</ul>`),
      ),
    }));
    const loose = fc.constantFrom(...plain, ...odd, ...tags.map(opening), ...tags.map((tag) => `</${tag}>`));
    const check = (html: string): void =>
      expect({ html, safe: sanitizeHtml(html) }).toEqual({ html, safe: sanitizeThroughParser(html).html });
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 6 }), (pieces) => check(pieces.join(''))),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nested, loose), { maxLength: 8 }), (pieces) => check(pieces.join(''))),
      { numRuns: 1_000 },
    );
    for (const html of [...HOSTILE, ...fromFolder()]) check(html);
    // Otherwise all of this would have compared the parser with itself.
    expect(
      writtenPlainly(`<h2>a</h2>\n<p>R &amp; D, ${link}<b>x</b></a><br/></p><ul>\n<li>y <i>z</i><p>u</p></li></ul>`),
    ).not.toBeNull();
  });

  it('holds no closing sign inside a tag, wherever its reader looks for the end of one', () => {
    const link =
      '<a href="https://a.example/?q=1>2<3">x</a><ol start="2>"><li>y</li></ol><ol start="3"><li>z</li></ol>';
    expect(sanitizeHtml(link)).toBe(
      '<a href="https://a.example/?q=1%3E2%3C3" rel="nofollow ugc noopener ' +
        'noreferrer">x</a><ol><li>y</li></ol><ol start="3"><li>z</li></ol>',
    );
  });

  it('is only words when a few tags would open thousands, or nest hundreds deep', () => {
    expect(sanitizeHtml(`<p>${'<b><i><u><s><tt>'.repeat(3)}</p>${'<p>x'.repeat(1_000)}`)).toBe(
      `<p>${'x '.repeat(1_000).trim()}</p>`,
    );
    expect(sanitizeHtml(`${'<div>'.repeat(1_000)}5 &lt; 6<`)).toBe('<p>5 &amp;lt; 6</p>');
  });

  it('keeps its emphasis, code, quotes, lists and links', () => {
    expect(renderMarkdown('*a* **b** `c`\nd')).toBe('<p><em>a</em> <strong>b</strong> <code>c</code><br>\nd</p>');
    expect(renderMarkdown('> q')).toBe('<blockquote>\n<p>q</p>\n</blockquote>');
    expect(renderMarkdown('1. a\n2. b')).toBe('<ol>\n<li>a</li>\n<li>b</li>\n</ol>');
    expect(renderMarkdown('[x](https://a.example/?q=1)')).toBe(
      '<p><a href="https://a.example/?q=1" rel="nofollow ugc noopener noreferrer">x</a></p>',
    );
    expect(renderMarkdown('see https://a.example/x')).toBe(
      '<p>see <a href="https://a.example/x" rel="nofollow ugc noopener noreferrer">https://a.example/x</a></p>',
    );
    expect(renderMarkdown('```\n<b>\n```')).toBe('<pre><code>&#x3C;b>\n</code></pre>');
  });

  it('shows a heading, an image and HTML as the characters they are', () => {
    expect(renderMarkdown('# a')).toBe('<p># a</p>');
    expect(renderMarkdown('<b>a</b>')).toBe('<p>&#x3C;b>a&#x3C;/b></p>');
  });

  it('does not link what looks like an address', () => {
    expect(renderMarkdown('ada@mail.example <ada@mail.example> mailto:ada@mail.example')).not.toContain('<a');
  });

  it('is read as the characters it is written with when it is made of marks', () => {
    for (const mark of ['[[]()', '1)\n<http://a*', '> - ```\n', '[*', '*a_', '<a@']) {
      const text = mark.repeat(20_000 / mark.length);
      const html = renderMarkdown(text);
      expect([mark, isSafe(html), /<(?!p>|\/p>|br>)/.test(html)]).toEqual([mark, [], false]);
      const shown = html
        .replaceAll(/<\/?p>|<br>/g, '')
        .replaceAll('&#x3C;', '<')
        .replaceAll('&amp;', '&');
      expect(shown.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }
    expect(renderMarkdown(`${'**word** '.repeat(500)}`)).toContain('<strong>word</strong>');
    expect(renderMarkdown(`one\ntwo\n\n${'['.repeat(3000)}`)).toMatch(/^<p>one<br>\ntwo<\/p>\n<p>\[/);
  });

  it('may nest as deep as somebody likes', () => {
    for (const mark of ['>', '[', '*', '- ', '(', '`', '![', '<'])
      expect(isSafe(renderMarkdown(mark.repeat(5000)))).toEqual([]);
    expect(isSafe(sanitizeHtml('<div>'.repeat(5000)))).toEqual([]);
    for (const mark of ['> ', '- ', '1. ', '> - '])
      expect(renderMarkdown(`${mark.repeat(300)}words`)).toContain('words');
  });
});

describe('the text of a programme', () => {
  it('stays as it is when it is read again', () => {
    for (const format of ['plain', 'markdown', 'html'] as const) {
      for (const text of [...HOSTILE, 'R&D "now" <b>\'s', 'a\n\nb & c']) {
        const once = renderAbstract({ text, format });
        expect(sanitizeHtml(once)).toBe(once);
      }
    }
  });

  it('is read as its maker wrote it', () => {
    expect(renderAbstract({ text: 'a\r\n\r\nb\nc <d>', format: 'plain' })).toBe('<p>a</p><p>b<br>c &#x3C;d></p>');
    expect(
      renderAbstract({ text: '<h2>T</h2><div><b>a</b> <img src="x"></div><a href="/rel">r</a>', format: 'html' }),
    ).toBe('<p>T</p><p><strong>a</strong> </p>r');
    expect(renderAbstract({ text: '**a**', format: 'markdown' })).toBe('<p><strong>a</strong></p>');
  });

  it('writes what is common the same way as what goes through the parser', () => {
    const common = [
      'Plain words.',
      'Two\nlines\n\nand *two* **paragraphs** of `code`',
      '- one\n- two\n\n1. first\n2. second',
      '> quoted\n> words',
      'See https://example.org/paper?a=1 and [this](https://example.org/x).',
      'It\'s "quoted" and 3 > 2',
      'émoji 🎉 and العربية',
      '\\*not emphasis\\*',
      '**[a link](https://example.org) in strong**',
      '- > nested\n  - list',
    ];
    for (const source of [...common, ...HOSTILE]) expect(renderMarkdown(source)).toBe(renderThroughParser(source));
  });
});
