import { createHash } from 'node:crypto';

/**
 * A backup is one gzip file of lines, readable with `gunzip -c FILE | less`; docs/backup.md has it in full.
 * 1. A first line says what it is.
 * 2. For each table: a line with its name, its rows as PostgreSQL's COPY writes them, a line `\.`, a line with their
 * count and hash. COPY never writes such lines.
 * 3. A last line has the hash of all lines before.
 */
export const FORMAT = 1;

export interface Preface {
  readonly aftertalk: 'backup';
  readonly format: number;
  readonly takenAt: string;
  readonly migrations: readonly string[];
}
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}
export interface TableFoot {
  readonly rows: number;
  readonly sha256: string;
}
export interface LastLine {
  readonly end: true;
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
}

export const END_OF_ROWS = '\\.\n';

/** A fault of a backup, with a sentence for the operator as its message. */
export class BadBackup extends Error {}

export const damaged = (): BadBackup =>
  new BadBackup(
    'The file is damaged or cut short: nothing was restored. Take another copy of it, or an earlier backup.',
  );

const NEWLINE = 0x0a;

/** Counts and hashes the rows of a table as they pass. */
export class RowCounter {
  rows = 0;
  private readonly hash = createHash('sha256');

  pass(chunk: Buffer): void {
    this.hash.update(chunk);
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.rows += 1;
  }

  foot(): TableFoot {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}
