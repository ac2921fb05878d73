import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Parser } from '@asyncapi/parser';
import { Validator } from '@seriousme/openapi-schema-validator';
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

/** What Redocly's recommended rules find in a document; it ends with 1 when it finds an error. */
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

describe('both documents', () => {
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
