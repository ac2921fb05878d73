import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A part of Inter (SIL Open Font License 1.1): the range of characters it has, as CSS writes it, and its file. */
export interface FontFile {
  name: string;
  range: string;
  bytes: Buffer;
}

const PARTS = ['latin', 'latin-ext'] as const;

let read: readonly FontFile[] | undefined;

/** The two files of Inter for French, English and their neighbours, read once. Names hold the hash of their bytes. */
export function interFiles(): readonly FontFile[] {
  if (read) return read;
  const { resolve } = createRequire(import.meta.url);
  const fileOf = (name: string): Buffer => readFileSync(resolve(`@fontsource-variable/inter/${name}`));
  const ranges = JSON.parse(fileOf('unicode.json').toString('utf8')) as Record<string, string>;
  read = PARTS.map((part) => {
    const bytes = fileOf(`files/inter-${part}-wght-normal.woff2`);
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
    return { name: `inter-${part}.${hash}.woff2`, range: ranges[part]!, bytes };
  });
  return read;
}
