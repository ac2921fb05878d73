import { describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { describeSources } from '../support/api/operations.ts';

const FILE = 'src/platform/http/contract/described.json';

describe('the description of the routes', () => {
  it('is what the sources say', async () => {
    const written = `${JSON.stringify(describeSources(), null, 2)}\n`;
    if (process.env['WRITE_DOCS']) await writeFile(FILE, written);
    expect(await readFile(FILE, 'utf8')).toBe(written);
  });
});
