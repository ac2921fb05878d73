import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Parser } from '@asyncapi/parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { API_TOKEN_SCOPES } from '../../src/kernel/api-token-scope.ts';
import { modelsIn, unshownRules } from '../../src/platform/http/contract/request-rules.ts';
import { handlersOf } from '../../src/platform/http/contract/route-handlers.ts';
import { DeclaredAccess, tokenScopeOf } from '../../src/platform/http/declared-access.ts';
import { ClosedSchemas } from '../support/api/closed-schemas.ts';
import type { SocketDocument } from '../support/api/frame-check.ts';
import { silentFields } from '../support/api/silent-fields.ts';
import { World, type Json } from '../support/world.ts';

let world: World;
let folder: string;
let openApi: Json;
let asyncApi: Json;
beforeAll(async () => {
  world = await World.open({ PUBLIC_URL: 'https://forum.conference.org' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-contract-'));
  const reader = world.person('reader');
  openApi = (await reader.get('/openapi.json')).body;
  asyncApi = (await reader.get('/asyncapi.json')).body;
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

interface Finding {
  severity: string;
  ruleId: string;
  message: string;
  location: { pointer?: string }[];
}

/** The findings of Redocly's recommended rules in a document; it ends with 1 when it finds an error. */
async function lint(document: Json): Promise<Finding[]> {
  const file = path.join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  const args = ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--extends=recommended', '--format=json'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const written = await new Promise<string>((resolve) => {
    execFile(process.execPath, [...args, '--max-problems=1000'], { env, maxBuffer: 64e6 }, (_error, out) =>
      resolve(out),
    );
  });
  return (JSON.parse(written.slice(written.indexOf('{'))) as { problems: Finding[] }).problems;
}

const told = ({ severity, ruleId, message, location }: Finding): string =>
  `${severity} ${ruleId} ${location[0]?.pointer ?? ''}: ${message}`;

describe('the document of the API', () => {
  it('passes the recommended rules of Redocly without an error or a warning', async () => {
    expect((await lint(openApi)).map(told)).toEqual([]);
  });

  it('is valid OpenAPI 3.1 for a second validator', async () => {
    expect(await new Validator().validate(structuredClone(openApi))).toMatchObject({ valid: true });
  });
});

describe('the document of the sockets', () => {
  it('is valid AsyncAPI 3 for its own parser', async () => {
    const { diagnostics } = await new Parser().parse(JSON.stringify(asyncApi));
    expect(
      diagnostics
        .filter(({ severity }) => severity === 0)
        .map(({ message, path: at }) => `${at.join('/')}: ${message}`),
    ).toEqual([]);
  });
});

describe('each operation', () => {
  const operations = (): { at: string; operation: Json }[] =>
    Object.entries(openApi['paths'] as Record<string, Record<string, Json>>).flatMap(([at, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${at}`, operation })),
    );
  const parameterOf = (part: Json): Json =>
    part['$ref'] ? (openApi['components'].parameters[(part['$ref'] as string).split('/').at(-1)!] as Json) : part;

  it('says of each parameter in a sentence what it is, and how much of it is taken', () => {
    const silent = operations().flatMap(({ at, operation }) =>
      (operation['parameters'] as Json[])
        .map(parameterOf)
        .filter(({ description = '', in: place, schema }) => {
          const isSaid = /^[A-Z`].{8,}\.$/s.test(description as string);
          const isBounded =
            'maximum' in schema || ['enum', 'format', 'maxLength', 'const'].some((limit) => limit in (schema as Json));
          return !isSaid || (place !== 'header' && !isBounded);
        })
        .map(({ name }) => `${at}: ${name as string}`),
    );
    expect(silent).toEqual([]);
  });

  it('shows every rule that its request is checked by', () => {
    const models = new Set<Type>();
    for (const { body, query } of handlersOf(world.app.get(ModulesContainer)).values())
      for (const model of [body, query]) if (model) modelsIn(model, models);
    expect(models.size).toBeGreaterThan(20);
    expect([...models].flatMap(unshownRules)).toEqual([]);
  });

  it('says with which scope an API token may call it, as the guard asks', () => {
    const declared = world.app.get(DeclaredAccess);
    const wrong = operations().filter(({ at, operation }) => {
      const [method = '', path = ''] = at.split(' ');
      const route = declared.find(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'))!;
      const asked = route.access.caller === 'reader' ? null : tokenScopeOf(route);
      const said = (operation['security'] as Record<string, string[]>[]).flatMap(({ apiToken = [] }) => apiToken);
      return JSON.stringify(said) !== JSON.stringify(asked === null ? [] : [asked]);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
    const scopes = new Set(operations().map(({ operation }) => operation['x-token-scope'] as string | undefined));
    expect(scopes).toEqual(new Set([undefined, ...API_TOKEN_SCOPES]));
  });
});

describe('each message of a socket', () => {
  it('has an example, which is valid, and a refusal the problems it may name', () => {
    const { components, channels } = asyncApi as unknown as SocketDocument;
    const schemas = new ClosedSchemas(components.schemas);
    const messages = Object.entries(channels.live.messages as Record<string, { payload: Json; examples?: Json[] }>);
    const faults = messages.flatMap(([name, { payload, examples = [] }]) =>
      examples.length === 0
        ? [`${name} has no example`]
        : examples.flatMap((example) =>
            schemas
              .of(payload)(example['payload'])
              .map((fault) => `${name}: ${fault}`),
          ),
    );
    expect(faults).toEqual([]);
    const refusals = messages.filter(([name]) => name.endsWith('refused'));
    expect(refusals.length).toBeGreaterThanOrEqual(6);
    for (const [, { payload }] of refusals)
      expect((payload['properties'].problem.oneOf as Json[]).length).toBeGreaterThanOrEqual(4);
  });
});

describe('both documents', () => {
  it('say of each field in a sentence what it is', () => {
    expect(Object.keys(openApi['components'].schemas as object).length).toBeGreaterThan(200);
    expect(silentFields(openApi)).toEqual([]);
    expect(silentFields(asyncApi)).toEqual([]);
  });

  it('have the version of the API, whose first number is that of its paths and which the changelog names', async () => {
    const version = openApi['info'].version as string;
    expect(asyncApi['info'].version).toBe(version);
    const [first] = version.split('.');
    const versions = Object.keys(openApi['paths'] as object).flatMap((at) => /^\/api\/([^/]+)/.exec(at)?.[1] ?? []);
    expect(new Set(versions)).toEqual(new Set([`v${first}`]));
    const { version: server } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await readFile('CHANGELOG.md', 'utf8')).toContain(`(server ${server}, API ${version})`);
  });

  it.each(['openapi.json', 'openapi.yaml', 'asyncapi.json'])(
    'are cached, compressed and open to other sites: %s',
    async (name) => {
      const url = `${world.base}/api/v1/${name}`;
      const first = await fetch(url, { headers: { 'accept-encoding': 'br', origin: 'https://elsewhere.example' } });
      expect(Object.fromEntries(first.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300',
        'content-encoding': 'br',
      });
      const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
      expect({ status: again.status, text: await again.text() }).toEqual({ status: 304, text: '' });
    },
  );
});
