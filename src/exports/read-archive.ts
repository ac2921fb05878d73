import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addressesBesideHandles } from '../kernel/handles.ts';
import { maskAddresses, type FindAddresses } from '../kernel/text.ts';
import type { ImageKind } from '../programme/brand.policy.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, BRAND_FOLDER, DATA, type ArchiveHead } from './archive-format.ts';
import {
  CommentData,
  ConferenceData,
  dataOf,
  PersonaData,
  LedgerLineData,
  listOf,
  TalkData,
  ThreadData,
} from './archive.requests.ts';
import { RecapData } from './archive-recap.requests.ts';
import { archiveRefused } from './exports.problems.ts';

/**
 * Masks titles, names, notes and reasons, because an archive may come from anywhere. HTML is masked by the allow-list.
 */
const maskedBy =
  (find?: FindAddresses) =>
  (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? maskAddresses(value, find) : value;

/** Reads the data of an archive, file by file. Throws `archive-refused` for other files or a later version. */
export class ReadArchive {
  private constructor(
    private readonly dir: string,
    readonly conference: ConferenceData,
  ) {}

  static async open(dir: string): Promise<ReadArchive> {
    const head = await readFile(path.join(dir, DATA.head), 'utf8').then(
      (text) => JSON.parse(text, maskedBy()) as Partial<ArchiveHead>,
      () => null,
    );
    if (head?.format !== ARCHIVE_FORMAT || !head.conference)
      throw archiveRefused({ fault: 'There is no data/archive.json of an archive in this folder.' });
    if (head.version !== ARCHIVE_VERSION)
      throw archiveRefused({
        fault: `This archive has version ${String(head.version)}; this server reads version ${ARCHIVE_VERSION}.`,
      });
    return new ReadArchive(dir, dataOf(ConferenceData, head.conference, `${DATA.head}#/conference`));
  }

  /** The images of the conference's brand; one whose file is not there is left out. */
  async images(): Promise<Partial<Record<ImageKind, Buffer>>> {
    const { logoUrl, logoDarkUrl, coverUrl } = this.conference.brand ?? {};
    const images: Partial<Record<ImageKind, Buffer>> = {};
    for (const [kind, url] of [
      ['logo', logoUrl],
      ['logoDark', logoDarkUrl],
      ['cover', coverUrl],
    ] as const) {
      const bytes = url && (await readFile(path.join(this.dir, BRAND_FOLDER, path.basename(url))).catch(() => null));
      if (bytes) images[kind] = bytes;
    }
    return images;
  }

  talks(): Promise<TalkData[]> {
    return this.list(TalkData, DATA.talks, addressesBesideHandles);
  }
  threads(): Promise<ThreadData[]> {
    return this.list(ThreadData, DATA.threads, addressesBesideHandles);
  }
  ledger(): Promise<LedgerLineData[]> {
    return this.list(LedgerLineData, DATA.ledger);
  }
  recaps(): Promise<RecapData[]> {
    return this.list(RecapData, DATA.recaps);
  }
  personas(): Promise<PersonaData[]> {
    return this.list(PersonaData, DATA.personas);
  }
  comments(threadId: string, file: number): Promise<CommentData[]> {
    return this.list(CommentData, DATA.comments(threadId, file));
  }

  /** `find` finds what is masked; in programmes all but the handles that they publish. */
  private async list<T extends object>(type: new () => T, name: string, find?: FindAddresses): Promise<T[]> {
    const text = await readFile(path.join(this.dir, name), 'utf8').catch(() => {
      throw archiveRefused({ fault: `${name} cannot be read.` });
    });
    return listOf(type, jsonOf(text, name, find), name);
  }
}

function jsonOf(text: string, name: string, find?: FindAddresses): unknown {
  try {
    return JSON.parse(text, maskedBy(find));
  } catch {
    throw archiveRefused({ fault: `${name} is no JSON.` });
  }
}
