import { Injectable } from '@nestjs/common';
import type { RecapArticleShape } from '../../../web/pages/recap-article.tsx';
import type { OwnRecapShape } from '../../../web/pages/own-recap-links.tsx';
import type { RecapPartShape } from '../../../web/pages/recap-parts.tsx';
import type { RecapAuthorShape, RecapLineShape, RecapTalkShape } from '../../../web/pages/recap-shapes.ts';
import { plainText } from '../../../web/components/plain-text.ts';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { byKey } from '../../kernel/by-key.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { AuthorsQueries } from '../../recap/authors.queries.ts';
import type { ArchivedAuthorView, AuthorProfileView } from '../../recap/author.view.ts';
import type { Recap } from '../../recap/recap.entity.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { RecapTexts } from '../../recap/recap-texts.ts';
import type { RecapPart, RecapView } from '../../recap/recap.view.ts';
import { Recaps } from '../../recap/recaps.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';

/** Most characters of a recap's beginning in a list. */
const EXCERPT = 240;

/** Reads recaps as pages show them: one as an article, many as lines. Authors lead to their page in the conference. */
@Injectable()
export class RecapArticleView {
  // An article joins its text with its author, the reader's rights and the discussions below it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly recaps: Recaps,
    private readonly recapQueries: RecapQueries,
    private readonly recapTexts: RecapTexts,
    private readonly authorsQueries: AuthorsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** The public recap that is answered in a thread, and what this reader may do with it. Throws `not-found`. */
  async ofDiscussion(threadId: string, conference: string, reader: ActorInSession | null): Promise<RecapArticleShape> {
    const recap = await this.recapQueries.ofDiscussion(threadId);
    const text = recap && (await this.recapQueries.version(recap.id, 'published'));
    if (!recap || !text) throw notFound();
    const [view, parts, own] = await Promise.all([
      this.recaps.viewOf({ ...recap, text }),
      this.recapTexts.partsOf(text),
      reader && this.ownOf(recap, reader),
    ]);
    const isEdited = text.savedAt.getTime() > (recap.publishedAt?.getTime() ?? 0);
    return {
      id: view.id,
      title: view.title,
      isOfficial: view.isOfficial,
      author: (await this.authorsOf([view], conference)).get(view.id) ?? null,
      publishedAt: view.publishedAt ?? view.savedAt,
      editedAt: isEdited ? view.savedAt : null,
      parts: parts as RecapPartShape[],
      talks: talksIn(parts),
      own,
    };
  }

  /** Recaps in a list, with their first words and how much was said about each. */
  async linesOf(views: readonly RecapView[], conference: string): Promise<RecapLineShape[]> {
    const [authors, discussions] = await Promise.all([
      this.authorsOf(views, conference),
      this.threadsQueries.listByIds(views.flatMap(({ threadId }) => threadId ?? [])),
    ]);
    const threads = byKey(discussions, ({ id }) => id);
    return views.map((view) => {
      const thread = threads.get(view.threadId ?? '') ?? null;
      return {
        path: pathOfRecap(conference, view, thread),
        title: view.title,
        isOfficial: view.isOfficial,
        author: authors.get(view.id) ?? null,
        publishedAt: view.publishedAt ?? view.savedAt,
        excerpt: plainText(view.html, EXCERPT),
        // Under an official recap of a talk the comments are about the talk.
        comments: thread?.recapId ? thread.comments : 0,
      };
    });
  }

  /** The address at which all readers read a public recap. */
  async pathOf(recap: Recap, conference: string): Promise<string> {
    const { aboutThreadId } = recap;
    return pathOfRecap(conference, recap, aboutThreadId === null ? null : await this.threadsQueries.get(aboutThreadId));
  }

  /** The authors of recaps, by recap. */
  private async authorsOf(views: readonly RecapView[], conference: string): Promise<Map<string, RecapAuthorShape>> {
    const ids = views.flatMap(({ author }) => author?.id ?? []);
    const [profiles, archived] = await Promise.all([
      this.authorsQueries.ofPersonas(ids),
      this.authorsQueries.ofArchives(ids),
    ]);
    return new Map(
      views.flatMap(({ id, author }) => {
        if (!author) return [];
        const profile = profiles.get(author.id);
        if (profile) return [[id, toAuthorShape(profile, conference)] as const];
        const about = archived.get(author.id);
        return about ? [[id, fromArchive(author, about)] as const] : [];
      }),
    );
  }

  private async ownOf(recap: Recap, { accountId, isGuest }: ActorInSession): Promise<OwnRecapShape> {
    const [isAuthor, roles] = await Promise.all([
      this.recapQueries.isOf(recap.personaId, accountId),
      this.grantsQueries.rolesIn(accountId, recap.conferenceId),
    ]);
    const mayModerate = !recap.isOfficial && !isAuthor && !isGuest && moderates(roles, null);
    return {
      edit: isAuthor || (recap.isOfficial && roles.organizer),
      withdraw: isAuthor,
      report: !isAuthor && !recap.isOfficial,
      hide: mayModerate,
    };
  }
}

/** The page of a public recap: an official one is read where its talk or conference has it. */
const pathOfRecap = (
  conference: string,
  { slug, isOfficial }: Pick<RecapView, 'slug' | 'isOfficial'>,
  thread: { slug: string; recapId: string | null } | null,
): string => {
  if (!isOfficial) return `/c/${conference}/recaps/${slug}`;
  return thread && thread.recapId === null ? `/c/${conference}/t/${thread.slug}/recap` : `/c/${conference}/recap`;
};

/** An author with the page of their persona in the conference. */
export const toAuthorShape = (profile: AuthorProfileView, conference: string): RecapAuthorShape => ({
  id: profile.id,
  name: profile.name,
  avatarUrl: profile.avatarUrl,
  roles: profile.roles as RecapAuthorShape['roles'],
  path: `/c/${conference}/by/${profile.slug}`,
  tagline: profile.tagline,
  bioHtml: profile.biographyHtml,
  isListed: profile.isIndexed,
});

/** The author of a recap that came with an archive: the name it was signed with, the lines about them, and no page. */
const fromArchive = (
  author: NonNullable<RecapView['author']>,
  { tagline, biographyHtml }: ArchivedAuthorView,
): RecapAuthorShape => ({
  ...author,
  roles: author.roles as RecapAuthorShape['roles'],
  path: null,
  tagline,
  bioHtml: biographyHtml,
  isListed: false,
});

/** The talks that have a card, each once, in order. */
const talksIn = (parts: readonly RecapPart[]): RecapTalkShape[] => [
  ...byKey(
    parts.flatMap((part) => ('talk' in part ? [part.talk] : [])),
    ({ id }) => id,
  ).values(),
];
