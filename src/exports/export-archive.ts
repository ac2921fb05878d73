import { Injectable } from '@nestjs/common';
import path from 'node:path';
import { ArchiveContents } from './archive-contents.ts';
import { ArchiveFolder, hashOf, type ExportProgress } from './archive-folder.ts';
import { MANIFEST, PROGRESS, SIGNATURE, type ArchivedRecap, type ArchivedThread } from './archive-format.ts';
import { ArchiveKey } from './archive-key.ts';
import { ArchiveQueries } from './archive.queries.ts';
import { ConferenceFiles } from './conference-files.ts';
import { archiveFolderTaken } from './exports.problems.ts';
import { recapPageName } from './recap-page-name.ts';
import { signManifest } from './signing-key.ts';
import { ThreadFiles } from './thread-files.ts';

export interface ExportReport {
  files: number;
  comments: number;
  fingerprint: string;
}

/** Most times the threads that changed meanwhile are written again. */
const LOOKS_AT_MOST = 10;

interface ExportRun {
  folder: ArchiveFolder;
  progress: ExportProgress;
  isFirst: boolean;
}

/**
 * Exports a conference into a folder that needs no server.
 * 1. Threads are written one after another, a few hundred comments at a time; finished ones are noted, so that an
 * interrupted run continues.
 * 2. Threads that changed meanwhile are written again, so that nothing hidden stays.
 * 3. The list of files is made and signed.
 */
@Injectable()
export class ExportArchive {
  constructor(
    private readonly archiveContents: ArchiveContents,
    private readonly archiveQueries: ArchiveQueries,
    private readonly threadFiles: ThreadFiles,
    private readonly conferenceFiles: ConferenceFiles,
    private readonly archiveKey: ArchiveKey,
  ) {}

  /** Throws `not-found`, `archive-folder-taken`. */
  async export(
    slug: string,
    dir: string,
    { progress: report = () => undefined }: { progress?: (done: number, total: number) => void } = {},
  ): Promise<ExportReport> {
    const { id: conferenceId } = await this.archiveContents.conferenceOf(slug);
    const folder = new ArchiveFolder(path.resolve(dir));
    const progress = (await folder.progress()) ?? { conferenceId, threads: {} };
    if (progress.conferenceId !== conferenceId || (await folder.isForeign())) throw archiveFolderTaken({ folder: dir });
    await folder.begin(progress);
    const total = await this.archiveQueries.commentsIn(conferenceId);
    let done = 0;
    for (let looks = 0; looks < LOOKS_AT_MOST; looks += 1) {
      const wrote = await this.writeThreads(conferenceId, { folder, progress, isFirst: looks === 0 }, (n) =>
        report(Math.min(total, (done += n)), total),
      );
      await this.conferenceFiles.write(conferenceId, folder, progress);
      if (!wrote && looks > 0) break;
    }
    return {
      ...(await this.seal(folder)),
      comments: Object.values(progress.threads).reduce((sum, written) => sum + written.comments, 0),
    };
  }

  /** Returns whether any thread had to be written. */
  private async writeThreads(
    conferenceId: string,
    { folder, progress, isFirst }: ExportRun,
    tick: (comments: number) => void,
  ): Promise<boolean> {
    const { threads, talks, recaps, around } = await this.archiveContents.get(conferenceId);
    let wrote = await this.removeHidden({ folder, progress, isFirst }, threads);
    for (const [place, thread] of threads.entries()) {
      const known = progress.threads[thread.id];
      const label = `${thread.label}.${place}`;
      if (known?.label === label) {
        // Threads of an earlier run count as done.
        if (isFirst) tick(known.comments);
        continue;
      }
      await folder.remove(known?.files ?? []);
      const talk = talks.find(({ id }) => id === thread.talkId) ?? null;
      const recap = recapOf(thread, { recaps, threads });
      const written = await this.threadFiles.write({ folder, thread, talk, place, context: around, tick, recap });
      progress.threads[thread.id] = { label, ...written };
      await folder.note(thread.id, { label, ...written });
      wrote = true;
    }
    return wrote;
  }

  /** Removes the files of discussions that are hidden since they were written. Returns whether there were any. */
  private async removeHidden(
    { folder, progress }: ExportRun,
    threads: readonly Pick<ArchivedThread, 'id'>[],
  ): Promise<boolean> {
    const shown = new Set(threads.map(({ id }) => id));
    const gone = Object.entries(progress.threads).filter(([id]) => !shown.has(id));
    for (const [id, { files }] of gone) {
      await folder.remove(files);
      delete progress.threads[id];
    }
    return gone.length > 0;
  }

  /** Writes the list of files as `sha256sum` reads it, signs it, and removes the progress file last. */
  private async seal(folder: ArchiveFolder): Promise<{ files: number; fingerprint: string }> {
    const names = await folder.files();
    const lines: string[] = [];
    for (const name of names) lines.push(`${await hashOf(path.join(folder.dir, name))}  ${name}\n`);
    const manifest = Buffer.from(lines.join(''));
    const signature = signManifest(await this.archiveKey.read(), manifest);
    await folder.write(MANIFEST, manifest);
    await folder.write(SIGNATURE, `${JSON.stringify(signature, null, 1)}\n`);
    await folder.remove([PROGRESS]);
    return { files: names.length, fingerprint: signature.fingerprint };
  }
}

/** The way from a discussion's page to the recap that is about it or answered in it. */
function recapOf(
  thread: ArchivedThread,
  { recaps, threads }: { recaps: readonly ArchivedRecap[]; threads: readonly ArchivedThread[] },
): string | null {
  const found = recaps.find(({ id, threadId }) => threadId === thread.id || id === thread.recapId);
  return found ? `../${recapPageName(found, threads)}` : null;
}
