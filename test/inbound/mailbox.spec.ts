import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ReturnedEmails } from '../../src/accounts/returned-emails.ts';
import { GiveAddresses } from '../../src/inbound/give-addresses.ts';
import { ASIDE_FOLDER, TAKEN_FOLDER } from '../../src/inbound/mailbox-folders.ts';
import { TRIES } from '../../src/inbound/take-from-mailbox.ts';
import { inLongForm } from '../support/form.ts';
import type { RunningServer } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World, type Person } from '../support/world.ts';
import { RunningImap } from './imap-server.ts';
import { emailWith, parts } from './made-emails.ts';
import { startsReading } from './reading-node.ts';
import { mailed, newsFor, replierIn, replyOf, reportOf, type Replier } from './repliers.ts';
import { shortenHolds, wantedHolds } from './short-holds.ts';

skipWithout('dovecot');

const RULES = { PUBLIC_URL: 'https://forum.example', INBOUND_TRUSTS: 'mx.mail.example' };
const TAKEN = `.${TAKEN_FOLDER}`;

let imap: RunningImap;
/** The world of the people; nodes that read the mailbox are processes of their own. */
let world: World;
let olga: Person;
let slug: string;
let threadId: string;
const nodes: RunningServer[] = [];
beforeAll(async () => {
  imap = await RunningImap.open();
  world = await World.open({ ...RULES, INBOUND: 'lmtp://127.0.0.1:0', INBOUND_ADDRESS: 'forum@mail.example' });
  await world.followMachine();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  await shortenHolds(world);
  nodes.push(await starts());
});
afterAll(async () => {
  await endsAll();
  await world.close();
  await imap.close();
});

const starts = (settings: Record<string, string> = {}): Promise<RunningServer> =>
  startsReading(world, imap, { ...RULES, folder: `node-${randomUUID()}`, ...settings });

const endsAll = (): Promise<unknown> => Promise.all(nodes.splice(0).map((node) => node.ends()));

/** The one node that reads, and writes to `output` what operators are told. */
async function reader(): Promise<RunningServer> {
  if (nodes.length === 0) nodes.push(await starts());
  await Promise.all(nodes.splice(1).map((node) => node.ends()));
  return nodes[0]!;
}

let people = 0;

function replier(options = {}): Promise<Replier> {
  people += 1;
  return replierIn(world, { slug, threadId }, `reader${people}`, options);
}

const saidIn = async (words: string): Promise<number> =>
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
    expect(await saidIn('Known words.')).toBe(1);
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
    await until('three to stay', async () => (await imap.count()) === 3);
    expect(await saidIn('Words of 5.')).toBe(0);
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
    expect(await saidIn('I am away.')).toBe(0);
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
    expect(await saidIn('Words above a picture.')).toBe(1);
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

  inLongForm('loses nothing and gives nothing twice when nodes are killed or the mail server restarts', async () => {
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
      expect({ i, times: await saidIn(`as number ${i}.`) }).toEqual({ i, times: 1 });
  });
});

describe('several nodes', () => {
  inLongForm('read a mailbox one at a time, each from where the last one stopped', async () => {
    await endsAll();
    const { began } = await imap.sessions();
    const author = await replier();
    const takes = async (words: string): Promise<void> => {
      const away = await imap.count(TAKEN);
      await imap.delivers(replyOf(author, await mailed(world, author), words));
      await until(`${words} to be put away`, async () => (await imap.count(TAKEN)) === away + 1, 90_000);
    };
    const first = await starts();
    nodes.push(first);
    await takes('While the first one reads.');
    nodes.push(...(await Promise.all([starts(), starts()])));
    await takes('While the others wait.');
    expect((await imap.sessions()).began).toBe(began + 1);
    await first.ends('SIGKILL');
    await takes('After the first one was killed.');
    expect((await imap.sessions()).began).toBe(began + 2);
    const [ended] = nodes.splice(0, 1);
    expect(ended).toBe(first);
    await endsAll();
    nodes.push(await starts());
    await takes('After all were ended.');
    expect((await imap.sessions()).began).toBe(began + 3);
    const { least, most } = await wantedHolds(world);
    expect([least, most]).toEqual([expect.closeTo(40, 0), expect.closeTo(40, 0)]);
  });
});

