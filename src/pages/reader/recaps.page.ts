import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { words } from '../../../locales/catalogues.ts';
import type { Draft } from '../../../web/components/thread-props.ts';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { GoneRecapPage } from '../../../web/pages/gone-recap-page.tsx';
import { doneModerationIn } from '../../../web/pages/moderation-page.tsx';
import { RecapsPage } from '../../../web/pages/recaps-page.tsx';
import { notFound } from '../../kernel/common.problems.ts';
import { For } from '../../platform/http/access.ts';
import { ConferenceRecaps } from '../../recap/conference-recaps.ts';
import type { Recap } from '../../recap/recap.entity.ts';
import { recapStateOf } from '../../recap/recap.policy.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { CachedPages } from '../cached-pages.ts';
import { cursorIn, plainQuery, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';
import { ThreadPlaces } from '../thread-places.ts';
import { RecapArticleView } from './recap-article-view.ts';
import { RecapFilesToTake } from './recap-files-to-take.ts';
import { ThreadAnswer } from './thread-answer.ts';
import { ThreadDraft } from './thread-draft.ts';
import { partIn } from './thread-part.ts';

/** Most recaps of a page of the list. */
const SHOWN = 50;

/** A recap by the slugs in its address; the last part may end as a file to take away does. */
interface RecapAddress {
  conference: string;
  recap: string;
}

/** The recaps of a conference, and each with its discussion. */
@ApiExcludeController()
@Controller('c/:conference/recaps')
@For('guest')
export class RecapsPages {
  // A recap's page is the page of its thread, and the list joins recaps with authors.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapQueries: RecapQueries,
    private readonly recapArticleView: RecapArticleView,
    private readonly recapFilesToTake: RecapFilesToTake,
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadAnswer: ThreadAnswer,
    private readonly threadDraft: ThreadDraft,
    private readonly cachedPages: CachedPages,
  ) {}

  @Get()
  list(@Param('conference') slug: string, @Query() query: PageQuery, @PageRequest() page: RequestedPage) {
    return this.cachedPages.show(page, { conference: slug, dependsOn: 'words' }, () =>
      this.drawList(page, slug, query),
    );
  }

  @Get(':recap')
  async read(
    @Param() path: RecapAddress,
    @Query() query: PageQuery,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const { slug, form } = addressOf(path.recap);
    const conference = (await this.programmeListing.conference(path.conference)) as ConferenceShape;
    const recap = await this.recapQueries.bySlug(conference.id, slug);
    if (!recap) throw notFound();
    if (recapStateOf(recap) !== 'published') return this.showHidden(page, { conference, recap });
    if (form !== undefined) return this.recapFilesToTake.send(page, { conference, recap, form });
    if (recap.isOfficial) return page.turnTo(await this.recapArticleView.pathOf(recap, conference.slug));
    const place = await this.threadPlaces.get(recap.discussionId!);
    const [thread] = await this.programmeListing.threadsByIds([place.threadId]);
    if (!thread) throw notFound();
    const asked = plainQuery(query);
    const draft = await this.threadDraft.get(page, place, asked);
    const request = {
      path: { conference: conference.slug, thread: thread.slug },
      place,
      part: partIn(asked, place.comments),
      done: doneModerationIn(asked),
    };
    if (hasWords(draft)) return this.threadAnswer.show(page, request, draft);
    return this.cachedPages.show(page, { conference: conference.slug, dependsOn: 'words' }, () =>
      this.threadAnswer.draw(page, request, draft),
    );
  }

  private async drawList(page: RequestedPage, slug: string, query: PageQuery): Promise<string> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const { items, next } = await this.conferenceRecaps.list(slug, { limit: SHOWN, cursor: cursorIn(query) });
    const locale = page.localeIn(conference.locale);
    const say = words(locale);
    const [here, title] = [`/c/${conference.slug}/recaps`, say('pages.recaps.title')];
    const context = page.context({
      title,
      kind: 'recaps',
      conference,
      machines: {
        path: here,
        shared: { title, description: say('pages.recaps.lead'), site: conference.title, picture: null, locale },
        feeds: [{ href: `${here}.atom`, type: 'application/atom+xml', title: `${conference.title} · ${title}` }],
      },
    });
    return render(RecapsPage, {
      context: { ...context, section: 'recaps' as const },
      conference,
      recaps: await this.recapArticleView.linesOf(items, conference.slug),
      next,
      mayWrite: conference.phase !== 'archived' && !page.actor?.isGuest,
    });
  }

  /** Leads the author to their text; tells all others that it is gone, and of a draft nothing. */
  private async showHidden(
    page: RequestedPage,
    { conference, recap }: { conference: ConferenceShape; recap: Recap },
  ): Promise<void> {
    const { actor } = page;
    if (actor && (await this.recapQueries.isOf(recap.personaId, actor.accountId)))
      return page.turnTo(`/c/${conference.slug}/recaps/${recap.slug}/edit`);
    if (recap.publishedAt === null) throw notFound();
    page.show(
      GoneRecapPage,
      {
        titleKey: 'pages.recaps.title',
        kind: 'recap-gone',
        conference,
        status: 410,
        cache: 'no-store',
        // The slug of its address is made of the title, which the links of this page must not repeat.
        here: `/c/${conference.slug}/recaps`,
      },
      { conference, state: recapStateOf(recap) === 'withdrawn' ? 'withdrawn' : 'withheld' },
    );
  }
}

/** The slug in the last part of an address, and the form of the file that it names. */
function addressOf(last: string): { slug: string; form: 'md' | 'html' | 'txt' | undefined } {
  const [, slug = last, form] = /^(.*)\.(md|html|txt)$/.exec(last) ?? [];
  return { slug, form: form as 'md' | 'html' | 'txt' | undefined };
}

/** Whether the form of a page holds something of its reader, so that the page is no one else's. */
const hasWords = ({ body, name, refusal }: Draft): boolean => body !== '' || name !== '' || refusal !== null;
