import { Injectable } from '@nestjs/common';
import { bytesInSlices, mapInSlices } from '../kernel/in-slices.ts';
import { ArchiveContents, type Contents } from './archive-contents.ts';
import type { ArchiveFolder, ExportProgress } from './archive-folder.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_LOCALES,
  ARCHIVE_VERSION,
  BRAND_FOLDER,
  DATA,
  type ArchiveHead,
  type ArchivedThread,
  type LedgerLine,
} from './archive-format.ts';
import { redirectsOf } from './archive-redirects.ts';
import { ArchiveRenderer, type ArchivePageContext } from './archive-renderer.ts';
import { ArchiveQueries } from './archive.queries.ts';
import { FigureFiles } from './figure-files.ts';
import { RECAP_PAGE, recapPageName } from './recap-page-name.ts';
import { RecapFiles } from './recap-files.ts';
import { inScript } from './thread-files.ts';
import { WholeLedger } from './whole-ledger.ts';

type ContentsWithLedger = Contents & { ledger: LedgerLine[] };

/** Writes the files of an archive that exist once, or once a language. */
@Injectable()
export class ConferenceFiles {
  // An archive is made of what five others read, and drawn by one.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly archiveContents: ArchiveContents,
    private readonly archiveQueries: ArchiveQueries,
    private readonly wholeLedger: WholeLedger,
    private readonly recapFiles: RecapFiles,
    private readonly figureFiles: FigureFiles,
    private readonly archiveRenderer: ArchiveRenderer,
  ) {}

  async write(conferenceId: string, folder: ArchiveFolder, progress: ExportProgress): Promise<void> {
    const contents = await this.archiveContents.get(conferenceId);
    const ledger = await this.wholeLedger.list(conferenceId);
    await this.writeData({ ...contents, ledger }, folder, progress);
    await this.writeAvatars(conferenceId, folder);
    await this.writeSearch(contents, folder, progress);
    await this.writePages({ ...contents, ledger }, folder);
    const { around, threads } = contents;
    await this.figureFiles.write(folder, around);
    // One that was hidden since it was written must not stay.
    await folder.remove((await folder.files()).filter((name) => RECAP_PAGE.test(name)));
    for (const recap of contents.recaps) await this.recapFiles.write(folder, recap, { around, threads });
  }

  private async writeData(
    contents: ContentsWithLedger,
    folder: ArchiveFolder,
    progress: ExportProgress,
  ): Promise<void> {
    const { conference, threads, talks, recaps, ledger, around } = contents;
    const archived: ArchivedThread[] = threads.map(({ label: _label, ...thread }) => ({
      ...thread,
      files: progress.threads[thread.id]?.dataFiles ?? 0,
    }));
    const head: ArchiveHead = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, base: around.base, conference };
    await folder.write(DATA.head, JSON.stringify(head));
    for (const [name, list] of [
      [DATA.talks, talks],
      [DATA.threads, archived],
      [DATA.ledger, ledger],
      [DATA.recaps, recaps],
    ] as const)
      await folder.write(name, await jsonOf(list));
    await folder.write(
      'redirects.json',
      JSON.stringify({ version: 1, redirects: redirectsOf(conference, threads, recaps) }, null, 1),
    );
  }

  private async writeAvatars(conferenceId: string, folder: ArchiveFolder): Promise<void> {
    const all: { id: string; avatarSeed: string }[] = [];
    for await (const personas of this.archiveQueries.personas(conferenceId)) {
      for (const { id, avatarSeed } of personas)
        await folder.write(`assets/avatars/${id}.svg`, this.archiveRenderer.draw.avatar(avatarSeed));
      all.push(...personas);
    }
    await folder.write(DATA.personas, JSON.stringify(all));
  }

  private async writeSearch({ threads }: Contents, folder: ArchiveFolder, progress: ExportProgress): Promise<void> {
    const indexed = threads.flatMap(({ id }) => progress.threads[id]?.files ?? []);
    const index = {
      threads: threads.map(({ slug, title }) => [slug, title]),
      files: indexed.filter((name) => name.startsWith('search/')),
    };
    await folder.write('search/index.js', `aftertalkIndex(${inScript(index)});\n`);
    await folder.write('assets/search.js', this.archiveRenderer.draw.searchScript());
  }

  private async writePages(contents: ContentsWithLedger, folder: ArchiveFolder): Promise<void> {
    const { conference, threads, talks, recaps, ledger, around } = contents;
    const { draw } = this.archiveRenderer;
    await folder.write('assets/style.css', await draw.style());
    for (const { name, contents: file } of draw.brand(conference)) await folder.write(`${BRAND_FOLDER}/${name}`, file);
    for (const { file, bytes } of await this.archiveQueries.images(conference.id))
      await folder.write(`${BRAND_FOLDER}/${file}`, bytes);
    await folder.write('index.html', draw.languagePage(conference));
    for (const locale of ARCHIVE_LOCALES) {
      const context = (other: string, title: string): ArchivePageContext => ({
        ...around,
        locale,
        up: '../',
        other,
        title,
      });
      await folder.write(
        `${locale}/index.html`,
        await draw.programme(context('index.html', conference.title), {
          talks,
          threads,
          recaps: recaps.map((recap) => ({
            name: recapPageName(recap, threads),
            threadId: recap.threadId,
            title: recap.title ?? conference.title,
            author: recap.author?.name ?? null,
            isOfficial: recap.isOfficial,
          })),
        }),
      );
      await folder.write(`${locale}/ledger.html`, draw.ledger(context('ledger.html', ''), ledger));
      await folder.write(`${locale}/search.html`, draw.search(context('search.html', '')));
    }
  }
}

/** A list as JSON, made in slices, because the talks of a large conference are megabytes. */
async function jsonOf(list: readonly object[]): Promise<Buffer> {
  const items = await mapInSlices(list, (item, i) => `${i === 0 ? '' : ','}${JSON.stringify(item)}`);
  return (await bytesInSlices(['[', ...items, ']'])).bytes;
}
