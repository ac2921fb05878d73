import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/platform/config/settings.ts';
import { World } from '../support/world.ts';

describe('security.txt', () => {
  it('says whom to write to, until when, in which languages and under which rules (RFC 9116)', async () => {
    const world = await World.open({ SECURITY_CONTACT: 'security@forum.example', PUBLIC_URL: 'https://forum.example' });
    try {
      const answer = await fetch(`${world.base}/.well-known/security.txt`);
      expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
        status: 200,
        type: 'text/plain; charset=utf-8',
      });
      const fields = Object.fromEntries(
        (await answer.text())
          .trim()
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      expect(fields).toEqual({
        Contact: 'mailto:security@forum.example',
        Expires: expect.any(String),
        'Preferred-Languages': 'fr, en',
        Canonical: 'https://forum.example/.well-known/security.txt',
        Policy: 'https://forum.example/.well-known/security-policy.txt',
      });
      const days = (new Date(fields['Expires']!).getTime() - world.clock.now().getTime()) / 86_400_000;
      expect({ isLater: days > 30, isWithinAYear: days < 365 }).toEqual({ isLater: true, isWithinAYear: true });
      const policy = await fetch(`${world.base}/.well-known/security-policy.txt`);
      expect(policy.status).toBe(200);
      expect(await policy.text()).toMatch(/seven days[^]*sept jours/);
    } finally {
      await world.close();
    }
  });

  it('is absent without a contact', async () => {
    const world = await World.open();
    try {
      for (const name of ['security.txt', 'security-policy.txt'])
        expect((await fetch(`${world.base}/.well-known/${name}`)).status).toBe(404);
    } finally {
      await world.close();
    }
  });

  it.each([
    ['security@forum.example', 'mailto:security@forum.example'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['https://forum.example/report', 'https://forum.example/report'],
    ['tel:+33-1-23-45', 'tel:+33-1-23-45'],
  ])('takes %s as a contact', (typed, contact) => {
    expect(readConfig({ SECURITY_CONTACT: typed }).get('SECURITY_CONTACT')).toBe(contact);
  });

  it.each([
    'http://forum.example',
    'javascript:alert(1)',
    'somebody',
    'a@b.example\nContact: https://evil.example',
    'mailto:',
    'https://x.example/ y',
  ])('refuses %j as a contact, with what to type', (typed) => {
    expect(() => readConfig({ SECURITY_CONTACT: typed })).toThrow(
      /SECURITY_CONTACT is not usable: set it to an e-mail address, or a link/,
    );
  });
});
