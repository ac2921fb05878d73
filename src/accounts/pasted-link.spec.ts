import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAddress, secretIn, secretOfInvitation } from './pasted-link.ts';

const SECRET = 'aB3_-dEf__gH1jKlMnOpQrStUvWxYz0123456789-_x';
const LINK = `https://forum.example/claim#${SECRET}`;
const encoded = encodeURIComponent(LINK);
/** As URL Defense 2 writes it. */
const defended = encoded.replaceAll('%', '-').replaceAll(SECRET, SECRET.replaceAll('-', '-2D').replaceAll('_', '-5F'));

describe('the secret of an invitation', () => {
  it.each([
    ['the link', LINK],
    ['what stands behind its #', SECRET],
    ['the link among other words', `Open ${LINK} once.`],
    ['a link that a mail program broke', `${LINK.slice(0, 40)}\r\n ${LINK.slice(40)}`],
    [
      'Outlook SafeLinks',
      `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7Cada%40mail.example%7C&sdata=x%3D&reserved=0`,
    ],
    [
      'SafeLinks within SafeLinks',
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(
        `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=x`,
      )}&data=y`,
    ],
    [
      'Proofpoint URL Defense 2',
      `https://urldefense.proofpoint.com/v2/url?u=${defended.replaceAll('-2F', '_')}&d=DwMFaQ&c=x`,
    ],
    ['Proofpoint URL Defense 3', `https://urldefense.com/v3/__${LINK.replace('#', '*')}__;Iw!!abc!def$`],
    ['a redirect of Google', `https://www.google.com/url?q=${encoded}&sa=D&source=docs`],
    [
      'Barracuda',
      `https://linkprotect.cudasvc.com/url?a=${encoded.toLowerCase().replace(SECRET.toLowerCase(), SECRET)}&c=E,1`,
    ],
    ['Cisco Secure Email', `https://secure-web.cisco.com/1abcDEF/${encoded}`],
    ['Trend Micro', `https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${encoded}&umid=1`],
    ['a redirect of Facebook', `https://l.facebook.com/l.php?u=${encoded}&h=AT0`],
  ])('is read from %s', (_gateway, pasted) => {
    expect(secretOfInvitation(pasted)).toBe(SECRET);
  });

  it('is none where a gateway hides the link, as Mimecast does', () => {
    const hidden = 'https://protect-eu.mimecast.com/s/AbCdEfGhIjKlMnOpQrStUv?domain=forum.example';
    expect(secretOfInvitation(hidden)).toBe(hidden);
    expect(isAddress(hidden)).toBe(true);
  });

  it('is told from the secret of a link that signs in', () => {
    const signIn = LINK.replace('claim', 'sign-in');
    const barracuda = `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(signIn)}&c=E,1`;
    for (const pasted of [signIn, barracuda]) {
      expect(secretIn(pasted, 'sign-in')).toBe(SECRET);
      expect(secretIn(pasted, 'claim')).toBeNull();
    }
    expect(secretIn(SECRET, 'sign-in')).toBeNull();
  });

  it('is what was pasted, or what stands behind a #, for anything else; nothing throws', () => {
    expect(secretOfInvitation('  x#y ')).toBe('y');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof secretOfInvitation(`https://urldefense.com/v3/__${text}__;${text}!`)).toBe('string');
        expect(typeof secretOfInvitation(text)).toBe('string');
      }),
    );
  });
});
