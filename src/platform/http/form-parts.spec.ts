import { describe, expect, it } from '@jest/globals';
import { formParts, textOfPart } from './form-parts.ts';

/** A form as a program of ours sends it. */
async function sent(fields: readonly (readonly [name: string, value: string | File])[]): Promise<[Buffer, string]> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request('http://forum.example', { method: 'POST', body: form });
  return [Buffer.from(await request.arrayBuffer()), request.headers.get('content-type')!];
}

const parts = (body: string, type = 'multipart/form-data; boundary=b'): string[] | null =>
  formParts(Buffer.from(body), type)?.map((part) => `${part.name} ${part.fileName} ${textOfPart(part)}`) ?? null;

const part = (head: string, text = ''): string => `--b\r\n${head}\r\n\r\n${text}\r\n`;
const NAMED = 'Content-Disposition: form-data; name="a"';

describe('a form with files', () => {
  it('has its texts and files, with whatever is in them and in their names', async () => {
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256));
    const [body, type] = await sent([
      ['title', 'Été\r\n--not a boundary\r\n'],
      ['', 'without a name'],
      ['a "quoted"\r\nname', ''],
      ['file', new File([bytes], 'programme "2026".csv', { type: 'text/csv' })],
      ['title', 'the second of its name'],
    ]);
    const read = formParts(body, type)!;
    expect(read.map(({ name, fileName }) => [name, fileName])).toEqual([
      ['title', null],
      ['', null],
      ['a "quoted"\r\nname', null],
      ['file', 'programme "2026".csv'],
      ['title', null],
    ]);
    expect(read[3]!.bytes.equals(bytes)).toBe(true);
    expect(textOfPart(read[0]!)).toBe('Été\r\n--not a boundary\r\n');
  });

  it('may say its boundary in quotes, and have further fields in a head', () => {
    const head = `content-type: text/plain\r\n${NAMED.toLowerCase()}\r\ncontent-transfer-encoding: 8bit`;
    expect(parts(`${part(head, 'x')}--b--`, 'multipart/form-data; charset=utf-8; boundary="b"')).toEqual(['a null x']);
    // As browsers send a field for a file that was left empty.
    const none = 'Content-Disposition: form-data; name="file"; filename=""';
    expect(parts(`${part(none)}--b--`)).toEqual(['file  ']);
    expect(parts('--b--\r\n')).toEqual([]);
  });

  it('is none without a boundary, a name or an end', () => {
    const whole = `${part(NAMED, 'x')}--b--\r\n`;
    expect(parts(whole)).toEqual(['a null x']);
    for (let length = 0; length < whole.length - 4; length += 1) expect(parts(whole.slice(0, length))).toBeNull();
    for (const [body, type] of [
      [whole, 'multipart/form-data'],
      [whole, 'multipart/form-data; boundary=c'],
      [`x${whole}`],
      [`${part('Content-Type: text/plain', 'x')}--b--`],
      [`${part('Content-Disposition: form-data', 'x')}--b--`],
      [`${part('Content-Disposition: form-data; filename="a"', 'x')}--b--`],
      [`${part(`${NAMED}\r\nContent-Transfer-Encoding: base64`, 'eA==')}--b--`],
      [`${part(NAMED, 'x')}--bc\r\n${NAMED}\r\n\r\n\r\n--b--`],
    ] as const)
      expect({ body, parts: parts(body, type) }).toEqual({ body, parts: null });
  });

  it('is none when it is made of heads: too many, or too long ones', () => {
    expect(parts(`${part(NAMED).repeat(2_000)}--b--`)).toHaveLength(2_000);
    expect(parts(`${part(NAMED).repeat(2_001)}--b--`)).toBeNull();
    expect(parts(`${part(`X: ${'x'.repeat(7_000)}\r\n${NAMED}`)}--b--`)).toHaveLength(1);
    expect(parts(`${part(`X: ${'x'.repeat(9_000)}\r\n${NAMED}`)}--b--`)).toBeNull();
    expect(parts(`${part(`Content-Disposition: form-data; name="${'%22'.repeat(3_000)}"`)}--b--`)).toBeNull();
  });
});
