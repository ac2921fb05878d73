import { Injectable } from '@nestjs/common';
import path from 'node:path';
import { notFound } from '../kernel/common.problems.ts';
import { bytesInSlices, mapInSlices } from '../kernel/in-slices.ts';
import { Config } from '../platform/config/settings.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { LedgerQueries } from '../moderation/ledger.queries.ts';
import { Recaps } from '../recap/recaps.ts';
import type { RecapPart } from '../recap/recap.view.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  DATA,
  MANIFEST,
  PROGRESS,
  SIGNATURE,
  type ArchivedRecap,
  type ArchivedTalk,
  type ArchivedThread,
  type ArchiveHead,
  type LedgerLine,
} from './archive-format.ts';
import { ArchiveKey } from './archive-key.ts';
import { ArchiveFolder, hashOf, type Progress } from './archive-folder.ts';
import { ArchivedLedger } from './archived-ledger.ts';
import { ArchiveQueries, type LabelledThread } from './archive.queries.ts';
import { ArchiveRenderer, type PageFrame } from './archive-renderer.ts';
import { archiveFolderTaken } from './exports.problems.ts';
import { signManifest } from './signing-key.ts';
import { faced, inScript, pageName, ThreadFiles } from './thread-files.ts';

export interface ExportReport {
  files: number;
  comments: number;
  fingerprint: string;
}

type Around = Omit<PageFrame, 'locale' | 'up' | 'other' | 'title'>;

interface Contents {
  conference: ConferenceView;
  threads: LabelledThread[];
  talks: ArchivedTalk[];
  recaps: ArchivedRecap[];
}

const LOCALES = ['fr', 'en'] as const;

/**
 * Exports a conference into a folder that needs no server.
 * 1. Threads are written one after another, a few hundred comments at a time; finished ones are noted, so that an
 * interrupted run continues.
 * 2. Threads that changed meanwhile are written again, so that nothing hidden stays.
 * 3. The list of files is made and signed.
 */
