import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Notices } from '../../src/accounts/notices.ts';
import { Database } from '../../src/platform/database/database.ts';
import { Device } from '../support/passkeys.ts';
import { until, World, type Json } from '../support/world.ts';

const ORIGIN = 'https://forum.example';
let world: World;
beforeAll(async () => {
  world = await World.open({ PUBLIC_URL: ORIGIN });
});
afterAll(() => world.close());

describe('the owner of an account', () => {
  it.each([
    [
      'en',
      'A passkey was added to your account just now.',
      'A passkey was removed from your account just now.',
      ['A passkey was added to your account', 'A passkey was removed from your account'],
    ],
    [
      'fr',
      'Une clé d’accès vient d’être ajoutée à votre compte.',
      'Une clé d’accès vient d’être retirée de votre compte.',
      ['Une clé d’accès a été ajoutée à votre compte', 'Une clé d’accès a été retirée de votre compte'],
    ],
  ])(
    'is told by e-mail, once, that a passkey was added, and that it was removed, and reads so for a month (%s)',
    async (locale, added, removed, listed) => {
      const owner = await world.person(`owner-${locale}`).signsIn();
      await owner.patch('/me', { locale });
      const socket = await owner.listens();
      const heard: unknown[] = [];
      socket.on('account:notice', (notice) => heard.push(notice));
      const text = async (before: readonly string[], sentence: string): Promise<string> => {
        const mail = Buffer.from(await world.nextMail(before, owner.email), 'latin1').toString('utf8');
        expect(mail).toContain(sentence);
        return mail;
      };
      const before = await world.mails();
      const { body: options } = await owner.post('/auth/passkeys/options');
      const made = await owner.post('/auth/passkeys', {
        name: 'Laptop',
        answer: new Device(ORIGIN).creates(options as { challenge: string }),
      });
      expect(made).toMatchObject({ status: 201 });
      const first = await text(before, added);
      expect(first).toContain(`${ORIGIN}/me#passkeys`);
      expect(first).not.toContain('Laptop');
      const between = await world.mails();
      expect(between.length).toBe(before.length + 1);
      expect(await owner.delete(`/auth/passkeys/${made.body['id'] as string}`)).toMatchObject({ status: 204 });
      await text(between, removed);
      await until(
        'both to be noted',
        async () =>
          (await world.query(`select from account_notices where kind like 'passkey%' and letter_left_at is null`))
            .length === 0,
      );
      expect((await world.mails()).length).toBe(before.length + 2);
      // Listed for thirty days, like every other e-mail, though others of its table are deleted the next day.
      await world.query(`update account_notices set at = at - interval '2 days' where kind like 'passkey%'`);
      const [account] = await world.query<{ id: string }>(
        'select account_id id from account_notices order by at desc limit 1',
      );
      const notice = { accountId: account!.id, kind: 'held', commentId: null } as const;
      await world.app.get(Database).transaction((tx) => world.app.get(Notices, { strict: false }).add(tx, notice));
      const { items } = (await owner.get('/me/notices')).body as { items: Json[] };
      const sent = { title: '', url: '/me#passkeys', fate: 'sent', rule: null, dueAt: null };
      expect(items).toMatchObject([
        { ...sent, kind: 'passkey-removed' },
        { ...sent, kind: 'passkey-added' },
      ]);
      const page = (await owner.get(`${world.base}/me/email?lang=${locale}`, { accept: 'text/html' })).text;
      for (const sentence of listed) expect(page).toContain(`<a href="/me#passkeys">${sentence}</a>`);
      // Open sockets are told of comments and decisions, and of nothing else.
      expect(heard).toEqual([]);
    },
  );

  it('hears nothing when a passkey is refused, or one is removed that is not theirs', async () => {
    const owner = await world.person('quiet').signsIn();
    const before = await world.mails();
    expect(
      await owner.post('/auth/passkeys', {
        name: 'x',
        answer: new Device(ORIGIN).creates({ challenge: 'x'.repeat(43) }),
      }),
    ).toMatchObject({ status: 401 });
    expect(await owner.delete('/auth/passkeys/00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });
    expect(
      await world.query(`select from account_notices where kind like 'passkey%' and letter_left_at is null`),
    ).toEqual([]);
    expect(await world.mails()).toEqual(before);
  });
});
