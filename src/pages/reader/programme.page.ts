import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../../../locales/catalogues.ts';
import { ConferencePage } from '../../../web/pages/conference-page.tsx';
import { ConferencesPage } from '../../../web/pages/conferences-page.tsx';
import { SearchPage } from '../../../web/pages/search-page.tsx';
import { LedgerPage } from '../../../web/pages/ledger-page.tsx';
import { LedgerQueries } from '../../moderation/ledger.queries.ts';
import { ArchivedLedger } from '../../exports/archived-ledger.ts';
import { ClosingLetters } from '../../notifications/closing-letters.ts';
import { Actor, For, SparesStanding, type ActorInSession } from '../../platform/http/access.ts';
import { faultOf } from '../../platform/http/plain-text.ts';
import { QUERY_LENGTH } from '../../transcript/reading.requests.ts';
import { SearchQueries } from '../../transcript/search.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { answerPage } from '../answer-page.ts';
import { typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { KeptPages } from '../kept-pages.ts';
import { ProgrammeView } from './programme-view.ts';
import { render } from '../render.ts';
import { aboutConference, endingOf } from './structured-data.ts';

type Asked = Record<string, string | undefined>;

/** The pages around the threads: conferences, a programme, a ledger. */
@ApiExcludeController()
@Controller()
@For('guest')
export class ProgrammePages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeView: ProgrammeView,
    private readonly ledgerQueries: LedgerQueries,
    private readonly archivedLedger: ArchivedLedger,
    private readonly searchQueries: SearchQueries,
    private readonly closingLetters: ClosingLetters,
    private readonly keptPages: KeptPages,
    private readonly frames: Frames,
  ) {}

  @Get()
  async conferences(
    @Query() { cursor }: Asked,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items, next } = await this.programmeListing.conferences({
      limit: 50,
      ...(typeof cursor === 'string' && cursor ? { cursor } : {}),
    });
    const frame = this.frames.of(request, { title: '', kind: 'conferences', isSignedIn: actor !== null });
    answerPage(
      this.frames,
      { request, reply, isSomebody: actor !== null },
      render(ConferencesPage, { frame, conferences: items, next }),
    );
  }

  @Get('c/:conference')
  async conference(
    @Param('conference') slug: string,
    @Query() asked: Asked,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draw = (): Promise<string> => this.draw(slug, { asked, actor, request });
    if (actor === null)
      return this.keptPages.answer(
        { request, reply },
        { conference: slug, dependsOn: 'counts', moment: (version) => this.programmeView.minuteOf(version) },
        draw,
      );
    answerPage(this.frames, { request, reply, isSomebody: true }, await draw());
  }

  private async draw(
    slug: string,
    { asked, actor, request }: { asked: Asked; actor: ActorInSession | null; request: FastifyRequest },
  ): Promise<string> {
    const programme = await this.programmeView.get(slug, asked);
    const { conference } = programme;
    const [here, locale] = [`/c/${conference.slug}`, this.frames.localeOf(request, conference.locale)];
    const ending = {
      conference,
      ...endingOf(conference),
      daysAfter: conference.settings.readonlyAfterDays,
      letter: actor && (await this.closingLetters.isWanted(actor.accountId, conference.id)),
    };
    const frame = this.frames.of(request, {
      title: conference.title,
      kind: 'conference',
      isSignedIn: actor !== null,
      conference,
      machines: {
        path: here,
        shared: {
          title: conference.title,
          description: words(locale)('pages.conference.about', { title: conference.title }),
          site: conference.title,
          picture: null,
          locale,
        },
        data: [aboutConference(this.frames.base, conference)],
        feeds: [
          { href: `${here}/feed.atom`, type: 'application/atom+xml', title: conference.title },
          { href: `${here}/feed.json`, type: 'application/feed+json', title: conference.title },
        ],
      },
    });
    return render(ConferencePage, { frame, programme, ending });
  }

  @Post('c/:conference/closing-letter')
  @SparesStanding('Which e-mails people get is theirs to set.')
  @For('participant')
  async wish(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.closingLetters.wish(actor.accountId, conference.id, typed(form, 'wanted') === 'yes');
    void reply.redirect(`/c/${conference.slug}`, 303);
  }

  @Get('c/:conference/search')
  async found(
    @Param('conference') slug: string,
    @Query() asked: Asked,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draw = (): Promise<string> => this.drawFound(slug, { asked, actor, request });
    if (actor === null)
      return this.keptPages.answer(
        { request, reply },
        { conference: slug, dependsOn: 'words', moment: (version) => this.searchQueries.momentOf(version) },
        draw,
      );
    answerPage(this.frames, { request, reply, isSomebody: true }, await draw());
  }

  private async drawFound(
    slug: string,
    { asked: { q, cursor }, actor, request }: { asked: Asked; actor: ActorInSession | null; request: FastifyRequest },
  ): Promise<string> {
    const conference = await this.programmeListing.conference(slug);
    const asked = typeof q === 'string' ? q.trim() : '';
    const isQuestion = faultOf(asked, { ...QUERY_LENGTH, oneLine: true }) === null;
    const { items, next, onlyCommonWords } = isQuestion
      ? await this.searchQueries.find(conference.id, asked, {
          limit: 20,
          ...(typeof cursor === 'string' && cursor ? { cursor } : {}),
        })
      : { items: [], next: null, onlyCommonWords: false };
    const threads = new Map(
      (await this.programmeListing.threadsByIds(items.map(({ comment }) => comment.threadId))).map(
        ({ id, slug: thread }) => [id, thread],
      ),
    );
    const pathTo = ({ id, rootId, threadId }: (typeof items)[number]['comment']): string =>
      `/c/${conference.slug}/t/${threads.get(threadId)}?comment=${rootId ?? id}#c-${id}`;
    const hits = items.map((hit) => ({ ...hit, path: pathTo(hit.comment) }));
    const frame = this.frames.of(request, {
      title: conference.title,
      kind: 'search',
      isSignedIn: actor !== null,
      conference,
    });
    return render(SearchPage, { frame, conference, asked, isQuestion, onlyCommonWords, hits, next });
  }

  @Get('c/:conference/ledger')
  async decisions(
    @Param('conference') slug: string,
    @Query() { cursor }: Asked,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draw = async (): Promise<string> => {
      const conference = await this.programmeListing.conference(slug);
      const { items, next } = await this.ledgerQueries.list(conference.id, {
        limit: 50,
        ...(typeof cursor === 'string' && cursor ? { cursor } : {}),
      });
      const frame = this.frames.of(request, {
        title: conference.title,
        kind: 'ledger',
        isSignedIn: actor !== null,
        conference,
      });
      return render(LedgerPage, {
        frame,
        conference,
        next,
        lines: next === null ? [...items, ...(await this.archivedLedger.list(conference.id))] : items,
      });
    };
    if (actor === null)
      return this.keptPages.answer({ request, reply }, { conference: slug, dependsOn: 'words' }, draw);
    answerPage(this.frames, { request, reply, isSomebody: true }, await draw());
  }
}
