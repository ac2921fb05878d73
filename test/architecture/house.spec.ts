import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { catalogueOf } from '../../locales/catalogues.ts';
import { declaredProblems } from '../../src/kernel/problem.ts';
import { envExample } from '../../src/platform/config/settings.ts';
import { MIGRATIONS } from '../../src/platform/database/data-source.ts';
import { ACCESS } from '../../src/platform/http/access.ts';
import { THREAD_EVENT_KINDS } from '../../src/threads/thread-event.ts';
import { World, type Json } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\./.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

describe('the house', () => {
  it('says at every route who may call it', () => {
    const reflector = new Reflector();
    const silent = [...world.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => {
        const controller = metatype as unknown as { name: string; prototype: object };
        const handlers = Object.getOwnPropertyNames(controller.prototype).filter(
          (name) => name !== 'constructor' && Reflect.hasMetadata('path', (controller.prototype as Json)[name]),
        );
        return handlers
          .filter(
            (name) => !reflector.getAllAndOverride(ACCESS, [(controller.prototype as Json)[name], metatype as never]),
          )
          .map((name) => `${controller.name}.${name}`);
      });
    expect(silent).toEqual([]);
  });

  it('has every problem in both catalogues, and no text for one that does not exist', () => {
    const slugs = declaredProblems()
      .map(({ slug }) => slug)
      .toSorted((a, b) => a.localeCompare(b));
    for (const locale of ['fr', 'en'] as const) {
      // The form for one second or one minute is a text of the same problem, as is that for a state.
      const keys = Object.keys(catalogueOf(locale, 'problems.')).filter(
        (key) => !key.endsWith('.detail_one') && !key.includes('.details.'),
      );
      expect(keys.toSorted((a, b) => a.localeCompare(b))).toEqual(
        slugs.flatMap((slug) => [`problems.${slug}.detail`, `problems.${slug}.title`]),
      );
    }
  });

  it('throws every problem it declares', () => {
    const all = sources('src').map((file) => readFileSync(file, 'utf8'));
    const declared = all.flatMap((text) =>
      [...text.matchAll(/export const (\w+)\b.*= defineProblem/g)].map((match) => match[1]!),
    );
    const unused = declared.filter(
      (name) => !all.some((text) => new RegExp(`(throw|return|refus|:|\\(|=>|\\?)\\s*.*\\b${name}\\(`).test(text)),
    );
    expect(unused).toEqual([]);
  });

  it('keeps its entities equal to the migrated tables', async () => {
    const source = world.app.get<DataSource>(getDataSourceToken());
    const rows = await world.query(
      `select table_name t, column_name c, udt_name u, is_nullable = 'YES' n
       from information_schema.columns
       where table_schema = 'public' and table_name <> 'migrations'`,
    );
    const migrated = rows
      .map(({ t, c, u, n }) => `${t}.${c} ${u}${n ? ' null' : ''}`)
      .toSorted((a, b) => a.localeCompare(b));
    const types: Record<string, string> = {
      uuid: 'uuid',
      text: 'text',
      int: 'int4',
      smallint: 'int2',
      jsonb: 'jsonb',
      bytea: 'bytea',
      timestamptz: 'timestamptz',
      date: 'date',
      boolean: 'bool',
      tsvector: 'tsvector',
      bigint: 'int8',
    };
    const entities = source.entityMetadatas
      .flatMap(({ tableName, columns }) =>
        columns.map(
          (column) =>
            `${tableName}.${column.databaseName} ` +
            `${column.isArray ? '_' : ''}${types[String(column.type)]}${column.isNullable ? ' null' : ''}`,
        ),
      )
      .toSorted((a, b) => a.localeCompare(b));
    expect(entities).toEqual(migrated);
  });

  it('finds by an index whatever refers to rows that go by the thousand', async () => {
    const without = await world.query<{ reference: string }>(
      `select format('%s.%s -> %s', c.conrelid::regclass, a.attname, c.confrelid::regclass) reference
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f'
         and c.confrelid::regclass::text in ('threads', 'talks', 'comments', 'speakers')
         and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
       order by 1`,
    );
    expect(without.map(({ reference }) => reference)).toEqual([]);
  });

  it('runs every migration that lies in the folder, under the name its file has', () => {
    const named = ({ name }: { name: string }): string => {
      const [, words = '', timestamp = ''] = /^(\w+?)(\d{13})$/.exec(name) ?? [];
      return `${timestamp}-${words.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.ts`;
    };
    const inOrder = (names: readonly string[]): string[] => names.toSorted((a, b) => a.localeCompare(b));
    expect(inOrder(MIGRATIONS.map(named))).toEqual(inOrder(readdirSync('migrations')));
  });

  it('documents in .env.example exactly the settings it reads', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });

  it('reads the environment and the clock of the machine in one place each', () => {
    const readers = (pattern: RegExp, allowed: RegExp): string[] =>
      sources('src').filter((file) => !allowed.test(file) && pattern.test(readFileSync(file, 'utf8')));
    expect(readers(/process\.env/, /^src\/(start\/(main|server|cli)|platform\/config\/)/)).toEqual([]);
    expect(readers(/new Date\(\)|Date\.now\(\)/, /^src\/kernel\//)).toEqual([]);
    expect(readers(/forwardRef\(/, /^$/)).toEqual([]);
  });

  it('names what a constructor is given by its class', () => {
    const injectable = new Set(
      sources('src').flatMap((file) =>
        [
          ...readFileSync(file, 'utf8').matchAll(
            /^@(?:Injectable|Controller)\([^]*?^export (?:abstract )?class (\w+)/gm,
          ),
        ].map(([, name]) => name!),
      ),
    );
    const given = sources('src').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {4}(?:private |protected )?(?:readonly )?(\w+): (\w+),$/gm)].map(
        ([, name, type]) => ({ file, name: name!, type: type! }),
      ),
    );
    const misnamed = given.filter(
      ({ name, type }) => injectable.has(type) && name !== type.charAt(0).toLowerCase() + type.slice(1),
    );
    expect(misnamed).toEqual([]);
  });

  it('calls a verb by its name, which finds its callers', () => {
    const running = sources('src').filter((file) =>
      /^export (?:abstract )?class [^]*?^ {2}(?:async )?run(?:<.*>)?\(/m.test(readFileSync(file, 'utf8')),
    );
    expect(running).toEqual([]);
  });

  it('keeps each write of a thread in a file of its own, which has its name', () => {
    const camelCase = (words: string): string =>
      words.replace(/[-.]([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    // A write says whether it is batched; one made from another says its type.
    const declares = (text: string): boolean =>
      /\bisBatched: (?:true|false),/.test(text) ||
      /^(?:export )?const [^;{]*\b(?:Exclusive|Batched|Thread)Write</m.test(text);
    const all = sources('src').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const isWrite = (file: string): boolean => file.endsWith('.write.ts');
    expect(all.filter(({ file, text }) => declares(text) !== isWrite(file)).map(({ file }) => file)).toEqual([]);
    const misnamed = all.filter(
      ({ file, text }) =>
        isWrite(file) &&
        (!/^src\/\w+\/[a-z]+(?:-[a-z]+)+\.write\.ts$/.test(file) ||
          !text.includes(`export const ${camelCase(path.basename(file, '.ts'))}`)),
    );
    expect(misnamed.map(({ file }) => file)).toEqual([]);
  });

  it('takes no tag out of HTML by a regular expression', () => {
    // Such an expression ends a tag at a closing sign inside an attribute, and what follows passes for text; and it is
    // quadratic on tags that never close. There is wordsOfHtml, plain, parseHtml.
    // The mail transport and the log look for addresses between such signs, and not for tags.
    const files = [...sources('src'), ...sources('web')].filter(
      (file) => !/mail\.transport\.ts$|logging\/log\.ts$/.test(file),
    );
    const tagged = files.filter((file) =>
      /\/[^/\n]*<[^/\n]*\[\^[^\]\n]*>[^\]\n]*\][*+]/.test(readFileSync(file, 'utf8').replaceAll('\\/', '')),
    );
    expect(tagged).toEqual([]);
  });

  it('writes every kind of event somewhere', () => {
    const all = sources('src')
      .filter((file) => !file.endsWith('thread-event.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(THREAD_EVENT_KINDS.filter((kind) => !all.includes(`'${kind}'`))).toEqual([]);
  });

  it('has no field for an address in any public view', () => {
    const views = sources('src')
      .filter((file) => file.endsWith('.view.ts'))
      .map((file) => readFileSync(file, 'utf8').replaceAll(/\/\*\*.*?\*\//gs, ''))
      .join('\n');
    expect(views).not.toMatch(/\b(email|address|accountId)\b/i);
  });

  it('runs one copy of Socket.IO and a ws without its known faults', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const copies = (name: string): string[] =>
      Object.keys(lock.packages).filter((key) => key.endsWith(`node_modules/${name}`));
    expect(copies('socket.io')).toHaveLength(1);
    for (const copy of copies('ws'))
      expect(Number(lock.packages[copy]!.version.split('.').slice(0, 2).join(''))).toBeGreaterThanOrEqual(823);
  });

  it('gives each dependency a reason', () => {
    const packages = ['package.json', 'clients/typescript/package.json'].map(
      (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>,
    );
    const names = packages.flatMap(({ dependencies, devDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    );
    const reasons = readFileSync('docs/dependencies.md', 'utf8');
    expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  it('shows its parts in every state only where it was asked to', async () => {
    expect((await world.person('reader').get('/style')).status).toBe(404);
  });

  it('publishes its whole contract, and says in a sentence what each operation does', async () => {
    const { body } = await world.person('reader').get('/api/v1/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
    expect(Object.keys(body['paths'] as object).length).toBeGreaterThan(30);
    const operations = Object.entries(body['paths'] as Record<string, Record<string, { summary?: string }>>).flatMap(
      ([at, methods]) =>
        Object.entries(methods).map(([method, { summary = '' }]) => ({ at: `${method} ${at}`, summary })),
    );
    expect(operations.filter(({ summary }) => !/^[A-Z].+[^.]\.$/.test(summary))).toEqual([]);
    const { body: sockets } = await world.person('reader').get('/api/v1/asyncapi.json');
    const messages = sockets['channels'].live.messages as object;
    const gateway = readFileSync('src/live/live.gateway.ts', 'utf8');
    for (const [, event] of gateway.matchAll(/\['(\w+:\w+)', /g)) expect(Object.keys(messages)).toContain(event);
  });
});
