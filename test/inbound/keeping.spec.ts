import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ReturnedEmails } from '../../src/accounts/returned-emails.ts';
import { RotateKeys } from '../../src/accounts/rotate-keys.ts';
import { UnsubscribeLinks } from '../../src/accounts/unsubscribe-links.ts';
import { GiveAddresses } from '../../src/inbound/give-addresses.ts';
import { InboundServer } from '../../src/inbound/inbound-server.ts';
import { restoreBackup } from '../../src/ops/restore-backup.ts';
import { takeBackup } from '../../src/ops/take-backup.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { commentsIn, noticeEmails, settle } from '../notifications/mailbox.ts';
import { freshDatabase } from '../support/database.ts';
import { Person, World, type Json } from '../support/world.ts';
import { MailClient } from './mail-client.ts';
import { mailed, newsFor, replierIn, replyOf, reportOf, type Replier } from './repliers.ts';

const SETTINGS = {
  INBOUND: 'lmtp://127.0.0.1:0',
  INBOUND_TRUSTS: 'mx.mail.example',
  PUBLIC_URL: 'https://forum.example',
};

let world: World;
let mail: MailClient;
let at: { slug: string; threadId: string };
beforeAll(async () => {
  world = await World.open(SETTINGS);
  await world.followMachine();
  at = await world.conference(await world.person('olga').signsIn());
  mail = await listens(world);
});
afterAll(async () => {
  mail.close();
  await world.close();
});

async function listens(node: World): Promise<MailClient> {
  await node.app.get(InboundServer).open();
  return MailClient.connect(node.app.get(InboundServer).port!);
}

/**
 * The traces that e-mails have left with somebody: addresses that answer, a draft, settings, notices, a followed
 * thread.
 */
interface Traces {
  replier: Replier;
  replyTo: string;
  envelope: string;
  draftId: string;
  /** Ends kinds of their e-mails. */
  endToken: string;
  notices: Json[];
}

async function leaveTraces(name: string): Promise<Traces> {
  const replier = await replierIn(world, at, name, { isFirst: true });
  const { person, accountId } = replier;
  expect((await person.put(`/threads/${at.threadId}/follow`)).status).toBe(200);
  expect((await person.patch('/me', { email: { budget: 7, digest: { rhythm: 'daily', hour: 20 } } })).status).toBe(200);
  const bob = await (await world.person(`bob-of-${name}`).signsIn()).calledIn(at.slug, `Bob of ${name}`);
  await bob.says(at.threadId, 'A reply that waits for the digest.', { parentId: replier.commentId });
  await settle(world);
  const replyTo = await mailed(world, replier);
  await mail.handsIn(await mailed(world, replier), replyOf(replier, '', `A draft of ${name}.`));
  const [draft] = await world.query<{ id: string }>('select id from taken_replies where account_id = $1', [accountId]);
  const [row] = await world.query<{ token: string }>('select letters_token token from accounts where id = $1', [
    accountId,
  ]);
  return {
    replier,
    replyTo,
    envelope: (await world.app.get(GiveAddresses).envelopeFrom(newsFor(replier)))!,
    draftId: draft!.id,
    endToken: row!.token,
    notices: (await person.get('/me/notices')).body['items'] as Json[],
  };
}

