import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.ts';

describe('writing a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])('%j is no formula', (text) => {
    expect(csvLine([text])).toBe(`"'${text}"`);
  });

  it('keeps quotes, commas and line ends within their field', () => {
    expect(csvLine(['a "b"', 'c, d', 'e\nf', '2 - 1'])).toBe('"a ""b""","c, d","e\nf","2 - 1"');
  });
});
