import { createHash } from 'node:crypto';
import {
  BadBackup,
  damaged,
  END_OF_ROWS,
  FORMAT,
  type LastLine,
  type Preface,
  type TableFoot,
  type TableHead,
} from './backup-format.ts';

/** Longest row, in bytes; a longer one was not written by us. */
const LINE_AT_MOST = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Reads a backup from its first line to its last, with a chunk and a line in memory. Throws BadBackup. */
export class BackupReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly seal = createHash('sha256');
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async preface(): Promise<Preface> {
    const preface = await this.object<Preface>();
    if (preface.aftertalk !== 'backup') throw new BadBackup('The file is no backup of Aftertalk.');
    if (preface.format > FORMAT)
      throw new BadBackup(
        `The backup was made by a newer Aftertalk (format ${preface.format}): install that version, and ` +
          'restore it there.',
      );
    return preface;
  }

  /** The next table; or the last line, after checking its hash. */
  async next(): Promise<TableHead | LastLine> {
    const before = this.seal.copy().digest('hex');
    const next = await this.object<TableHead | LastLine>();
    if ('table' in next) return next;
    if (!next.end || next.sha256 !== before || this.rest.length > 0 || (await this.more())) throw damaged();
    return next;
  }

  foot(): Promise<TableFoot> {
    return this.object<TableFoot>();
  }

  /** The rows of the current table, whole lines at a time. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const whole = await this.wholeLines();
      const end = endIn(whole);
      const rows = end === -1 ? whole : whole.subarray(0, end);
      const taken = end === -1 ? whole.length : end + END_OF_ROWS.length;
      this.take(taken);
      if (rows.length > 0) yield rows;
      if (end !== -1) return;
    }
  }

  private async object<T extends object>(): Promise<T> {
    const whole = await this.wholeLines();
    const line = this.take(whole.indexOf(NEWLINE) + 1).toString('utf8');
    try {
      const value = JSON.parse(line) as unknown;
      if (typeof value === 'object' && value !== null) return value as T;
    } catch {
      /* Not one of our lines. */
    }
    throw damaged();
  }

  /** At least one whole line, and all others that have arrived; they are not consumed. */
  private async wholeLines(): Promise<Buffer> {
    let end = this.rest.lastIndexOf(NEWLINE);
    while (end === -1) {
      if (this.rest.length > LINE_AT_MOST || !(await this.more())) throw damaged();
      end = this.rest.lastIndexOf(NEWLINE);
    }
    return this.rest.subarray(0, end + 1);
  }

  /** Reads the next chunk; false at the end of the file. */
  private async more(): Promise<boolean> {
    const { value, done } = await this.chunks.next();
    if (done) return false;
    this.rest = this.rest.length === 0 ? value : Buffer.concat([this.rest, value]);
    return true;
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length);
    this.seal.update(taken);
    this.rest = this.rest.subarray(length);
    return taken;
  }
}

/** Place of the line that ends the rows; -1 when it is not here. */
function endIn(lines: Buffer): number {
  if (lines.subarray(0, END_OF_ROWS.length).toString('latin1') === END_OF_ROWS) return 0;
  const at = lines.indexOf(`\n${END_OF_ROWS}`);
  return at === -1 ? -1 : at + 1;
}
