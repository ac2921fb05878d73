import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { ADDRESS_MARK, normaliseText } from '../../kernel/text.ts';
import { renderAbstract } from './abstract.ts';
import { sanitizeHtml } from './html.ts';
import { writeMarkdown } from './markdown.ts';

/** The visible text of HTML. */
const seen = (html: string): string => {
  const text = (node: Root | RootContent): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map((child) => text(child)).join('') : '';
  };
  return text(fromHtml(html, { fragment: true }))
    .replaceAll(/\p{Default_Ignorable_Code_Point}|\s/gu, '')
    .normalize('NFKC')
    .replaceAll('。', '.');
};

const written = (typed: string) => writeMarkdown(normaliseText(typed));

/** Neither what is shown nor what is stored of it leads to the address. */
function expectHidden(typed: string): void {
  const { source, html } = written(typed);
  expect({ typed, seen: seen(html) }).toEqual({
    typed,
    seen: expect.not.stringMatching(/alice@example|example\.com/i),
  });
  // A source stored as typed may be rendered again by anybody, with any rules.
  expect({ typed, source: seen(renderAbstract({ text: source, format: 'markdown' })) }).toEqual({
    typed,
    source: expect.not.stringMatching(/alice@example|example\.com/i),
  });
  expect(html).not.toMatch(/alice(?:@|%40)/i);
}

const DISGUISED = [
  'alice@ex&#97;mple.com',
  'alice@example.**com**',
  'al&#105;ce@example.com',
  '&#97;lice&#64;example&#46;com',
  'alice@&#x65;xample.com',
  'alice&commat;example&period;com',
  'ali&shy;ce@exam&shy;ple.com',
  '**alice**@example.com',
  'alice@`example.com`',
  '`alice@`example.com',
  'alice@exam\\-ple.com',
  'alice\\@example\\.com',
  '[alice@](https://a.example)example.com',
  '[alice](https://a.example)@example.com',
  '**al***ice*@exam**ple**.com',
  '<alice@ex&#97;mple.com>',
  '[x](mailto:alice@ex&#97;mple.com)',
  'alice@\nexample.com',
  'alice\n@example.com',
  'alice@example.\ncom',
  'alice@example\n.com',
  'alice\uFF20example\uFF0Ecom',
  'al\u200Bice@exam\u200Dple.com',
  '> alice@exam**ple.com**',
  '- alice@exam**ple.com**',
  'https://a.example/?m=alice%40example.com',
  'https://a.example/?m=alice%40ex%61mple.com',
  '[x](https://a.example/?m=alice@ex&#97;mple.com)',
  '[x](https://a.example "alice@ex&#97;mple.com")',
  '[x]: https://a.example "alice@ex&#97;mple.com"\n\n[x]',
  '**[al](https://a.example)ice**@*exam*ple.com',
];

describe('an address in disguise', () => {
  it.each(DISGUISED)('is neither shown nor stored: %j', (typed) => expectHidden(typed));

  it('is found however it is put together', () => {
    const as = (letter: string): fc.Arbitrary<string> =>
      fc.constantFrom(
        letter,
        letter,
        letter,
        `&#${letter.codePointAt(0)};`,
        `&#x${letter.codePointAt(0)!.toString(16)};`,
        `**${letter}**`,
        `*${letter}*`,
        `\`${letter}\``,
        `[${letter}](https://a.example)`,
        `${letter}&shy;`,
        `\u200B${letter}`,
        `\\${letter}`,
      );
    const address = fc
      .tuple(
        ...[...'alice@example.com'].map((letter) =>
          /[a-z]/.test(letter) ? as(letter).filter((part) => !part.startsWith('\\')) : as(letter),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('', 'Write to ', '> ', '- ', 'a\n\n'),
        address,
        fc.constantFrom('', ' today', '\n\nb', '.'),
        (before, middle, after) => {
          expect(seen(written(before + middle + after).html)).not.toMatch(/alice@example\.com/i);
          expect(
            seen(renderAbstract({ text: written(before + middle + after).source, format: 'markdown' })),
          ).not.toMatch(/alice@example\.com/i);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found in the HTML of a programme', () => {
    for (const html of [
      'alice@<b>example</b>.com',
      '<p>alice@<i>exa</i>mple.com</p>',
      'alice<span>@</span>example.com',
      'alice@ex&#97;mple.com',
      '<a href="https://a.example/?q=alice%40example.com">x</a>',
      'alice@<!-- no -->example.com',
      '<div>alice@<br>example.com</div>',
      '<ul><li>alice@<em>example.com</em></li></ul>',
      'alice@<img src="x">example.com',
      'alice@<script>x</script>example.com',
      '<a href="https://a.example">alice@</a>example.com',
      'alice@exam<wbr>ple.com',
    ]) {
      const safe = renderAbstract({ text: normaliseText(html), format: 'html' });
      expect({ html, safe: seen(safe) }).toEqual({ html, safe: expect.not.stringMatching(/alice@example/) });
      expect(safe).not.toMatch(/alice(?:@|%40)/);
      expect(sanitizeHtml(safe)).toBe(safe);
    }
  });

  it('leaves everything else as it was typed', () => {
    for (const typed of [
      'thanks @ada',
      'Follow **@ada** and *@bob*',
      '3 @ 5 each',
      'a@b',
      'react@18.2.0 and node@**20**',
      'https://video.example/@first.last',
      'AT&T; R&D &amp; more',
      '**bold** `code` [x](https://a.example "a title")',
      'a &copy; b',
      'me @\nhome. Then',
      'she said "@ada.b"',
      '[x]: https://a.example "a title"\n\n[x]',
      '50% @ 3.5%',
      '•••@•••',
      `a ${ADDRESS_MARK} b`,
      '```\n@decorator\nclass A {}\n```',
    ]) {
      const { source, html } = written(typed);
      expect(source).toBe(typed);
      expect(html).not.toContain('•••'.repeat(typed.includes('•') ? 9 : 1));
    }
  });

  it('keeps what stands around it, and is masked once for all', () => {
    expect(written('Write to *alice*@exam**ple.com** or to **Bob**.')).toEqual({
      source: `Write to *${ADDRESS_MARK}* or to **Bob**.`,
      html: `<p>Write to <em>${ADDRESS_MARK}</em> or to <strong>Bob</strong>.</p>`,
    });
    for (const typed of DISGUISED) {
      const { source, html } = written(typed);
      expect(written(source)).toEqual({ source, html });
    }
  });

  it('costs no more than the text is long', () => {
    for (const piece of [
      'alice@',
      '&#97;',
      '@ex&#97;',
      'a@&#46;',
      '**a**@',
      '@b.',
      'a@**b**.c ',
      '%61',
      'a@%61.',
      '@\n',
      '&#97;;',
      '&;',
    ]) {
      for (const length of [5_000, 50_000])
        expect(written(piece.repeat(length / piece.length)).html.length).toBeGreaterThan(0);
    }
  }, 60_000);
});
