import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { asRefusal, hasLostTie, isAborted } from './away.ts';

/** Longest that counting takes before it is given up. */
const LONG_READ_MS = 60_000;
/** Memory of a sort or a hash in such a read, which would write a million rows to disk and read them again. */
const LONG_READ_MEMORY = '32MB';

/** Times a transaction is begun at most, when PostgreSQL ends it each time for another that waits for the same rows. */
const BEGUN_AT_MOST = 3;

/** A running transaction, which a verb writes through. */
export interface Tx {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Sends a statement without waiting; `onRows` gets its rows before the commit is answered. A failure fails the
   * transaction, at the latest at its commit.
   */
  send<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[], onRows?: (rows: Row[]) => void): void;
}

/** The means of a read: a running transaction, or the database itself. */
export type Queryable = Pick<Tx, 'query'>;

export interface Pools {
  /** TypeORM's own pool, for every write. */
  readonly writes: pg.Pool;
  /** For transcript pages and other reads outside of transactions. */
  readonly reads: pg.Pool;
  /** One connection for polling thread numbers, which no busy pool can delay. */
  readonly watch: pg.Pool;
}

/**
 * Transactions for verbs, plain queries for reads. Throws `unavailable` while PostgreSQL is away; any other error of a
 * statement is a bug and passes.
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
   * As `read`, for statements that run many times a second: PostgreSQL keeps their plans. Only for statements whose
   * best plan depends on no value.
   */
  readOften<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.reads, prepared(sql, values));
  }

  /** As `read`, for counting that may take up to a minute; it holds a connection as long. */
  async readLong<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.pools.reads.connect().catch((error: unknown) => {
      throw asRefusal(error);
    });
    try {
      await client.query(
        `begin read only; set local statement_timeout = ${LONG_READ_MS}; set local work_mem = '${LONG_READ_MEMORY}'`,
      );
      const counting = { text: sql, values: [...values], query_timeout: LONG_READ_MS + 1_000 };
      const { rows } = await client.query<Row & pg.QueryResultRow>(counting);
      await client.query('commit');
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw asRefusal(error);
    }
  }

  /** Queries the primary, also once reads come from a replica. */
  ask<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.writes, { text: sql, values: [...values] });
  }

  /** As `ask`, with a kept plan. */
  askOften<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.writes, prepared(sql, values));
  }

  watch<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.pools.watch, { text: sql, values: [...values] });
  }

  /**
   * Runs one transaction; an error from `work` rolls back and is thrown on. When the outcome of COMMIT is unknown the
   * connection is closed and the caller gets 503; a retry with the same idempotency key tells what happened.
   *
   * One that waited for another that waited for it is begun anew, so that no request is refused for what another did at
   * that moment: `work` may be called again, and must change nothing but through its transaction.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return again(() => this.runOnce(work));
  }

  /** Throws the first failure of a statement, not one of those that follow from it. */
  private async runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pools.writes.connect().catch((error: unknown) => {
      throw asRefusal(error);
    });
    let broken: Error | undefined;
    const note = (error: Error) => {
      broken = error;
    };
    client.on('error', note);
    const sent: Promise<unknown>[] = [];
    let failed: unknown;
    const query = async (sql: string, values: readonly unknown[] = []) => {
      inOnePiece(client);
      try {
        return (await client.query(prepared(sql, values))).rows as never[];
      } catch (error) {
        failed ??= error;
        throw error;
      }
    };
    const send: Tx['send'] = (sql, values = [], onRows = () => undefined) => {
      sent.push(settled(query(sql, values).then(onRows)));
    };
    try {
      send('begin');
      const result = await work({ query, send });
      inOnePiece(client);
      // Goes out with everything that was sent before; after a failed statement PostgreSQL answers it with a rollback.
      const committing = client.query('commit').catch((error: Error) => {
        broken = error;
        throw error;
      });
      await Promise.all([...sent, committing]);
      return result;
    } catch (error) {
      if (!broken) await client.query('rollback').catch(note);
      throw isAborted(error) ? failed : error;
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
  return again(async () => (await pool.query(query)).rows as Row[]);
}

/** Runs work anew that PostgreSQL undid for another, and refuses it after the third time. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let begun = 1; ; begun += 1) {
    try {
      return await work();
    } catch (error) {
      if (begun === BEGUN_AT_MOST || !hasLostTie(error)) throw asRefusal(error);
    }
  }
}

/**
 * Adds an error listener to each client, because an error without a listener ends the process. The pool listens to idle
 * clients only, and a dying backend may report while its client is being handed out.
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

/** Marks a promise as handled; its failure surfaces when it is awaited later. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Joins the statements of one turn into one write, because a system call for each cost more than the statements. */
function inOnePiece(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Names of repeated statements, by their text, under which PostgreSQL keeps plans for each connection. */
const names = new Map<string, string>();
const NAMES_AT_MOST = 300;

function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (!names.has(text) && names.size < NAMES_AT_MOST) names.set(text, `s${names.size}`);
  const name = names.get(text);
  return name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
}
