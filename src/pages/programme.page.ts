import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConferencePage, ConferencesPage } from '../../web/programme-pages.tsx';
import { SearchPage } from '../../web/search-page.tsx';
import { LedgerPage } from '../../web/record-pages.tsx';
import { LedgerQueries } from '../moderation/ledger.queries.ts';
import { Actor, For, type ActorInSession } from '../platform/http/access.ts';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import { faultOf } from '../platform/http/plain-text.ts';
import { QUERY_LENGTH } from '../transcript/reading.requests.ts';
import { Search } from '../transcript/search.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { Frames } from './frames.ts';
import { ProgrammeView } from './programme-view.ts';
import { render } from './render.ts';

type Asked = Record<string, string | undefined>;

/** The pages around the threads: conferences, a programme, a ledger. */
@ApiExcludeController()
@Controller()
@For('guest')
export class ProgrammePages {
  constructor(private readonly listing: ProgrammeListing, private readonly programme: ProgrammeView, private readonly ledger: LedgerQueries, private readonly search: Search, private readonly frames: Frames) {}

  @Get()
  async conferences(@Query() { cursor }: Asked, @Actor() actor: ActorInSession | null, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { items, next } = await this.listing.conferences({ limit: 50, ...(typeof cursor === 'string' && cursor ? { cursor } : {}) });
    const frame = this.frames.of(request, { title: '', kind: 'conferences', isSignedIn: actor !== null });
    this.answer(request, reply, { actor, html: render(ConferencesPage, { frame, conferences: items, next }) });
  }

  @Get('c/:conference')
  async conference(@Param('conference') slug: string, @Query() asked: Asked, @Actor() actor: ActorInSession | null, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const programme = await this.programme.get(slug, asked);
    const { conference } = programme;
    const frame = this.frames.of(request, { title: conference.title, kind: 'conference', isSignedIn: actor !== null, conference });
    this.answer(request, reply, { actor, html: render(ConferencePage, { frame, programme }) });
  }

  @Get('c/:conference/search')
  async found(@Param('conference') slug: string, @Query() { q, cursor }: Asked, @Actor() actor: ActorInSession | null, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const conference = await this.listing.conference(slug);
    const asked = typeof q === 'string' ? q.trim() : '';
    const isQuestion = faultOf(asked, { ...QUERY_LENGTH, oneLine: true }) === null;
    const { items, next } = isQuestion ? await this.search.find(conference.id, asked, { limit: 20, ...(typeof cursor === 'string' && cursor ? { cursor } : {}) }) : { items: [], next: null };
    const threads = new Map((await this.listing.threadsByIds(items.map(({ comment }) => comment.threadId))).map(({ id, slug: thread }) => [id, thread]));
    const hits = items.map((hit) => ({ ...hit, path: `/c/${conference.slug}/t/${threads.get(hit.comment.threadId)}?comment=${hit.comment.rootId ?? hit.comment.id}#c-${hit.comment.id}` }));
    const frame = this.frames.of(request, { title: conference.title, kind: 'search', isSignedIn: actor !== null, conference });
    this.answer(request, reply, { actor, html: render(SearchPage, { frame, conference, asked, isQuestion, hits, next }) });
  }

  @Get('c/:conference/ledger')
  async decisions(@Param('conference') slug: string, @Query() { cursor }: Asked, @Actor() actor: ActorInSession | null, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const conference = await this.listing.conference(slug);
    const { items, next } = await this.ledger.list(conference.id, { limit: 50, ...(typeof cursor === 'string' && cursor ? { cursor } : {}) });
    const frame = this.frames.of(request, { title: conference.title, kind: 'ledger', isSignedIn: actor !== null, conference });
    this.answer(request, reply, { actor, html: render(LedgerPage, { frame, conference, lines: items, next }) });
  }

  /** The same bytes for everybody without a session; with one, nobody else's business. */
  private answer(request: FastifyRequest, reply: FastifyReply, { actor, html }: { actor: ActorInSession | null; html: string }): void {
    this.frames.mark(request, reply);
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    if (actor === null && answeredAsUnchanged(request, reply, etag)) void reply.send();
    else void reply.send(html);
  }
}
