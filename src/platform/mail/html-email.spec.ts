import { describe, expect, it } from '@jest/globals';
import { htmlEmail } from './html-email.ts';

const BRAND = {
  name: 'Plums & Days <2026>',
  light: { accent: '#0b5d6b', ink: '#ffffff' },
  dark: { accent: '#7cc4cf', ink: '#0c1f23' },
};
const drawn = (text: string, more: Partial<Parameters<typeof htmlEmail>[0]> = {}): string =>
  htmlEmail({ locale: 'en', subject: 'S', text, brand: BRAND, ...more });

describe('an e-mail as HTML', () => {
  it('begins with the name in its colour, and says what the text says', () => {
    const html = drawn('Hello.\n\nTwo\nlines & <b>signs</b>.\n');
    expect(html).toContain('color:#0b5d6b;font-size:18px;font-weight:700">Plums &#38; Days &#60;2026&#62;</p>');
    expect(html).toContain('<p style="margin:0 0 16px">Hello.</p>');
    expect(html).toContain('Two<br>lines &#38; &#60;b&#62;signs&#60;/b&#62;.</p>');
  });

  it('makes links of addresses, and loads nothing', () => {
    const html = drawn('See https://forum.example/c/a?b=1&c=2#d here');
    expect(html).toContain('href="https://forum.example/c/a?b=1&#38;c=2#d"');
    expect(html).not.toMatch(/<img|<link|<script|url\(|javascript:|@import|@font-face/);
  });

  it('ends no line within the word e-mail', () => {
    expect(drawn('Two e-mails.\nOne e-mail')).toContain(
      'Two <span style="white-space:nowrap">e-mails</span>.<br>One <span style="white-space:nowrap">e-mail</span></p>',
    );
  });

  it('makes a link of a line with its address below', () => {
    const html = drawn('On leaving\nhttps://forum.example/c/a');
    expect(html).toMatch(/<a class="link" href="https:\/\/forum\.example\/c\/a"[^>]*>On leaving<\/a>/);
  });

  it('makes a link of the first of several lines, unless another names an address', () => {
    const url = 'https://forum.example/c/a';
    expect(drawn(`1. Hidden\nRule: respect\n${url}`)).toMatch(/<a [^>]*>1\. Hidden<\/a><br>Rule: respect<\/p>/);
    expect(drawn(`1. Hidden\nReason: https://spam.example\n${url}`)).toMatch(/>1\. Hidden<br>Reason: <a /);
  });

  it('makes a button of the one thing it asks for', () => {
    const url = 'https://forum.example/c/a';
    const html = drawn(`Answered:\n\n${url}\n`, { action: { label: 'Read <it>', url } });
    expect(html).toMatch(/<a class="button" href="https:\/\/forum\.example\/c\/a"[^>]*>Read &#60;it&#62;<\/a>/);
    expect(html).not.toContain(`>${url}<`);
  });

  it('shows a code in a box, and below the text in small print why it came', () => {
    const html = drawn('Your code is\n\n    K7QM-2XRP\n    (to copy: K7QM2XRP)', { footer: 'You asked for it.' });
    expect(html).toMatch(
      /<p class="box"[^>]*>K7QM-2XRP<span style="display:block[^>]*>\(to copy: K7QM2XRP\)<\/span><\/p>/,
    );
    expect(html).toMatch(/class="rule quiet"[^>]*><p[^>]*>You asked for it\.<\/p>/);
  });

  it('shows a quotation as one, without links of its own', () => {
    const html = drawn('> See https://elsewhere.example\n> <b>now</b>');
    expect(html).toMatch(
      /<blockquote [^>]*>See https:\/\/elsewhere\.example<br>&#60;b&#62;now&#60;\/b&#62;<\/blockquote>/,
    );
    expect(html).not.toContain('href="https://elsewhere.example');
  });

  it('names its language and direction, is at most 600 pixels wide, and has colours for dark mode', () => {
    const html = drawn('Hello.', { locale: 'fr' });
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain('max-width:600px');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toMatch(
      /prefers-color-scheme:dark\)\{.*\.button\{background:#7cc4cf!important;color:#0c1f23!important\}/,
    );
  });
});
