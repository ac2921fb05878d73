import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ReturnedEmails } from '../../src/accounts/returned-emails.ts';
import { GiveAddresses } from '../../src/inbound/give-addresses.ts';
import { TAKEN_FOLDER } from '../../src/inbound/mailbox-connection.ts';
import { RunningServer } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World, type Person } from '../support/world.ts';
import { RunningImap } from './imap-server.ts';
import { emailWith, parts } from './made-emails.ts';
import { mailed, newsFor, replierIn, replyOf, reportOf, type Replier } from './repliers.ts';

skipWithout('dovecot');

const RULES = { PUBLIC_URL: 'https://forum.example', INBOUND_TRUSTS: 'mx.mail.example' };
const TAKEN = `.${TAKEN_FOLDER}`;

let imap: RunningImap;
/** Where people are; nodes that read the mailbox are processes of their own. */
let world: World;
let olga: Person;
let slug: string;
let threadId: string;
const nodes: RunningServer[] = [];
beforeAll(async () => {
  imap = await RunningImap.open();
  world = await World.open({ ...RULES, INBOUND: 'lmtp://127.0.0.1:0', INBOUND_ADDRESS: 'forum@mail.example' });
  world.followMachine();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  nodes.push(await starts());
});
afterAll(async () => {
  for (const node of nodes) if (node.exit === null) await node.ends();
  await world.close();
  await imap.close();
});

async function starts(settings: Record<string, string> = {}): Promise<RunningServer> {
  const keys = (await readFile(path.join(world.dataDir, 'keys', 'secret-keys'), 'utf8')).trim();
  const node = await RunningServer.start({
    ...RULES,
    DATABASE_URL: world.databaseUrl,
    DATA_DIR: path.join(world.dataDir, `node-${randomUUID()}`),
    SECRET_KEYS: keys,
    DEMO: 'off',
    RATE_LIMITS: 'off',
    INBOUND: imap.url(),
    NODE_EXTRA_CA_CERTS: imap.certificate,
    ...settings,
  });
  if (node.exit !== null) throw new Error(`the server ended: ${node.output}`);
  return node;
}

let people = 0;

function replier(options = {}): Promise<Replier> {
  people += 1;
  return replierIn(world, { slug, threadId }, `reader${people}`, options);
}

const said = async (words: string): Promise<number> =>
  (await world.query('select from comments where thread_id = $1 and source like $2', [threadId, `%${words}%`])).length;

const isEmpty = async (): Promise<boolean> => (await imap.count()) === 0;

