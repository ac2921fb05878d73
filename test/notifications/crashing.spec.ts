import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Database, type Tx } from '../../src/platform/database/database.ts';
import { MailTransport } from '../../src/platform/mail/mail.transport.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { isFullForm } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { commentsIn } from './mailbox.ts';
import { ReceivingServer } from './receiving-server.ts';

/** The tasks that make e-mails of events, in this order. */
const TASKS = ['threads/read-logs', 'notifications/tell-notices'] as const;

/** The end of a node: in one of these tasks, after so many steps. */
interface End {
  task: (typeof TASKS)[number];
  after: number;
}

/** More steps than a task has here, so that some nodes do not end. */
const STEPS = 30;

/** The statement that claims e-mails. */
const CLAIM = /^with claimed as \(\s+update emails\b/;

const ENDED = new Error('the node has ended here');

let server: ReceivingServer;
/** The node at which people speak. */
let first: World;
/** The nodes that send by the mail server. */
let nodes: [World, World];
let place: Awaited<ReturnType<typeof talkOf>>;
let grace: Person;
let ada: Person;
beforeAll(async () => {
  const opened = await ReceivingServer.open();
  ({ server } = opened);
  const here = await World.open({ LOG_LEVEL: 'silent' });
  const olga = await here.person('olga').signsIn();
  place = await talkOf(here, olga);
  grace = await becomes(await here.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await here.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  await ada.patch('/me', { email: { budget: 20, digest: { rhythm: 'daily' } } });
  const mailed = { SMTP_URL: opened.url, MAIL_FROM: 'Forum <forum@mail.example>', LOG_LEVEL: 'silent' };
  nodes = [await here.beside(mailed), await here.beside(mailed)];
  first = here;
  // The node `here` has no mail server, and leaves due e-mails to the others.
  const database = here.app.get(Database);
  const ask = database.ask.bind(database);
  Object.assign(database, {
    ask: (sql: string, values?: readonly unknown[]) =>
      CLAIM.test(sql) ? Promise.resolve([]) : ask(sql, values as never),
  });
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await first.close();
  await server.close();
});

/**
 * Lets a node read the logs and send what is due, and ends it after so many steps: a statement, a commit, or an e-mail
 * that the mail server has taken. It does nothing more until its next round. Null: it does not end.
 * Returns how many e-mails left that it may not have noted, because it ended; only these may leave again.
 */
async function round(node: World, end: End | null): Promise<number> {
  const [database, transport] = [node.app.get(Database), node.app.get(MailTransport)];
  const own = nodeFunctions.get(node) ?? {
    transaction: database.transaction.bind(database),
    ask: database.ask.bind(database),
    send: transport.send.bind(transport),
  };
  nodeFunctions.set(node, own);
  // Once the node has ended, nothing has an effect.
  let left = Infinity;
  let sent = 0;
  const step = (): void => {
    left -= 1;
    if (left < 0) throw ENDED;
  };
  const counted = (tx: Tx): Tx => ({
    query: async (sql, values) => {
      step();
      return tx.query(sql, values);
    },
    send: (sql, values, onRows) => {
      step();
      tx.send(sql, values, onRows);
    },
  });
  Object.assign(database, {
    transaction: async (work: (tx: Tx) => Promise<unknown>) => {
      step();
      const done = await own.transaction(async (tx) => {
        const result = await work(counted(tx));
        step();
        return result;
      });
      step();
      return done;
    },
    ask: async (sql: string, values?: readonly unknown[]) => {
      step();
      const rows = await own.ask(sql, values as never);
      step();
      return rows;
    },
  });
  transport.send = async (to, email) => {
    step();
    const isTaken = await own.send(to, email);
    sent += 1;
    step();
    return isTaken;
  };
  for (const task of TASKS) {
    if (end?.task === task) left = end.after;
    await node.runNow(task);
  }
  // Between rounds too, because a turn that its timer began would still be sending while the clocks are moved.
  const refuse = (): Promise<never> => Promise.reject(ENDED);
  Object.assign(database, { transaction: refuse, ask: refuse });
  transport.send = refuse;
  if (left >= 0) return 0;
  ends.set(end!.task, (ends.get(end!.task) ?? 0) + 1);
  return sent;
}

/** A node's own functions, which are replaced in each round. */
const nodeFunctions = new WeakMap<World, Pick<Database, 'transaction' | 'ask'> & Pick<MailTransport, 'send'>>();

/** Number of nodes that ended in each task. */
const ends = new Map<string, number>();

describe('e-mails about notices, at nodes that end at any moment', () => {
  it('are none lost, and none twice: each notice is in one e-mail, whose copies are the same message', async () => {
    const end = fc.option(fc.record({ task: fc.constantFrom(...TASKS), after: fc.nat(STEPS) }), { freq: 9 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 6 }), async (rounds) => {
        server.emails.length = 0;
        const questions: Json[] = [];
        for (let i = 0; i < 3; i += 1) questions.push(await asks(ada, place.threadId, `Question ${Math.random()}?`));
        for (const question of questions) {
          const path = `/questions/${question['id'] as string}/answers`;
          expect((await grace.post(path, { body: `An answer ${Math.random()}.` })).status).toBe(201);
        }
        let unnoted = 0;
        for (const both of rounds) {
          for (const count of await Promise.all(both.map((end, i) => round(nodes[i]!, end)))) unnoted += count;
          for (const each of [first, ...nodes]) each.clock.correction += 6 * 60_000;
        }
        // Past the time in which answers are collected, a retry, and the budget of a day.
        for (let i = 0; i < 3; i += 1) {
          for (const each of [first, ...nodes]) each.clock.correction += 11 * 3_600_000;
          await Promise.all(nodes.map((node) => round(node, null)));
        }
        const byId = new Map<string, Set<string>>();
        for (const { parsed } of server.to(ada.email))
          byId.set(parsed.messageId!, (byId.get(parsed.messageId!) ?? new Set()).add(parsed.text!));
        expect([...byId.values()].every((texts) => texts.size === 1)).toBe(true);
        expect(server.to(ada.email).length - byId.size).toBeLessThanOrEqual(unnoted);
        const told = [
          ...new Map(server.to(ada.email).map(({ parsed }) => [parsed.messageId, parsed])).values(),
        ].flatMap(commentsIn);
        expect(told.toSorted()).toEqual(questions.map((question) => question['id'] as string).toSorted());
      }),
      { numRuns: isFullForm ? 8 : 3 },
    );
    // A step that is no longer counted would end nobody.
    expect([...ends.keys()].toSorted()).toEqual([...TASKS].toSorted());
  });
});
