import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningServer } from '../support/server.ts';
import { until, World } from '../support/world.ts';
import { LIES, SLOW } from './lies.ts';
import type { LiedTo } from './lied-to.ts';
import { LyingImap, type Lie } from './lying-imap.ts';
import { startsReading } from './reading-node.ts';
import { mailed, replierIn, replyOf } from './repliers.ts';
import { shortenHolds } from './short-holds.ts';

/** Processor time that the first thread may take for a lie, in milliseconds; what begins a thread is most of it. */
const MAIN_MS = 200;
/** Memory of the program, in megabytes: with a thread and a TypeScript runner it begins at 150. */
const MEGABYTES = 400;

let imap: LyingImap;
beforeAll(async () => {
  imap = await LyingImap.open();
});
afterAll(() => imap.close());

describe('a mail server that lies', () => {
  it('holds nobody, fills no memory and is left, whatever it says', async () => {
    imap.delivers(Buffer.from('To: a@mail.example\r\n\r\nWords.'));
    imap.lie = (command, session) => LIES[session.user]?.(command, session) ?? false;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', './test/support/runner/typescript.mjs', 'test/inbound/lied-to.ts', new URL(imap.url()).port],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: imap.certificate } },
    );
    const told = JSON.parse(stdout) as Record<string, LiedTo>;
    const heavy = Object.entries(told).filter(
      ([, { mainMs, megabytes, listed }]) => mainMs > MAIN_MS || megabytes > MEGABYTES || listed.at(-1)! > 5_000,
    );
    expect(heavy).toEqual([]);
    expect(Object.fromEntries(Object.entries(told).map(([lie, { reason }]) => [lie, reason]))).toEqual({
      ...Object.fromEntries(SLOW.map((lie) => [lie, 'TooSlow'])),
      'announces a literal of four billion bytes': 'EConnectionClosed',
      'announces a literal of a number that is none': 'EConnectionClosed',
      'sends a line without an end': 'LineTooLarge',
      'sends literals without an end': 'TooMuchSent',
      'sends other e-mails without an end': 'TooMuchSent',
      'sends a million words': 'TooManyTokens',
      'sends a hundred thousand brackets': null,
      'has four billion e-mails': 'TooMuchSent',
      'has numbers that are none': null,
      'numbers nothing': 'NotNumbered',
      'says that all is well, and nothing else': 'NotNumbered',
      'tells of new e-mails without an end': null,
      'says goodbye': 'EConnectionClosed',
      'says goodbye in the middle': 'EConnectionClosed',
      'breaks TLS': 'EConnectionClosed',
      'answers in the middle of other answers': null,
      'refuses in words of its own': 'AUTHENTICATIONFAILED',
    });
  });
});

describe('a mailbox whose server lied for a while', () => {
  let world: World;
  let node: RunningServer;
  let place: { slug: string; threadId: string };
  beforeAll(async () => {
    const rules = { PUBLIC_URL: 'https://forum.example', INBOUND_TRUSTS: 'mx.mail.example' };
    world = await World.open({ ...rules, INBOUND: 'lmtp://127.0.0.1:0', INBOUND_ADDRESS: 'forum@mail.example' });
    await world.followMachine();
    const olga = await world.person('olga').signsIn();
    place = await world.conference(olga);
    await shortenHolds(world);
    imap.drop();
    [imap.mails, imap.next, imap.lie] = [[], 1, () => false];
    node = await startsReading(world, imap, { ...rules, folder: 'node' });
  });
  afterAll(async () => {
    await node.ends();
    await world.close();
  });

  let delivered = 0;
  const delivers = async (): Promise<void> => {
    delivered += 1;
    const author = await replierIn(world, place, `reader${delivered}`);
    imap.delivers(replyOf(author, await mailed(world, author), `Words number ${delivered}.`));
  };
  const said = async (): Promise<string[]> =>
    (
      await world.query<{ source: string }>(
        `select source from comments where source like 'Words number %' order by source`,
      )
    ).map(({ source }) => source);
  /** Lies until the server was asked what it lies about. */
  async function liesOnce(lie: Lie): Promise<void> {
    let isTold = false;
    imap.lie = (command, session) => {
      const isLie = lie(command, session);
      isTold ||= isLie;
      return isLie;
    };
    await until('the server to have lied', () => isTold, 90_000);
    imap.lie = () => false;
  }
  const isTaken = (): Promise<true> =>
    until(
      'all to be taken',
      async () => {
        // A listed e-mail that was not given is due.
        await world.query(`update postponed_emails set due_at = due_at - interval '1 day'`);
        return imap.mails.length === 0 && (await said()).length >= delivered;
      },
      90_000,
    );

  it.each<[string, Lie]>([
    ['gives no e-mail that it lists', ({ name, tag }, session) => name === 'UID FETCH' && session.ok(tag)],
    ['lists none that it has', ({ name, tag }, session) => name === 'UID SEARCH' && session.ok(tag)],
    [
      'has numbers that none has',
      ({ name, tag }, session) => {
        if (name !== 'UID SEARCH') return false;
        session.send('* SEARCH 4294967290 4294967291\r\n');
        return session.ok(tag);
      },
    ],
    [
      'gives no words of an e-mail',
      ({ name, args, tag }, session) => name === 'UID FETCH' && !args.includes('HEADER') && session.ok(tag),
    ],
  ])('has each e-mail published once after one that %s', async (_, lie) => {
    const lying = liesOnce(lie);
    await delivers();
    await lying;
    await isTaken();
    expect(await said()).toHaveLength(delivered);
  });

  it('has each e-mail published once after one that counts back, or anew', async () => {
    imap.next = 4_000_000;
    await delivers();
    await isTaken();
    for (const numbering of [imap.numbering, imap.numbering + 1]) {
      [imap.numbering, imap.next] = [numbering, 5];
      imap.drop();
      await delivers();
      await isTaken();
    }
    expect(await said()).toHaveLength(delivered);
  });

  it('says in the log what was wrong, once, and that it is read again', async () => {
    await liesOnce(LIES['sends a million words']!);
    await until('the log to say so', () => node.output.includes('the mail server sends without end'), 60_000);
    const told = node.output.lastIndexOf('the mailbox of INBOUND cannot be read');
    expect(node.output).not.toMatch(/mail\.example|Words number|secret@/);
    await until('it to be read again', () => node.output.slice(told).includes('INBOUND is read again'), 60_000);
    expect((await fetch(`${node.base}/health/ready`)).status).toBe(200);
  });
});
