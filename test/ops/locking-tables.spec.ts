import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { lockOut } from '../../src/ops/backup/tables.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/world.ts';

let drop: () => Promise<void>;
let [restore, server]: pg.Client[] = [];

beforeAll(async () => {
  const { url, drop: end } = await freshDatabase();
  drop = end;
  [restore, server] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([restore.connect(), server.connect()]);
});
afterAll(async () => {
  await restore?.end();
  await server?.end();
  await drop?.();
});

describe('locking all tables for a restore', () => {
  it('lets a server’s transaction go first where the two wait for each other', async () => {
    const isWaiting = async (): Promise<boolean> => {
      const { rows } = await server!.query('select from pg_locks where not granted');
      return rows.length > 0;
    };
    await server!.query('begin');
    await server!.query('lock table threads in row exclusive mode');
    // The restore notices first that neither can go on, however slow the machine.
    await server!.query(`set local deadlock_timeout = '60s'`);
    await restore!.query('begin');
    await restore!.query(`set local deadlock_timeout = '2s'`);
    const locking = lockOut(restore!, ['accounts', 'threads']);
    await until('the restore to wait for threads', isWaiting);
    await server!.query('lock table accounts in row exclusive mode');
    await server!.query('commit');
    await locking;
    const { rows } = await restore!.query(
      `select relation::regclass::text "table" from pg_locks where mode = 'AccessExclusiveLock' and granted
       order by 1`,
    );
    expect(rows.map(({ table }) => table as string)).toEqual(expect.arrayContaining(['accounts', 'threads']));
    await restore!.query('rollback');
  });
});
