import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import { notFound } from '../kernel/common.problems.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import { Config } from '../platform/config/settings.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ArchiveQueries } from './archive.queries.ts';
import { listFiles } from './archive-folder.ts';
import { ExportArchive } from './export-archive.ts';
import { archiveTooLarge } from './exports.problems.ts';

/** Most comments exported in a request; larger conferences need the command. */
const COMMENTS_AT_MOST = 50_000;

/** The archive as one file: written to a folder of the server, then packed while it is sent. */
@Injectable()
export class ZipArchive {
  /** One after another, because each occupies the disk and a core. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly exportArchive: ExportArchive,
    private readonly archiveQueries: ArchiveQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly config: Config,
  ) {}

  /** Throws `not-found`, `archive-too-large`. */
  async open(slug: string): Promise<{ name: string; fingerprint: string; stream: Readable }> {
    const conference = await this.programmeQueries.findConference(slug);
    if (!conference) throw notFound();
    const comments = await this.archiveQueries.commentsIn(conference.id);
    if (comments > COMMENTS_AT_MOST) throw archiveTooLarge({ comments });
    const made = this.last.then(() => this.make(conference.slug));
    this.last = made.catch(() => undefined);
    return made;
  }

  private async make(slug: string): Promise<{ name: string; fingerprint: string; stream: Readable }> {
    const above = path.join(path.resolve(this.config.get('DATA_DIR')), 'exports');
    await mkdir(above, { recursive: true, mode: 0o700 });
    const dir = await mkdtemp(path.join(above, `${slug}-`));
    const clean = (): void => void removeOneByOne(dir).catch(() => undefined);
    try {
      const { fingerprint } = await this.exportArchive.export(slug, dir);
      const zip = new yazl.ZipFile();
      // In slices, because adding a file looks it up.
      for (const slice of slicesOf(await listFiles(dir))) {
        for (const file of slice) zip.addFile(path.join(dir, file), `${slug}/${file}`);
        await nextTurn();
      }
      zip.end();
      const stream = zip.outputStream as Readable;
      stream.once('close', clean).once('end', clean).once('error', clean);
      return { name: `${slug}.zip`, fingerprint, stream };
    } catch (error) {
      clean();
      throw error;
    }
  }
}

/** Removes a folder of thousands of files one by one, because the callbacks of `rm` hold the event loop for 40 ms. */
async function removeOneByOne(dir: string): Promise<void> {
  try {
    for (const file of await listFiles(dir)) await rm(path.join(dir, file), { force: true });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
