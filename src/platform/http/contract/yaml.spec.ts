import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { described } from './described.ts';
import { yamlOf, yamlOfDocument } from './yaml.ts';

// The parser of what shows the document to people.
const require = createRequire(import.meta.resolve('@nestjs/swagger'));
const { load } = require('js-yaml') as { load: (text: string) => unknown };

describe('writing data as YAML', () => {
  it('indents lists and mappings, and quotes every text', () => {
    const written = yamlOf({
      get: { tags: ['talks', 'no'], limits: [{ most: 3 }], none: [], nothing: {}, left: null },
    });
    expect(written).toBe(`get:
  tags:
    - "talks"
    - "no"
  limits:
    -
      most: 3
  none: []
  nothing: {}
  left: null
`);
  });

  it.each([
    [
      'texts that look like something else',
      { a: ['yes', '1', '1.5', '2026-05-02', '~', '', ' x', '- x', 'a: b', '#x'] },
    ],
    ['texts of several lines', { a: 'one\n\n  two\ttab "quoted" \\ \u2028 é' }],
    ['names that look like something else', { 200: 1, yes: 2, '/t/{id}': 3, 'a b': 4, 'x: y': 5, null: 6, '': 7 }],
    ['nothing but a text', 'a'],
    ['lists in lists', [[1, [2, []]], [], [{ a: [{}] }]]],
    ['the description of the routes', described],
  ])('is read again as it was: %s', (_what, data) => {
    expect(load(yamlOf(data))).toEqual(data);
  });

  it('writes a large document as a small one', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`/path/${i}`, { i, of: [{}, [i]] }]));
    const document = { version: '3.1.0', paths: many, none: {}, left: null, tags: ['a', { b: 1 }], ...described };
    expect(await yamlOfDocument(document)).toBe(yamlOf(document));
  });

  it('leaves out what is undefined', () => {
    expect(load(yamlOf({ a: undefined, b: { c: undefined } }))).toEqual({ b: {} });
  });
});
