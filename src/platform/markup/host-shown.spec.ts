import { describe, expect, it } from '@jest/globals';
import { hostShown } from './host-shown.ts';

describe('a host that is shown', () => {
  it.each([
    'example.org',
    'éléphant.example',
    '日本語.example',
    'ドメイン名例.example',
    'ελλάδα.example',
    'президент.рф',
    '한국.kr',
  ])('is in its own script: %s', (host) => {
    expect(hostShown(host)).toBe(host);
  });

  it.each([
    'gооgle.com',
    'аррӏе.com',
    'ɡoogle.com',
    'ехаmрlе.org',
    'www.рaypal.com',
    'ορεν.example',
    'аррӏе.日本語.com',
  ])('is in ASCII where letters mislead: %s', (host) => {
    expect(hostShown(host)).toBe(new URL(`https://${host}`).hostname);
  });
});
