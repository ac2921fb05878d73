import { Injectable } from '@nestjs/common';
import { RecapTexts } from '../recap/recap-texts.ts';
import type { RecapPart } from '../recap/recap.view.ts';
import type { Surroundings } from './archive-contents.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { ARCHIVE_LOCALES, type ArchivedRecap, type ArchivedThread } from './archive-format.ts';
import { ArchiveRenderer } from './archive-renderer.ts';
import { ArchivedCommentsQueries } from './archived-comments.queries.ts';
import { withPicture, pageName, ThreadFiles } from './thread-files.ts';

interface RecapSurroundings {
  around: Surroundings;
  threads: readonly ArchivedThread[];
}

/** Writes the pages of a recap. */
@Injectable()
export class RecapFiles {
  constructor(
    private readonly recapTexts: RecapTexts,
    private readonly archivedCommentsQueries: ArchivedCommentsQueries,
    private readonly threadFiles: ThreadFiles,
    private readonly archiveRenderer: ArchiveRenderer,
  ) {}

  async write(folder: ArchiveFolder, recap: ArchivedRecap, { around, threads }: RecapSurroundings): Promise<void> {
    const thread = threads.find(({ id }) => id === recap.threadId);
    const parts = await this.partsOf({ ...recap, conferenceId: around.conference.id }, thread, threads);
    const title = thread?.title ?? around.conference.title;
    const name = thread ? `t/${thread.slug}.recap.html` : 'recap.html';
    const discussion = thread ? pageName(thread.slug, 1) : 'index.html';
    for (const locale of ARCHIVE_LOCALES)
      await folder.write(
        `${locale}/${name}`,
        this.archiveRenderer.draw.recap(
          { ...around, locale, up: thread ? '../../' : '../', other: name, title },
          { title, savedAt: recap.savedAt, parts, discussion },
        ),
      );
  }

  private async partsOf(
    recap: ArchivedRecap & { conferenceId: string },
    thread: ArchivedThread | undefined,
    threads: readonly ArchivedThread[],
  ): Promise<RecapPart[]> {
    const places = await this.placesOf(recap, threads);
    const upToPages = thread ? '' : 't/';
    return (await this.recapTexts.partsOf(recap)).map((part): RecapPart => {
      if ('html' in part) return part;
      if ('talk' in part)
        return { ...part, talk: { ...part.talk, path: upToPages + pageName(part.talk.path.split('/').at(-1)!, 1) } };
      const place = places.get(part.comment.id) ?? '';
      const comment = withPicture(part.comment);
      const avatarUrl = comment.author && `${thread ? '../../' : '../'}assets/avatars/${comment.author.id}.svg`;
      return {
        path: upToPages + place,
        comment: comment.author ? { ...comment, author: { ...comment.author, avatarUrl: avatarUrl! } } : comment,
      };
    });
  }

  /** The paths of the comments that a recap quotes, relative to the threads' pages. */
  private async placesOf({ items }: ArchivedRecap, threads: readonly ArchivedThread[]): Promise<Map<string, string>> {
    const comments = await this.archivedCommentsQueries.byIds(items);
    const seqs = new Map(await this.threadFiles.rootPlaces(items));
    const places = new Map<string, string>();
    for (const thread of threads.filter(({ id }) => comments.some(({ threadId }) => threadId === id))) {
      const plan = await this.threadFiles.planOf(thread.id);
      for (const { id } of comments.filter(({ threadId }) => threadId === thread.id))
        places.set(id, `${pageName(thread.slug, plan.pageOf(seqs.get(id) ?? 0))}#c-${id}`);
    }
    return places;
  }
}
