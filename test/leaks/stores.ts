import { readdir, readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { runningClusterUrl } from '../../src/platform/database/embedded/cluster.ts';
import type { LeakForum } from './forum.ts';

const databaseDir = (forum: LeakForum): string => path.join(forum.dir, 'postgres');

async function connected(forum: LeakForum): Promise<pg.Client> {
  const url = await runningClusterUrl(databaseDir(forum));
  if (!url) throw new Error('the database of the server is not running');
  const client = new pg.Client({ connectionString: url('aftertalk') });
  await client.connect();
  return client;
}

/** From now on the database writes down every statement with everything it was given. */
export async function logStatements(forum: LeakForum): Promise<void> {
  const client = await connected(forum);
  await client.query(`alter system set log_statement = 'all'`);
  // Nothing of this outlives the test, and what is written is searched, not kept.
  await client.query('alter system set fsync = off');
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** One statement, past all verbs. */
export async function past(forum: LeakForum, sql: string, values: unknown[]): Promise<void> {
  const client = await connected(forum);
  await client.query(sql, values);
  await client.end();
}

/** Every row of every table, as text. */
export async function keepTables(forum: LeakForum): Promise<void> {
  const client = await connected(forum);
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) name
     from pg_tables
     where schemaname <> 'information_schema' and schemaname <> 'pg_catalog'`,
  );
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text "text" from ${name} t`);
    forum.keep('table', name, rows.map(({ text }) => text).join('\n'));
  }
  await client.end();
}

/** Every file of the database, with its log of changes and its log. */
export async function keepDatabaseFiles(forum: LeakForum): Promise<void> {
  const client = await connected(forum);
  await client.query('checkpoint');
  const {
    rows: [own],
  } = await client.query<{ oid: number; dir: string }>(
    `select oid, current_setting('data_directory') dir from pg_database where datname = current_database()`,
  );
  await client.end();
  for (const folder of [`base/${own!.oid}`, 'pg_wal', 'global', 'pg_xact']) {
    for (const entry of await readdir(path.join(own!.dir, folder), { withFileTypes: true })) {
      if (entry.isFile())
        forum.keep('database file', `${folder}/${entry.name}`, await readFile(path.join(own!.dir, folder, entry.name)));
    }
  }
  forum.keep('database log', 'server.log', await readFile(path.join(own!.dir, 'server.log')));
}

/** Something that no node ever says. */
export async function publishOverRedis(forum: LeakForum, words: string): Promise<void> {
  const line = net.connect(forum.redis.port, '127.0.0.1');
  await new Promise((resolve, reject) =>
    line.on('data', resolve).on('error', reject).write(`PUBLISH aftertalk:nothing ${words}\r\n`),
  );
  line.destroy();
}

/** Hears every command that Redis is given. Answers how to stop, which keeps what was heard. */
export async function overhearRedis(forum: LeakForum): Promise<() => void> {
  const parts: Buffer[] = [];
  const line = net.connect(forum.redis.port, '127.0.0.1');
  await new Promise((resolve, reject) => line.on('connect', resolve).on('error', reject));
  line.on('data', (part: Buffer) => parts.push(part));
  line.write('MONITOR\r\n');
  return () => {
    line.destroy();
    forum.keep('redis', 'what Redis heard', Buffer.concat(parts));
  };
}
