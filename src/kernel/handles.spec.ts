import { describe, expect, it } from '@jest/globals';
import { addressesBesideHandles } from './handles.ts';
import { ADDRESS_MARK, maskAddresses } from './text.ts';

const masked = (text: string): string => maskAddresses(text, addressesBesideHandles);

describe('a text of a programme', () => {
  it.each([
    '@ada@social.example',
    'Ada (@ada@social.example)',
    'follow **@ada.b@chaos.social**, please',
    'https://social.example/@ada@other.example',
    '@ada_b@sub.social.example/about',
    '"@ada@social.example"',
    'Mastodon:@élise@mastodon.example.',
  ])('keeps the handle in %j', (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    ['ada@social.example', ADDRESS_MARK],
    ['x@ada@social.example', `x@${ADDRESS_MARK}`],
    ['@ada@me.com', `@${ADDRESS_MARK}`],
    ['@ada@gmail.com', `@${ADDRESS_MARK}`],
    ['@ada@mail.example and b@c.example', `@${ADDRESS_MARK} and ${ADDRESS_MARK}`],
    ['@ada+tag@social.example', `@${ADDRESS_MARK}`],
    ['@ada@so\u200Bcial.example', `@${ADDRESS_MARK}`],
    ['@ada&#64;social.example', `@${ADDRESS_MARK}`],
    ['@ada@127.0.0.1', `@${ADDRESS_MARK}`],
  ])('masks %j', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });
});