/** Everything of somebody still has its effect, at a node and through its port for mail servers. */
async function expectKept(node: World, client: MailClient, person: Person, traces: Traces): Promise<void> {
  const { replier, replyTo, envelope, draftId, endToken, notices } = traces;
  const { accountId } = replier;
  const theirs = { ...replier, person };
  const me = (await person.get('/me')).body;
  expect(me).toMatchObject({ emailMasked: expect.stringMatching(/•••@mail\.example$/) });
  expect(me['email']).toMatchObject({ budget: 7, digest: { rhythm: 'daily', hour: 20 } });
  expect(notices.map(({ kind, fate }) => `${kind} ${fate}`)).toEqual(['reply waiting']);
  expect((await person.get('/me/notices')).body['items']).toEqual(notices);
  const page = await fetch(`${node.base}/me/replies/${draftId}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  expect(await page.text()).toContain(`A draft of`);
  const [follow] = await node.query<{ n: number }>(
    'select count(*)::int n from thread_follows where account_id = $1 and thread_id = $2',
    [accountId, at.threadId],
  );
  expect(follow).toEqual({ n: 1 });

  // From is compared by the index of the address, which a rotation makes anew.
  await node.query('insert into email_repliers (account_id) values ($1) on conflict do nothing', [accountId]);
  expect(await client.handsIn(replyTo, replyOf(theirs, replyTo, 'Taken afterwards.'))).toMatch(/^250/);
  expect(
    await node.query(`select from comments where source = 'Taken afterwards.' and parent_id = $1`, [replier.commentId]),
  ).toHaveLength(1);
  expect(await client.handsIn(replyTo, replyOf(theirs, replyTo, 'Of another.', { From: 'eve@mail.example' }))).toMatch(
    /^250/,
  );
  expect(
    await node.query(`select reason from taken_replies where account_id = $1 and source = 'Of another.'`, [accountId]),
  ).toEqual([{ reason: 'sender' }]);
  const before = (await node.mails()).length;
  expect(await mailed(node, theirs)).toMatch(/^reply\+[0-9a-f]{32}@forum\.example$/);
  expect((await node.mails()).length).toBeGreaterThan(before);
  expect(await client.handsIn(envelope, reportOf('5.1.1', envelope), '')).toMatch(/^250/);
  expect(await node.app.get(ReturnedEmails).refusedSince(accountId)).toBeInstanceOf(Date);
  await node.app.get(UnsubscribeLinks).unsubscribe(endToken, 'replies');
  expect((await person.get('/me')).body['email'].kinds).toMatchObject({ replies: false });
}

describe('what e-mails leave behind', () => {
  it('is worth as much after a rotation of the keys', async () => {
    const traces = await leaveTraces('ada');
    const file = path.join(world.dataDir, 'keys', 'secret-keys');
    await writeFile(file, `second:${randomBytes(64).toString('base64')}\n${await readFile(file, 'utf8')}`);
    expect(await world.app.get(RotateKeys).rotate()).toMatchObject({ keyId: 'second' });
    expect(await world.query('select distinct address_key_id "keyId" from accounts')).toEqual([{ keyId: 'second' }]);
    await expectKept(world, mail, traces.replier.person, traces);
  });

  it('is worth as much after a restore, and what waited is sent once', async () => {
    const [kept, waits] = [await leaveTraces('grace'), await leaveTraces('hedy')];
    const backup = path.join(world.dataDir, 'backup.gz');
    await takeBackup(backup, world.databaseUrl);
    const { url, drop } = await freshDatabase();
    await restoreBackup(backup, url, readConfig({ DATA_DIR: world.dataDir }));
    const keys = (await readFile(path.join(world.dataDir, 'keys', 'secret-keys'), 'utf8')).trim();
    const restored = await World.on(url, drop, { ...SETTINGS, SECRET_KEYS: keys.replaceAll('\n', ',') });
    await restored.followMachine();
    const client = await listens(restored);
    const signsIn = (email: string): Promise<Person> => new Person(restored, email).signsIn();
    await expectKept(restored, client, await signsIn(kept.replier.person.email), kept);

    const hedy = waits.replier;
    expect(await noticeEmails(restored, hedy.person.email)).toEqual([]);
    await restored.query('update email_notices set due_at = $2 where account_id = $1', [
      hedy.accountId,
      restored.clock.now(),
    ]);
    for (let round = 0; round < 2; round += 1) await settle(restored);
    expect((await noticeEmails(restored, hedy.person.email)).map(commentsIn)).toHaveLength(1);
    client.close();
    await restored.close();
  });
});
