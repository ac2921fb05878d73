import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { asRefusal } from './away.ts';

/** A running transaction: what a verb writes through. */
export interface Tx {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Writes without waiting for the answer, which `hear` gets before the commit is answered. What fails here fails the
   * transaction, at the latest at its commit.
   */
  send<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[], hear?: (rows: Row[]) => void): void;
}

export interface Pools {
  /** TypeORM's own pool: everything that writes. */
  readonly writes: pg.Pool;
  /** Transcript pages and other reads that no transaction needs. */
  readonly reads: pg.Pool;
  /** One connection for the poll of numbers, so that no busy pool can delay it. */
  readonly watch: pg.Pool;
}

/**
 * The database as the rooms see it: transactions for verbs, plain queries for reads.
 * Throws `unavailable` (503) while PostgreSQL is away; every other error of a statement is our bug and passes.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(private readonly pools: Pools) {
    for (const pool of [pools.writes, pools.reads, pools.watch]) surviveErrors(pool);
  }

  read<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.reads, { text: sql, values: [...values] });
  }

  /**
   * The same for questions asked many times a second: PostgreSQL keeps how to answer them. Only for plans that no value
   * changes.
   */
  readOften<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.reads, prepared(sql, values));
  }

  /** Asks the primary, also when reads may one day come from a replica. */
  ask<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.writes, { text: sql, values: [...values] });
  }

  /** What `readOften` is to `read`. */
  askOften<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.writes, prepared(sql, values));
  }

  watch<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.watch, { text: sql, values: [...values] });
  }

  /**
   * One transaction. What `work` throws rolls it back and is thrown on. When the outcome of COMMIT is unknown the
   * connection is thrown away and the caller is told 503: it may have happened, and a repeat with the key will say.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pools.writes.connect().catch((error: unknown) => {
      throw asRefusal(error);
    });
    let broken: Error | undefined;
    const note = (error: Error) => {
      broken = error;
    };
    client.on('error', note);
    const sent: Promise<unknown>[] = [];
    const query = async (sql: string, values: readonly unknown[] = []) => {
      inOnePiece(client);
      return (await client.query(prepared(sql, values))).rows as never[];
    };
    const send: Tx['send'] = (sql, values = [], hear = () => undefined) => {
      sent.push(settled(query(sql, values).then(hear)));
    };
    try {
      send('begin');
      const result = await work({ query, send });
      inOnePiece(client);
      // Goes after everything that was sent, in the same breath; after a failure it is answered by a rollback.
      const committing = client.query('commit').catch((error: Error) => {
        broken = error;
        throw error;
      });
      await Promise.all([...sent, committing]);
      return result;
    } catch (error) {
      if (!broken) await client.query('rollback').catch(note);
      throw asRefusal(error);
    } finally {
      client.off('error', note);
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pools.reads.end(), this.pools.watch.end()]);
  }
}

async function ask<Row>(pool: pg.Pool, query: pg.QueryConfig): Promise<Row[]> {
  try {
    return (await pool.query(query)).rows as Row[];
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * A backend that dies tells its client, which tells whoever listens, and ends the process when nobody does. The pool
 * listens while a client is idle; in the moment in which it is handed on (which may be while the last words of its
 * backend are being read) only what is attached here does.
 */
function surviveErrors(pool: pg.Pool): void {
  const known = new WeakSet<pg.PoolClient>();
  pool.on('error', () => undefined);
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('error', () => undefined);
  });
}

/** A promise that somebody will look at later: until then its failure is nobody's. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** What is asked in one turn leaves in one piece: a system call for each statement cost more than the statements. */
function inOnePiece(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Statements that come again and again, by their text: PostgreSQL keeps their plans for a connection, and they are few.
 */
const names = new Map<string, string>();
const NAMES_AT_MOST = 300;

function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (!names.has(text) && names.size < NAMES_AT_MOST) names.set(text, `s${names.size}`);
  const name = names.get(text);
  return name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
}
