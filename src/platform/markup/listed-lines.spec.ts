import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withListedLines } from './listed-lines.ts';
import { sanitizeHtml } from './html.ts';

const written = (html: string): string => sanitizeHtml(withListedLines(html));

describe('lines of HTML that are written as items', () => {
  it.each([
    ['<p>I will:\n* show\n* tell</p>', '<p>I will:\n</p><ul><li>show</li><li>tell</li></ul>'],
    ['<p>- <i>a</i>\n- <b>b</b>: c</p>', '<ul><li><em>a</em></li><li><strong>b</strong>: c</li></ul>'],
    ['<p>A:<br>\n• one<br>\n• two</p><p>End</p>', '<p>A:<br></p><ul><li>one</li><li>two</li></ul><p>End</p>'],
    ['<p>Links\n1. one\n2. two\nmore of two</p>', '<p>Links\n</p><ol><li>one</li><li>two\nmore of two</li></ol>'],
    ['<p>3) three\n4) four</p>', '<ol start="3"><li>three</li><li>four</li></ol>'],
    ['Loose:\n- one\n- two', '<p>Loose:\n</p><ul><li>one</li><li>two</li></ul>'],
    ['<p>\n  - one\n\n  - two\n\nThen</p>', '<ul><li>one</li><li>two</li></ul><p>\nThen\n</p>'],
  ])('of %j are a list', (html, shown) => {
    expect(written(html).replaceAll(/\n<\/p>/g, '\n</p>')).toBe(shown);
  });

  it.each([
    '<p>One\n- dash alone</p>',
    '<p>In 1. and 2. we say</p>',
    '<p>Since\n12. May\n17. June</p>',
    '<p>A - b - c</p>',
    '<pre>- a\n- b</pre>',
    '<p><code>- a\n- b</code></p>',
    '<p>a</p>',
  ])('are none in %j', (html) => {
    expect(withListedLines(html)).toBe(html);
  });

  it('are a list once for all, in any HTML', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '\n',
      '- ',
      '1. ',
      '2. ',
      'a',
      '<b>',
      '</b>',
      '<ul><li>',
      '</ul>',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
        (html) => {
          const once = written(html);
          expect(once.replaceAll(/<[^>]*>|\s|[-12.]/g, '')).toBe(
            sanitizeHtml(html).replaceAll(/<[^>]*>|\s|[-12.]/g, ''),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
