import { describe, expect, it } from '@jest/globals';
import { wordsOfHtml } from './html-words.ts';

describe('the words of safe HTML', () => {
  it('are those between its tags, one space where a block ends and none within a word', () => {
    expect(wordsOfHtml('<p>un<em>believ</em>able &#x3C;b> &amp; so</p><ul><li>a</li><li>b<br>c</li></ul>')).toBe(
      'unbelievable <b> & so a b c',
    );
  });

  it('never hold what stands in a tag, wherever a closing sign is', () => {
    expect(wordsOfHtml('<p><a href="https://a.example/?>&lt;img src=x onerror=alert(1)>">x</a> y</p>')).toBe('x y');
    expect(wordsOfHtml("a <b title='>'>c</b> <p never closed")).toBe('a c');
  });

  it('take one pass, however many tags begin', () => {
    expect(wordsOfHtml('<p'.repeat(100_000))).toBe('');
    expect(wordsOfHtml('<p>x'.repeat(100_000))).toHaveLength(199_999);
  });
});
