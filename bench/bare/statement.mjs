import 'reflect-metadata';
import pg from 'pg';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';

/** The bare limit of an uncached page: the server's own statement, taken from the built server, sent by `pg` alone. */
const { Snapshot } = await import('../../dist/src/transcript/snapshot.js');
const { decodeCursor } = await import('../../dist/src/kernel/cursor.js');

let client;

async function connect({ url }) {
  client = new pg.Client({ connectionString: url, options: '-c random_page_cost=1.1 -c jit=off' });
  await client.connect();
}

/** The text and values of the statement that reads a page. */
async function statementFor({ threadId, cursor }) {
  let statement;
  const snapshot = new Snapshot({
    read: async (sql, values) => {
      statement = { sql, values };
      return [{ head: {}, rows: [] }];
    },
  });
  await snapshot.page(threadId, {
    sort: 'oldest',
    kind: null,
    limit: 50,
    after: cursor === undefined ? null : decodeCursor(cursor, ['number']),
  });
  return statement;
}

async function run({ threads }) {
  const took = [];
  for (const thread of threads) {
    const { sql, values } = await statementFor(thread);
    const begun = performance.now();
    await client.query(sql, values);
    took.push(performance.now() - begun);
  }
  return { took };
}

const DOINGS = { connect, run };

leaveSignalsToParent();
answerWith(({ doing, ...message }) => DOINGS[doing](message));