@Injectable()
export class ExportArchive {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly programmeListing: ProgrammeListing,
    private readonly archiveQueries: ArchiveQueries,
    private readonly threadFiles: ThreadFiles,
    private readonly archiveRenderer: ArchiveRenderer,
    private readonly recaps: Recaps,
    private readonly ledgerQueries: LedgerQueries,
    private readonly archivedLedger: ArchivedLedger,
    private readonly archiveKey: ArchiveKey,
    private readonly config: Config,
  ) {}

  /** Throws `not-found`, `archive-folder-taken`. */
  async export(
    slug: string,
    dir: string,
    { progress: tell = () => undefined }: { progress?: (done: number, total: number) => void } = {},
  ): Promise<ExportReport> {
    const found = await this.programmeQueries.findConference(slug);
    if (!found) throw notFound();
    const folder = new ArchiveFolder(path.resolve(dir));
    const progress = (await folder.progress()) ?? { conferenceId: found.id, threads: {} };
    if (progress.conferenceId !== found.id || (await folder.isForeign())) throw archiveFolderTaken({ folder: dir });
    await folder.begin(progress);
    const total = await this.archiveQueries.commentsIn(found.id);
    let done = 0;
    // Threads that change meanwhile are written again, at most ten times.
    for (let looks = 0; looks < 10; looks += 1) {
      const wrote = await this.writeThreads(found.id, { folder, progress, isFirst: looks === 0 }, (n) =>
        tell(Math.min(total, (done += n)), total),
      );
      await this.writeAround(found.id, folder, progress);
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
    { folder, progress, isFirst }: { folder: ArchiveFolder; progress: Progress; isFirst: boolean },
    tick: (comments: number) => void,
  ): Promise<boolean> {
    const { conference, threads, talks, recaps } = await this.contentsOf(conferenceId);
    const frame = this.around(conference, recaps);
    let wrote = false;
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
      const written = await this.threadFiles.write({
        folder,
        thread,
        talk,
        place,
        frame,
        tick,
        hasRecap: recaps.some(({ threadId }) => threadId === thread.id),
      });
      progress.threads[thread.id] = { label, ...written };
      await folder.note(thread.id, { label, ...written });
      wrote = true;
    }
    return wrote;
  }

  /** What the pages need apart from comments; one list after another, because each takes the event loop. */
  private async contentsOf(conferenceId: string): Promise<Contents> {
    return {
      conference: await this.programmeListing.conference(conferenceId),
      threads: await this.archiveQueries.threads(conferenceId),
      talks: await this.archiveQueries.talks(conferenceId),
      recaps: await this.archiveQueries.recaps(conferenceId),
    };
  }

  /** Writes all files that exist once, or once a language. */
  private async writeAround(conferenceId: string, folder: ArchiveFolder, progress: Progress): Promise<void> {
    const { conference, threads, talks, recaps } = await this.contentsOf(conferenceId);
    const { draw } = this.archiveRenderer;
    const ledger = await this.wholeLedger(conferenceId);
    const archived: ArchivedThread[] = threads.map(({ label: _label, ...thread }) => ({
      ...thread,
      files: progress.threads[thread.id]?.dataFiles ?? 0,
    }));
    const head: ArchiveHead = {
      format: ARCHIVE_FORMAT,
      version: ARCHIVE_VERSION,
      base: this.config.publicUrl,
      conference,
    };
    await folder.write(DATA.head, JSON.stringify(head));
    for (const [name, list] of [
      [DATA.talks, talks],
      [DATA.threads, archived],
      [DATA.ledger, ledger],
      [DATA.recaps, recaps],
    ] as const)
      await folder.write(name, await jsonOf(list));
    await this.writeFaces(conferenceId, folder);
    await folder.write('assets/style.css', await draw.style());
    await folder.write('assets/search.js', draw.searchScript());
    const indexed = threads.flatMap(({ id }) => progress.threads[id]?.files ?? []);
    const index = {
      threads: threads.map(({ slug, title }) => [slug, title]),
      files: indexed.filter((name) => name.startsWith('search/')),
    };
    await folder.write('search/index.js', `aftertalkIndex(${inScript(index)});\n`);
    await folder.write('index.html', draw.door(conference));
    await folder.write(
      'redirects.json',
      JSON.stringify({ version: 1, redirects: redirectsOf(conference, threads, recaps) }, null, 1),
    );
    const around = this.around(conference, recaps);
    for (const locale of LOCALES) {
      const frame = (other: string, title: string): PageFrame => ({ ...around, locale, up: '../', other, title });
      await folder.write(
        `${locale}/index.html`,
        await draw.programme(frame('index.html', conference.title), {
          talks,
          threads: archived,
          recaps: recaps.map(({ threadId }) => threadId),
        }),
      );
      await folder.write(`${locale}/ledger.html`, draw.ledger(frame('ledger.html', ''), ledger));
      await folder.write(`${locale}/search.html`, draw.search(frame('search.html', '')));
    }
    for (const recap of recaps) await this.writeRecap(folder, recap, { around, threads });
  }

  private async writeRecap(
    folder: ArchiveFolder,
    recap: ArchivedRecap,
    { around, threads }: { around: Around; threads: readonly ArchivedThread[] },
  ): Promise<void> {
    const thread = threads.find(({ id }) => id === recap.threadId);
    const places = await this.placesOf(recap, threads);
    const parts = (await this.recaps.partsOf(recap)).map((part): RecapPart => {
      if ('html' in part) return part;
      const place = places.get(part.comment.id) ?? '';
      const comment = faced(part.comment);
      const avatarUrl = comment.author && `${thread ? '../../' : '../'}assets/avatars/${comment.author.id}.svg`;
      return {
        path: thread ? place : `t/${place}`,
        comment: comment.author ? { ...comment, author: { ...comment.author, avatarUrl: avatarUrl! } } : comment,
      };
    });
    const title = thread?.title ?? around.conference.title;
    const name = thread ? `t/${thread.slug}.recap.html` : 'recap.html';
    const discussion = thread ? pageName(thread.slug, 1) : 'index.html';
    for (const locale of LOCALES)
      await folder.write(
        `${locale}/${name}`,
        this.archiveRenderer.draw.recap(
          { ...around, locale, up: thread ? '../../' : '../', other: name, title },
          { title, savedAt: recap.savedAt, parts, discussion },
        ),
      );
  }

  /** The paths of the comments that a recap quotes, relative to the threads' pages. */
  private async placesOf({ items }: ArchivedRecap, threads: readonly ArchivedThread[]): Promise<Map<string, string>> {
    const comments = await this.archiveQueries.byIds(items);
    const seqs = new Map(await this.threadFiles.rootPlaces(items));
    const places = new Map<string, string>();
    for (const thread of threads.filter(({ id }) => comments.some(({ threadId }) => threadId === id))) {
      const plan = await this.threadFiles.planOf(thread.id);
      for (const { id } of comments.filter(({ threadId }) => threadId === thread.id))
        places.set(id, `${pageName(thread.slug, plan.pageOf(seqs.get(id) ?? 0))}#c-${id}`);
    }
    return places;
  }

  private async writeFaces(conferenceId: string, folder: ArchiveFolder): Promise<void> {
    const all: { id: string; avatarSeed: string }[] = [];
    for await (const faces of this.archiveQueries.faces(conferenceId)) {
      for (const { id, avatarSeed } of faces)
        await folder.write(`assets/avatars/${id}.svg`, this.archiveRenderer.draw.avatar(avatarSeed));
      all.push(...faces);
    }
    await folder.write(DATA.faces, JSON.stringify(all));
  }

  private async wholeLedger(conferenceId: string): Promise<LedgerLine[]> {
    const lines: LedgerLine[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.ledgerQueries.list(conferenceId, {
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      lines.push(...page.items);
      cursor = page.next;
    }
    return [...lines, ...(await this.archivedLedger.list(conferenceId))];
  }

  private around(conference: ConferenceView, recaps: readonly ArchivedRecap[]): Around {
    return { conference, hasRecap: recaps.some(({ threadId }) => threadId === null), base: this.config.publicUrl };
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

/** A list as JSON, made in slices, because the talks of a large conference are megabytes. */
async function jsonOf(list: readonly object[]): Promise<Buffer> {
  const items = await mapInSlices(list, (item, i) => `${i === 0 ? '' : ','}${JSON.stringify(item)}`);
  return (await bytesInSlices(['[', ...items, ']'])).bytes;
}

/**
 * Where each path of the forum is in the folder, for the operator who serves it under the old address: the path, and
 * the file in the conference's language.
 */
function redirectsOf(
  { slug, locale }: ConferenceView,
  threads: readonly ArchivedThread[],
  recaps: readonly ArchivedRecap[],
): Record<string, string> {
  const home = `/c/${slug}`;
  return Object.fromEntries([
    [home, `${locale}/index.html`],
    [`${home}/ledger`, `${locale}/ledger.html`],
    [`${home}/search`, `${locale}/search.html`],
    ...threads.map((thread) => [`${home}/t/${thread.slug}`, `${locale}/t/${thread.slug}.html`]),
    ...recaps.map(({ threadId }) => {
      const thread = threads.find(({ id }) => id === threadId);
      return thread
        ? [`${home}/t/${thread.slug}/recap`, `${locale}/t/${thread.slug}.recap.html`]
        : [`${home}/recap`, `${locale}/recap.html`];
    }),
  ]) as Record<string, string>;
}