describe('a mailbox with years of e-mails', () => {
  inLongForm('has the heads read of what arrived while the forum’s addresses last, and each once', async () => {
    const old = await RunningImap.open();
    try {
      for (let i = 0; i < 120; i += 1)
        await old.delivers(emailWith('Of another year.', { To: 'forum@mail.example' }), 400);
      for (let i = 0; i < 3; i += 1) await old.delivers(emailWith('Not for the forum.', { To: 'forum@mail.example' }));
      const settings = { INBOUND: old.url(), NODE_EXTRA_CA_CERTS: old.certificate };
      const author = await replier();
      const readsOne = async (words: string): Promise<number> => {
        const [away, before] = [await old.count(TAKEN), await old.sessions()];
        const node = await starts(settings);
        await old.delivers(replyOf(author, await mailed(world, author), words));
        await until(`${words} to be put away`, async () => (await old.count(TAKEN)) === away + 1, 60_000);
        // Put away first, read to after it: a node that is ended in between reads it again, which changes nothing.
        await until('the mailbox to be read to there', async () => {
          const [{ readTo } = { readTo: null }] = await world.query<{ readTo: number | null }>(
            'select read_to::int "readTo" from mailbox_readings order by held_until desc limit 1',
          );
          return readTo === 123 + away + 1;
        });
        await node.ends();
        const after = await until('the session to end', async () => {
          const now = await old.sessions();
          return now.ended > before.ended && now;
        });
        return after.heads + after.bodies - before.heads - before.bodies;
      };
      // Heads and e-mails: those of the year, then of the one that is new.
      const first = await readsOne('The first of this year.');
      const second = await readsOne('The second of this year.');
      expect({ first, second }).toEqual({ first: 5, second: 2 });
    } finally {
      await old.close();
    }
  });
});

describe('an e-mail that fails each time', () => {
  const ASIDE = `.${ASIDE_FOLDER}`;

  inLongForm(
    'is set aside after many tries, which the operator learns, and is tried anew when it is moved back',
    async () => {
      const node = await reader();
      const [author, other] = [await replier(), await replier()];
      await world.query(
        `create function refuse_replies() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`,
      );
      await world.query(
        `create trigger refuse_replies before insert on taken_replies for each row
       when (new.account_id = '${author.accountId}') execute function refuse_replies()`,
      );
      const [away, left] = [await imap.count(TAKEN), await imap.count()];
      await imap.delivers(replyOf(author, await mailed(world, author), 'Words that fail.'));
      await imap.delivers(replyOf(other, await mailed(world, other), 'Words behind it.'));
      await until('the one behind it to be put away', async () => (await imap.count(TAKEN)) === away + 1);
      const tries = async (): Promise<number> =>
        (await world.query<{ tries: number }>('select max(tries) tries from postponed_emails where tries > 0'))[0]!
          .tries;
      expect(await tries()).toBeGreaterThan(0);
      // A mail server puts an e-mail into its new folder before it takes it out of the old one.
      await until('the one behind it to have left', async () => (await imap.count()) === left + 1);
      expect(await imap.count(ASIDE)).toBe(0);
      // Hours pass.
      await world.query("update postponed_emails set tries = $1, due_at = due_at - interval '1 day' where tries > 0", [
        TRIES - 1,
      ]);
      await imap.delivers(emailWith('Something new.', { To: 'forum@mail.example' }));
      await until('it to be set aside', async () => (await imap.count(ASIDE)) === 1);
      await until('the log to say so', () => node.output.includes('could not be taken and is set aside'));
      expect(node.output).not.toMatch(/Words that fail|reader\d+@/);
      const overview = async (): Promise<string> =>
        (await olga.get(`${world.base}/organize/${slug}`, { 'accept-language': 'en' })).text;
      const said = 'Replies: 1 e-mail could not be taken, in many tries.';
      await until('the overview to tell of it', async () => (await overview()).includes(said), 60_000);

      await world.query('drop trigger refuse_replies on taken_replies');
      await imap.movesBack(ASIDE);
      await until('it to be put away', async () => (await imap.count(TAKEN)) === away + 2, 60_000);
      expect(await saidIn('Words that fail.')).toBe(1);
    },
  );
});

describe('a refusal because of the sender', () => {
  it('is one line in the log with its code, and with no address', async () => {
    const node = await reader();
    const [author, away] = [await replier(), await imap.count(TAKEN)];
    const envelope = (await world.app.get(GiveAddresses).envelopeFrom(newsFor(author)))!;
    for (let i = 0; i < 2; i += 1) await imap.delivers(reportOf('5.7.26', envelope));
    await until('both to be put away', async () => (await imap.count(TAKEN)) === away + 2);
    const lines = node.output.split('\n').filter((line) => line.includes('because of its sender'));
    expect(lines.map((line) => (JSON.parse(line) as { level: string; status: string }).status)).toEqual(['5.7.26']);
    expect(lines[0]).not.toMatch(/mail\.example|forum\+return/);
  });
});

describe('a mailbox that cannot be read', () => {
  inLongForm('is said once in the log, without its user and password, and takes nothing from the forum', async () => {
    await endsAll();
    const [wrong, unknown] = await Promise.all([
      starts({ INBOUND: imap.url('wrong-password'), LOG_LEVEL: 'trace' }),
      starts({ NODE_EXTRA_CA_CERTS: '', LOG_LEVEL: 'trace' }),
    ]);
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
