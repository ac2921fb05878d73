import { describe, expect, it } from '@jest/globals';
import { decodeFile } from './decode-file.ts';

const xml = (encoding: string, word = 'Café'): string => `<?xml version="1.0" encoding="${encoding}"?><a>${word}</a>`;
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('reading the letters of a file', () => {
  it('reads XML in the encoding it declares', () => {
    expect(decodeFile(Buffer.from(xml('ISO-8859-1'), 'latin1'))).toContain('Café');
    expect(decodeFile(Buffer.from([...Buffer.from(xml('windows-1251', '')), 0xcf, 0xf0]))).toMatch(/Пр$/);
    expect(decodeFile(Buffer.from([...Buffer.from(xml('Shift_JIS', '')), 0x83, 0x74]))).toMatch(/フ$/);
  });

  it('reads UTF-16 by its mark or its zero bytes, and UTF-8 with a mark', () => {
    for (const text of ['{"a":"é"}', '\uFEFF{"a":"é"}']) {
      expect(decodeFile(Buffer.from(text, 'utf16le'))).toBe('{"a":"é"}');
      expect(decodeFile(bigEndian(text))).toBe('{"a":"é"}');
      expect(decodeFile(Buffer.from(text))).toBe('{"a":"é"}');
    }
    expect(decodeFile(Buffer.from(xml('utf-16')))).toContain('Café');
  });

  it('names the first letter that it cannot read, and keeps a � that stands in the file', () => {
    expect(() => decodeFile(Buffer.from('{\n"a": "Café"}', 'latin1'))).toThrow('line 2, column 10');
    expect(() => decodeFile(Buffer.concat([Buffer.from('�\n� '), Buffer.from([0xe9])]))).toThrow('line 2, column 3');
    expect(() => decodeFile(Buffer.from([0x7b, 0x22, 0xc3]))).toThrow('line 1, column 3');
    expect(decodeFile(Buffer.from('lost � before'))).toBe('lost � before');
    expect(() => decodeFile(Buffer.from(xml('klingon')))).toThrow('"klingon" is unknown');
  });
});
