import { Injectable } from '@nestjs/common';
import { biographyView } from '../accounts/persona.view.ts';
import { RecapTexts } from '../recap/recap-texts.ts';
import type { RecapPart } from '../recap/recap.view.ts';
import type { Surroundings } from './archive-contents.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { ARCHIVE_LOCALES, type ArchivedAuthor, type ArchivedRecap, type ArchivedThread } from './archive-format.ts';
import { ArchiveRenderer, type RecapAuthor } from './archive-renderer.ts';
import { ArchivedCommentsQueries } from './archived-comments.queries.ts';
import { recapPageName } from './recap-page-name.ts';
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
    const about = threads.find(({ id }) => id === recap.threadId);
    const discussion = about ?? threads.find(({ recapId }) => recapId === recap.id);
    const name = recapPageName(recap, threads);
    const up = name.includes('/') ? '../../' : '../';
    const toPages = pagesFrom(name);
    const parts = await this.partsOf({ ...recap, conferenceId: around.conference.id }, { threads, up, toPages });
    const title = recap.title ?? about?.title ?? around.conference.title;
    for (const locale of ARCHIVE_LOCALES)
      await folder.write(
        `${locale}/${name}`,
        this.archiveRenderer.draw.recap(
          { ...around, locale, up, other: name, title },
          {
            title,
            author: recap.author && authorOf(recap.author, up),
            isOfficial: recap.isOfficial,
            savedAt: recap.savedAt,
            parts,
            discussion: discussion ? toPages + pageName(discussion.slug, 1) : 'index.html',
          },
        ),
      );
  }

  private async partsOf(
    recap: ArchivedRecap & { conferenceId: string },
    { threads, up, toPages }: Pick<RecapSurroundings, 'threads'> & { up: string; toPages: string },
  ): Promise<RecapPart[]> {
    const places = await this.placesOf(recap, threads);
    return (await this.recapTexts.partsOf(recap)).map((part): RecapPart => {
      if ('html' in part) return part;
      if ('talk' in part)
        return { ...part, talk: { ...part.talk, path: toPages + pageName(part.talk.path.split('/').at(-1)!, 1) } };
      const comment = withPicture(part.comment);
      const avatarUrl = comment.author && `${up}assets/avatars/${comment.author.id}.svg`;
      return {
        path: toPages + (places.get(part.comment.id) ?? ''),
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

const authorOf = ({ biography = '', tagline = '', ...author }: ArchivedAuthor, up: string): RecapAuthor => ({
  ...author,
  avatarUrl: `${up}assets/avatars/${author.id}.svg`,
  tagline,
  bioHtml: biographyView(biography).html,
});

/** The way from the page of a recap to the pages of discussions. */
function pagesFrom(name: string): string {
  if (name.startsWith('t/')) return '';
  return name.startsWith('recaps/') ? '../t/' : 't/';
}
