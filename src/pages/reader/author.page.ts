import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuthorPage } from '../../../web/pages/author-page.tsx';
import type { CommentShape, ConferenceShape } from '../../../web/components/shapes.ts';
import { For } from '../../platform/http/access.ts';
import { AuthorsQueries } from '../../recap/authors.queries.ts';
import { ConferenceRecaps } from '../../recap/conference-recaps.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';
import { RecapArticleView, toAuthorShape } from './recap-article-view.ts';

/** Most comments of a page. */
const SHOWN = 50;

/**
 * The small page of a persona: its recaps and, if its person wants, its comments. Nothing leads from it to another
 * conference or persona.
 */
@ApiExcludeController()
@Controller('c/:conference/by')
@For('guest')
export class AuthorPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly authorsQueries: AuthorsQueries,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapArticleView: RecapArticleView,
  ) {}

  @Get(':persona')
  async read(
    @Param('conference') conferenceSlug: string,
    @Param('persona') personaSlug: string,
    @Query() query: PageQuery,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(conferenceSlug)) as ConferenceShape;
    const { slug } = conference;
    const author = await this.authorsQueries.get(slug, personaSlug);
    const [recaps, comments] = await Promise.all([
      this.conferenceRecaps.ofPersona(conference.id, author.id),
      author.showsComments
        ? this.authorsQueries.comments(slug, personaSlug, { limit: SHOWN, cursor: cursorIn(query) })
        : null,
    ]);
    const here = `/c/${slug}/by/${author.slug}`;
    const context = page.context({ title: author.name, kind: 'author', conference, machines: { path: here } });
    const html = render(AuthorPage, {
      context: { ...context, isListed: context.isListed && author.isIndexed },
      conference,
      author: toAuthorShape(author, slug),
      recaps: await this.recapArticleView.linesOf(recaps, slug),
      comments:
        comments &&
        comments.items.map(({ comment, threadTitle, threadSlug }) => ({
          comment: comment as CommentShape,
          path: `/c/${slug}/t/${threadSlug}?comment=${comment.rootId ?? comment.id}#c-${comment.id}`,
          threadTitle,
        })),
      next: comments?.next ? `${here}?cursor=${encodeURIComponent(comments.next)}` : null,
    });
    page.sendShared(html);
  }
}
