import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, DATA, type ArchivedComment, type ArchivedRecap, type ArchivedTalk, type ArchivedThread, type ArchiveHead, type LedgerLine } from './archive-format.ts';
import { maskAddresses } from '../kernel/text.ts';
import { archiveRefused } from './exports.problems.ts';

/** Titles, names, notes and reasons: an archive may have been made anywhere. HTML is masked as it is read by the allow-list. */
const masked = (_name: string, value: unknown): unknown => (typeof value === 'string' ? maskAddresses(value) : value);

/** The data of an archive, file by file. Throws archive-refused for what is none, or of a later version. */
export class ReadArchive {
  private constructor(private readonly dir: string, readonly head: ArchiveHead) {}

  static async open(dir: string): Promise<ReadArchive> {
    const head = await readFile(path.join(dir, DATA.head), 'utf8').then((text) => JSON.parse(text) as Partial<ArchiveHead>, () => null);
    if (head?.format !== ARCHIVE_FORMAT || !head.conference) throw archiveRefused({ fault: 'There is no data/archive.json of an archive in this folder.' });
    if (head.version !== ARCHIVE_VERSION) throw archiveRefused({ fault: `This archive has version ${String(head.version)}; this server reads version ${ARCHIVE_VERSION}.` });
    return new ReadArchive(dir, head as ArchiveHead);
  }

  talks(): Promise<ArchivedTalk[]> { return this.json(DATA.talks); }
  threads(): Promise<ArchivedThread[]> { return this.json(DATA.threads); }
  ledger(): Promise<LedgerLine[]> { return this.json(DATA.ledger); }
  recaps(): Promise<ArchivedRecap[]> { return this.json(DATA.recaps); }
  faces(): Promise<{ id: string; avatarSeed: string }[]> { return this.json(DATA.faces); }
  comments(threadId: string, file: number): Promise<ArchivedComment[]> { return this.json(DATA.comments(threadId, file)); }

  private async json<T>(name: string): Promise<T> {
    return JSON.parse(await readFile(path.join(this.dir, name), 'utf8'), masked) as T;
  }
}
