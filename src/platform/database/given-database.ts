import pg from 'pg';
import { BadSetting } from '../config/settings.ts';
import { poolOptions } from './pool-options.ts';
import { addressesToTry } from './tls-modes.ts';

/** Oldest PostgreSQL that runs our SQL, as `server_version_num`. */
const OLDEST = 160_000;

/** A setting that each connection of a pool sends at its start, with the value as PostgreSQL shows it. */
const BROUGHT_ALONG = { name: 'statement_timeout', value: '3500ms' };

const POOLER_ADVICE =
  'give DATABASE_URL the address of PostgreSQL itself, since each connection keeps settings and locks of its own.';

/**
 * Checks the database of DATABASE_URL and returns the address to connect with. Throws BadSetting with what to change:
 * it is unreachable, its TLS differs, it is too old, or a transaction pooler is in between.
 */
export async function checkGivenDatabase(url: string): Promise<string> {
  const addresses = addressesToTry(url);
  let refusal: unknown;
  for (const address of addresses) {
    try {
      await look(address);
      return address;
    } catch (error) {
      if (error instanceof BadSetting) throw error;
      // An error of the attempt without TLS only counts when it says more than that TLS is required.
      if (refusal === undefined || !WITHOUT_TLS.test(messageOf(error))) refusal = error;
      if (!isAboutTls(error)) break;
    }
  }
  throw asSentence(refusal);
}

async function look(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { version, number, pid, setting } = await oneRow<{
      version: string;
      number: number;
      pid: number;
      setting: string;
    }>(
      client,
      `select current_setting('server_version') "version", current_setting('server_version_num')::int "number",
         pg_backend_pid() "pid", current_setting('${BROUGHT_ALONG.name}') "setting"`,
    );
    if (number < OLDEST) {
      throw new BadSetting(
        `DATABASE_URL leads to PostgreSQL ${version}, and Aftertalk needs 16 or later: upgrade it, or leave ` +
          "DATABASE_URL out to use the server's own.",
      );
    }
    // PostgreSQL introduces itself with the process id of the backend that will answer, a pooler with one of its own.
    const isPooled = (client as unknown as { processID: number }).processID !== pid;
    if (isPooled && (setting !== BROUGHT_ALONG.value || (await isTakenApart(url, client)))) {
      throw new BadSetting(`A connection pooler such as PgBouncer stands before the database: ${POOLER_ADVICE}`);
    }
  });
}

/** Whether statements of one connection are answered by different backends, as with a transaction pooler. */
function isTakenApart(url: string, first: pg.Client): Promise<boolean> {
  return withClient(url, async (second) => {
    const before = await processOf(first);
    await second.query('begin');
    return (await processOf(second)) === before || (await processOf(first)) !== before;
  });
}

const processOf = async (client: pg.Client): Promise<number> =>
  (await oneRow<{ pid: number }>(client, 'select pg_backend_pid() pid')).pid;

const oneRow = async <Row extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<Row> =>
  (await client.query<Row>(sql)).rows[0]!;

/**
 * Time for an answer of the database at the start, in milliseconds: on a crowded machine, where it has just started
 * too, longer than later.
 */
const START_PATIENCE_MS = 15_000;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    ...poolOptions(url, 1),
    connectionTimeoutMillis: START_PATIENCE_MS,
    query_timeout: START_PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const messageOf = (error: unknown): string => {
  const { message, code = 'it does not answer' } = error as NodeJS.ErrnoException;
  return message || code;
};

const WITHOUT_TLS = /does not support SSL/;
const WITH_TLS_ALONE = /, no encryption/;
const WITHOUT_TLS_ALONE = /, SSL encryption/;

const isAboutTls = (error: unknown): boolean =>
  [WITHOUT_TLS, WITH_TLS_ALONE, WITHOUT_TLS_ALONE].some((each) => each.test(messageOf(error)));

/** Codes of OpenSSL and Node for a certificate that is not trusted or has another name. */
const UNTRUSTED = /CERT|UNABLE_TO_VERIFY|ERR_TLS/;

function asSentence(error: unknown): BadSetting {
  const message = messageOf(error);
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (/unsupported startup parameter/.test(message))
    return new BadSetting(
      `A connection pooler such as PgBouncer stands before the database (${message}): ${POOLER_ADVICE}`,
    );
  if (WITHOUT_TLS.test(message))
    return new BadSetting(
      'The database offers no TLS, which sslmode in DATABASE_URL asks for: turn it on there, or type ' +
        'sslmode=prefer to do without.',
    );
  if (WITH_TLS_ALONE.test(message))
    return new BadSetting(
      `The database lets nobody in this way (${message}): if it wants TLS, add sslmode=require to DATABASE_URL; ` +
        'else let this machine in in its pg_hba.conf.',
    );
  if (UNTRUSTED.test(code))
    return new BadSetting(
      `The certificate of the database is not trusted (${message}): name its authority in DATABASE_URL with ` +
        'sslrootcert=FILE, or type sslmode=require to accept any.',
    );
  if (syscall === 'open')
    return new BadSetting(
      `A file that DATABASE_URL names cannot be read (${message}): check sslrootcert, sslcert, sslkey.`,
    );
  return new BadSetting(
    `The database cannot be reached (${message}): check DATABASE_URL, or leave it out to use the server's own.`,
  );
}
