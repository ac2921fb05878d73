import { describe, expect, it } from '@jest/globals';
import { htmlEmail } from './html-email.ts';

const BRAND = { name: 'Plums & Days <2026>', colour: '#0b5d6b' };

describe('an e-mail as HTML', () => {
  it('begins with the name in its colour, and says what the text says', () => {
    const html = htmlEmail('Hello.\n\nTwo\nlines & <b>signs</b>.\n', BRAND);
    expect(html).toContain('color:#0b5d6b;font-size:18px;font-weight:700">Plums &#38; Days &#60;2026&#62;</p>');
    expect(html).toContain('<p style="margin:0 0 16px">Hello.</p>');
    expect(html).toContain('Two<br>lines &#38; &#60;b&#62;signs&#60;/b&#62;.</p>');
  });

  it('makes links of addresses, and loads nothing', () => {
    const html = htmlEmail('See https://forum.example/c/a?b=1&c=2#d here', BRAND);
    expect(html).toContain('<a href="https://forum.example/c/a?b=1&#38;c=2#d"');
    expect(html).not.toMatch(/<img|<link|<script|url\(|javascript:/);
  });
});
