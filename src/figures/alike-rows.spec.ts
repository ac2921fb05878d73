import { describe, expect, it } from '@jest/globals';
import { AlikeRows, linesWithIds } from './alike-rows.ts';

const textOf = async (...rows: readonly [talk: string, part: string, lines: number][]): Promise<string> => {
  const alike = new AlikeRows();
  for (const [talk, part, lines] of rows) alike.add({ talk, fields: [talk, part] }, lines);
  return [...linesWithIds(await alike.lines())].join('');
};

const withoutIds = (text: string): string[] =>
  text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(line.indexOf(',') + 1));

describe('the lines of a figure’s file', () => {
  it('come in the order of what they say, however they were read', async () => {
    const one = await textOf(['b', 'y', 1], ['', 'z', 1], ['a', 'x', 2], ['', 'y', 1]);
    const other = await textOf(['a', 'x', 1], ['', 'y', 1], ['b', 'y', 1], ['', 'z', 1], ['a', 'x', 1]);
    expect(withoutIds(one)).toEqual(['"","y"', '"","z"', '"a","x"', '"a","x"', '"b","y"']);
    expect(withoutIds(other)).toEqual(withoutIds(one));
  });

  it('have an id each, which no other line of any file has', async () => {
    const ids = (text: string): string[] => text.match(/^"[0-9a-f-]{36}"/gm) ?? [];
    const all = [...ids(await textOf(['a', 'x', 1_200])), ...ids(await textOf(['a', 'x', 3]))];
    expect(new Set(all).size).toBe(1_203);
  });
});
