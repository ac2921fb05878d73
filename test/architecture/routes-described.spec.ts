import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const FILE = 'src/platform/http/contract/described.json';
const DESCRIBE = ['--import', './test/support/runner/typescript.mjs', 'test/support/api/print-described.ts'];

describe('the description of the routes', () => {
  it('is what the sources say', async () => {
    const { stdout: written } = await promisify(execFile)(process.execPath, DESCRIBE, { maxBuffer: 64 * 1024 * 1024 });
    if (process.env['WRITE_DOCS']) await writeFile(FILE, written);
    expect(await readFile(FILE, 'utf8')).toBe(written);
  });
});
