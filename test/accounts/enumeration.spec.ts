import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddressDesk } from '../../src/accounts/address-desk.ts';
import { Background } from '../../src/platform/background.ts';
import { Database, type Tx } from '../../src/platform/database/database.ts';
import { LogReaders } from '../../src/threads/log-readers.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
let threadId: string;
let commentId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } }));
  await (await world.person('known').signsIn()).calledIn(slug, 'Kim');
  await olga.calledIn(slug, 'Olga');
  commentId = (await olga.says(threadId, 'Something to report'))['id'] as string;
  // So that nobody has anything left to read while others are watched.
  await world.app.get(LogReaders).readOn();
});
afterAll(() => world.close());

/** Every route that takes an address from somebody to whom it need not belong. */
const ROUTES: Readonly<Record<string, (email: string) => Promise<Answer>>> = {
  'asking for a code': (email) => world.person('x').post('/auth/codes', { email }),
  'typing a wrong code': async (email) => {
    await world.person('x').post('/auth/codes', { email });
    return world.person('x').post('/auth/sessions', { email, code: '2222-2222' });
  },
  'commenting as a guest': (email) =>
    world.person('x').post(`/threads/${threadId}/comments`, { body: 'Seen from outside', name: 'A guest', email }),
  'reporting without an account': (email) =>
    world.person('x').post(`/comments/${commentId}/reports`, {
      rule: 'respect',
      reason: 'It insults somebody.',
      goodFaith: true,
      email,
    }),
  'inviting a moderator': (email) => olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', email }),
};

/** The parts of an answer that are not random in every one. */
const said = ({ status, headers, text }: Answer): object => ({
  status,
  headers: Object.fromEntries(
    [...headers]
      .filter(([name]) => name !== 'date')
      .map(([name, value]) => [name, name === 'x-request-id' ? 'random' : value]),
  ),
  text: text
    .replaceAll(/"(receipt|requestId)":"[\w-]+"/g, '"$1":"random"')
    .replaceAll(/#[\w-]{20,}/g, '#random')
    .replaceAll(/urn:uuid:[\w-]+/g, 'urn:uuid:random'),
});

/** Every statement that a request leads to, and how many rows each found or wrote, until nothing more comes of it. */
async function asked(work: () => Promise<Answer>): Promise<{ answer: Answer; statements: string[] }> {
  const database = world.app.get(Database);
  const statements: string[] = [];
  const own = {
    ask: database.ask.bind(database),
    read: database.read.bind(database),
    transaction: database.transaction.bind(database),
  };
  const told =
    (ask: (sql: string, values?: readonly unknown[]) => Promise<unknown[]>) =>
    async (sql: string, values?: readonly unknown[]): Promise<never[]> => {
      const rows = await ask(sql, values);
      if (!OF_ITSELF.test(sql)) statements.push(`${rows.length} × ${sql.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
      return rows as never[];
    };
  Object.assign(database, {
    ask: told(own.ask),
    read: told(own.read),
    transaction: (run: (tx: Tx) => Promise<unknown>) =>
      own.transaction((tx) => run({ ...tx, query: told((sql, values) => tx.query(sql, values)) as never })),
  });
  try {
    const answer = await work();
    await world.app.get(Background).settled();
    // Questions that are asked at once are answered in no order.
    return { answer, statements: statements.toSorted((a, b) => a.localeCompare(b)) };
  } finally {
    for (const name of Object.keys(own)) delete (database as unknown as Json)[name];
  }
}

/** Statements of the server at its own hours, whoever comes; e-mails leave then too. */
const OF_ITSELF = new RegExp(
  [
    'reader_places',
    'key_holders',
    'thread_heads',
    'account_notices',
    'letter',
    'where login_code_id',
    // The state of an invitation's e-mail.
    String.raw`set emailed = \$2`,
    'order by link_id, id for no key update',
    // The brand of a letter.
    String.raw`'brand'->>'accent'`,
    'persona_id "personaId"',
    String.raw`t\.state in`,
    'time_zone "timeZone"',
    'from erasures',
    'thread_log',
    'comment_words w',
    'departures',
    'due_thread_updates',
    'mailbox_index is null',
    'delete from spent_proofs',
    '(update|delete from) invitation_emails',
    'from invitation_emails where tried_at',
    String.raw`from invitations i\s`,
    'pg_locks',
    'figure_sums',
    'reader_peaks',
    'refused_votes',
  ].join('|'),
);

describe('whether an address is known', () => {
  it.each(Object.keys(ROUTES))(
    'is not told by %s: the bytes are the same, and so is what the database is asked',
    async (name) => {
      const route = ROUTES[name]!;
      await route('somebody@else.example');
      const known = await asked(() => route('known@mail.example'));
      const unknown = await asked(() => route(`unknown-${name.replaceAll(' ', '-')}@mail.example`));
      expect(said(known.answer)).toEqual(said(unknown.answer));
      expect(known.statements).toEqual(unknown.statements);
      expect(known.statements.length).toBeGreaterThan(0);
    },
  );

  it('would be seen by this test, if a route did look', async () => {
    const desk = world.app.get(AddressDesk);
    const seal = desk.seal.bind(desk);
    const [route, database] = [ROUTES['asking for a code']!, world.app.get(Database)];
    const askingWithLookup = async (email: string): Promise<Answer> => {
      const [found] = await database.ask('select id from accounts where address_index = $1', [seal(email).index]);
      return found ? route(email) : route(email);
    };
    const [known, unknown] = [
      await asked(() => askingWithLookup('known@mail.example')),
      await asked(() => askingWithLookup('nobody-at-all@mail.example')),
    ];
    expect(known.statements).not.toEqual(unknown.statements);
  });
});