describe('a mailbox', () => {
  it('has its replies taken and put away, the first of a person as a draft', async () => {
    const [known, fresh] = [await replier(), await replier({ isFirst: true })];
    await imap.delivers(replyOf(known, await mailed(world, known), 'Known words.'));
    await imap.delivers(
      replyOf(fresh, await mailed(world, fresh), 'First words.', { 'Delivered-To': 'forum@mail.example' }),
    );
    await until('both to be put away', async () => (await imap.count(TAKEN)) === 2);
    expect(await said('Known words.')).toBe(1);
    expect(
      await world.query('select state, reason, source from taken_replies where account_id = $1', [fresh.accountId]),
    ).toEqual([{ state: 'draft', reason: 'first', source: 'First words.' }]);
    expect(await isEmpty()).toBe(true);
  });

  it('keeps what is not the forum’s, and what may be taken later', async () => {
    const [author, away] = [await replier(), await imap.count(TAKEN)];
    const address = await mailed(world, author);
    await imap.delivers(emailWith('To a person.', { To: 'forum@mail.example' }));
    await imap.delivers(replyOf(author, `forum+reply.${'0'.repeat(32)}@mail.example`, 'To an address of nobody.'));
    for (let i = 0; i < 6; i += 1) await imap.delivers(replyOf(author, address, `Words of ${i}.`));
    await until('five to be put away', async () => (await imap.count(TAKEN)) === away + 5);
    expect(await said('Words of 5.')).toBe(0);
    expect(await imap.count()).toBe(3);
  });

  it('tells what came back and who wants no more, and drops what machines wrote', async () => {
    const [author, away] = [await replier(), await imap.count(TAKEN)];
    const { accountId } = author;
    const [row] = await world.query<{ token: string }>('select letters_token token from accounts where id = $1', [
      accountId,
    ]);
    const envelope = await world.app.get(GiveAddresses).envelopeFrom(newsFor(author));
    await imap.delivers(
      replyOf(author, await mailed(world, author), 'I am away.', { 'Auto-Submitted': 'auto-replied' }),
    );
    await imap.delivers(emailWith('', { To: `forum+unsubscribe.${row!.token}.replies@mail.example` }));
    await imap.delivers(reportOf('5.1.1', envelope!));
    await until('all to be put away', async () => (await imap.count(TAKEN)) === away + 3);
    expect(await said('I am away.')).toBe(0);
    expect((await author.person.get('/me')).body['email'].kinds).toMatchObject({ replies: false, answered: true });
    expect(await world.app.get(ReturnedEmails).refusedSince(accountId)).toBeInstanceOf(Date);
  });

  it('is read up to a megabyte of each e-mail, of which the words are taken', async () => {
    const [author, away] = [await replier(), await imap.count(TAKEN)];
    const { body, type } = parts(
      'multipart/mixed',
      'Content-Type: text/plain\r\n\r\nWords above a picture.',
      'Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
        'iVBORw0KGgo='.repeat(6).concat('\r\n').repeat(40_000),
    );
    await imap.delivers(replyOf(author, await mailed(world, author), body, { 'Content-Type': type }));
    await imap.delivers(replyOf(author, await mailed(world, author), 'Endless. '.repeat(2_000_000)));
    await until('both to be put away', async () => (await imap.count(TAKEN)) === away + 2);
    expect(await said('Words above a picture.')).toBe(1);
    expect(
      await world.query(
        'select state, reason, attachments from taken_replies where account_id = $1 order by state desc',
        [author.accountId],
      ),
    ).toEqual([
      { state: 'published', reason: null, attachments: 1 },
      { state: 'draft', reason: 'long', attachments: 0 },
    ]);
  });

  it('loses nothing and gives nothing twice when nodes are killed or the mail server restarts', async () => {
    nodes.push(await starts());
    const authors = [await replier(), await replier(), await replier()];
    const away = await imap.count(TAKEN);
    let delivered = 0;
    for (let round = 0; round < 4; round += 1) {
      for (const author of authors) {
        delivered += 1;
        await imap.delivers(replyOf(author, await mailed(world, author), `Delivered as number ${delivered}.`));
      }
      if (round === 1) {
        await imap.stop();
        await imap.start();
      }
      const [ended] = nodes.splice(0, 1);
      await ended!.ends('SIGKILL');
      nodes.push(await starts());
    }
    await until('all to be put away', async () => (await imap.count(TAKEN)) === away + delivered, 120_000);
    for (let i = 1; i <= delivered; i += 1)
      expect({ i, times: await said(`as number ${i}.`) }).toEqual({ i, times: 1 });
  }, 180_000);
});

describe('a mailbox that cannot be read', () => {
  it('is said once in the log, without its user and password, and takes nothing from the forum', async () => {
    const wrong = await starts({ INBOUND: imap.url('wrong-password'), LOG_LEVEL: 'trace' });
    const unknown = await starts({ NODE_EXTRA_CA_CERTS: '', LOG_LEVEL: 'trace' });
    const tells = async (node: RunningServer, reason: string): Promise<void> => {
      await until(`the log to say ${reason}`, () => node.output.includes(reason));
      expect(node.output).toContain('the mailbox of INBOUND cannot be read; it is tried again');
      expect((await fetch(`${node.base}/health/ready`)).status).toBe(200);
      for (const secret of ['forum@', 'forum%40', 'wrong-password', 'secret@'])
        expect(node.output).not.toContain(secret);
      await node.ends();
    };
    await tells(wrong, 'the mail server refuses the user or the password');
    await tells(unknown, 'DEPTH_ZERO_SELF_SIGNED_CERT');
  });
});
