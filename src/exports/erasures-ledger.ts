import { appendFile, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isUuid } from '../kernel/ids.ts';
import type { Config } from '../platform/config/settings.ts';
import type { PostsFate } from '../comments/departure.entity.ts';

/** A line of the ledger. The random id identifies an account in a backup, and nothing without one. */
export interface ErasuresLedgerEntry {
  readonly account: string;
  readonly posts: PostsFate;
  readonly at: string;
}

const fileOf = (config: Config): string => path.join(config.get('DATA_DIR'), 'erasures.log');

/**
 * Erasures noted outside the database, because a backup made before them does not know them. One line each, only added;
 * every node notes all, so that any node's file suffices.
 */
export class ErasuresLedger {
  private noting: Promise<void> = Promise.resolve();

  constructor(private readonly config: Config) {}

  async list(): Promise<ErasuresLedgerEntry[]> {
    const text = await readFile(fileOf(this.config), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => noted(line));
  }

  /** Notes missing erasures; resolves once they are on the disk. One call at a time, so that each is noted once. */
  note(erasures: readonly ErasuresLedgerEntry[]): Promise<void> {
    const noted = this.noting.then(() => this.append(erasures));
    this.noting = noted.catch(() => undefined);
    return noted;
  }

  private async append(erasures: readonly ErasuresLedgerEntry[]): Promise<void> {
    const known = new Set((await this.list()).map(({ account }) => account));
    const news = erasures.filter(({ account }) => !known.has(account));
    if (news.length === 0) return;
    // Begins on a new line, in case the last writer was cut off.
    await appendFile(fileOf(this.config), news.map((each) => `\n${JSON.stringify(each)}\n`).join(''), { mode: 0o600 });
    const handle = await open(fileOf(this.config), 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** A cut line is ignored; its request was not answered and is repeated. */
function noted(line: string): ErasuresLedgerEntry[] {
  try {
    const { account, posts, at } = JSON.parse(line) as ErasuresLedgerEntry;
    return isUuid(account) && (posts === 'keep' || posts === 'remove') ? [{ account, posts, at }] : [];
  } catch {
    return [];
  }
}
