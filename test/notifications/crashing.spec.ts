import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Database, type Tx } from '../../src/platform/database/database.ts';
import { MailTransport } from '../../src/platform/mail/mail.transport.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { commentsIn } from './mailbox.ts';
import { ReceivingServer } from './receiving-server.ts';

/** Where a node ends: what it was about to do then never happens there. */
const CRASHES = ['before the plan', 'before the commit', 'before sending', 'after sending', 'none'] as const;
type Crash = (typeof CRASHES)[number];

const ENDED = new Error('the node has ended here');

let server: ReceivingServer;
/** The node at which people speak. */
let first: World;
/** Those that send by the mail server. */
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
  // It has no mail server, and leaves what it claims to the others.
  here.app.get(MailTransport).send = () => Promise.reject(ENDED);
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await first.close();
  await server.close();
});

/** Lets a node do its round, which ends at one place; what it does afterwards is undone by putting all back. */
async function round(node: World, crash: Crash): Promise<void> {
  const [database, transport] = [node.app.get(Database), node.app.get(MailTransport)];
  const own = { transaction: database.transaction.bind(database), ask: database.ask.bind(database) };
  const send = transport.send.bind(transport);
  let hasEnded = false;
  const alive = (): void => {
    if (hasEnded) throw ENDED;
  };
  const end = (): never => {
    hasEnded = true;
    throw ENDED;
  };
  Object.assign(database, {
    transaction: async (work: (tx: Tx) => Promise<unknown>) => {
      alive();
      if (crash === 'before the plan') end();
      return own.transaction(async (tx) => {
        const done = await work(tx);
        if (crash === 'before the commit') end();
        return done;
      });
    },
    ask: async (sql: string, values?: readonly unknown[]) => {
      alive();
      return own.ask(sql, values as never);
    },
  });
  transport.send = async (to, email) => {
    alive();
    if (crash === 'before sending') end();
    const isTaken = await send(to, email);
    if (crash === 'after sending') end();
    return isTaken;
  };
  await node.runNow('notifications/tell-notices');
  Object.assign(database, own);
  transport.send = send;
}

describe('e-mails about notices, at nodes that end at any moment', () => {
  it('are none lost, and none twice: each notice is in one e-mail, whose copies are the same message', async () => {
    const step = fc.record({ node: fc.constantFrom(0, 1), crash: fc.constantFrom(...CRASHES) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        server.emails.length = 0;
        const questions: Json[] = [];
        for (let i = 0; i < 3; i += 1) questions.push(await asks(ada, place.threadId, `Question ${Math.random()}?`));
        for (const question of questions) {
          const path = `/questions/${question['id'] as string}/answers`;
          expect((await grace.post(path, { body: `An answer ${Math.random()}.` })).status).toBe(201);
        }
        await nodes[0].runNow('threads/read-logs');
        for (const { node, crash } of steps) {
          await round(nodes[node]!, crash);
          for (const each of [first, ...nodes]) each.clock.correction += 6 * 60_000;
        }
        // Past the time in which answers are collected, a retry, and the budget of a day.
        for (let i = 0; i < 3; i += 1) {
          for (const each of [first, ...nodes]) each.clock.correction += 11 * 3_600_000;
          await Promise.all(nodes.map((node) => round(node, 'none')));
        }
        const byId = new Map<string, Set<string>>();
        for (const { parsed } of server.to(ada.email))
          byId.set(parsed.messageId!, (byId.get(parsed.messageId!) ?? new Set()).add(parsed.text!));
        expect([...byId.values()].every((texts) => texts.size === 1)).toBe(true);
        const told = [
          ...new Map(server.to(ada.email).map(({ parsed }) => [parsed.messageId, parsed])).values(),
        ].flatMap(commentsIn);
        expect(told.toSorted()).toEqual(questions.map((question) => question['id'] as string).toSorted());
      }),
      { numRuns: 8 },
    );
  });
});
