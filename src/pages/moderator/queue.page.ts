import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditPage } from '../../../web/pages/audit-page.tsx';
import { PowersPage } from '../../../web/pages/powers-page.tsx';
import { QueuePage, QUEUES } from '../../../web/pages/queue-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { Audit } from '../../accounts/audit.ts';
import { GrantsQueries, moderatedTalks } from '../../accounts/grants.queries.ts';
import { PeopleQueries } from '../../accounts/people.queries.ts';
import { Clock } from '../../kernel/clock.ts';
import { FACES, powersTable } from '../../moderation/powers.ts';
import { QueueQueries } from '../../moderation/queue.queries.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { Actor, AuditsItself, conferenceIn, For, Fresh, type ActorInSession } from '../../platform/http/access.ts';
import { DeclaredDoors } from '../../platform/http/declared-access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { AtTheQueue } from './queue-forms.ts';
import { Forms, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';

type Kind = (typeof QUEUES)[number];
interface Visit {
  slug: string;
  actor: ActorInSession;
  request: FastifyRequest;
  reply: FastifyReply;
}

const MEDIAN_OVER_DAYS = 90;
const kindOf = (kind: unknown): Kind => QUEUES.find((each) => each === kind) ?? 'held';

/** The queue of a conference, its audit, and who may do what in it. */
@ApiExcludeController()
@Controller('organize/:conference')
@AuditsItself()
export class QueuePages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly queueQueries: QueueQueries,
    private readonly atTheQueue: AtTheQueue,
    private readonly yearlyFigures: YearlyFigures,
    private readonly grantsQueries: GrantsQueries,
    private readonly peopleQueries: PeopleQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly frames: Frames,
    private readonly forms: Forms,
    private readonly declaredDoors: DeclaredDoors,
  ) {}

  @Get('queue')
  @For('talk-moderator', conferenceIn('conference'))
  read(
    @Param('conference') slug: string,
    @Query() { kind, cursor }: Record<string, unknown>,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show(
      { slug, actor, request, reply },
      { kind: kindOf(kind), cursor: typeof cursor === 'string' && cursor !== '' ? cursor : undefined },
    );
  }

  @Post('queue')
  @For('talk-moderator', conferenceIn('conference'))
  async decide(
    @Param('conference') slug: string,
    @Query('kind') asked: unknown,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await this.programmeListing.conference(slug);
    return this.act({ slug, actor, request, reply }, kindOf(asked), () => this.atTheQueue.decide(actor, id, form));
  }

  @Post('sanctions')
  @For('moderator', conferenceIn('conference'))
  @Fresh()
  async sanction(
    @Param('conference') slug: string,
    @Query('kind') asked: unknown,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await this.programmeListing.conference(slug);
    return this.act({ slug, actor, request, reply }, kindOf(asked), () => this.atTheQueue.sanction(actor, id, form));
  }

  @Post('sanctions/:id')
  @For('moderator', conferenceIn('conference'))
  @Fresh()
  async end(
    @Param() { conference: slug, id }: { conference: string; id: string },
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.atTheQueue.end(actor, conference.id, { id, reason: typed(form, 'reason') });
    void reply.redirect(`/organize/${encodeURIComponent(slug)}/conduct`, 303);
  }

  @Get('audit')
  @For('organizer', conferenceIn('conference'))
  async book(
    @Param('conference') slug: string,
    @Query('cursor') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { items, next } = await this.audit.list(conference.id, {
      limit: 50,
      cursor: typeof cursor === 'string' && cursor !== '' ? cursor : undefined,
    });
    const frame = this.frames.of(request, { title: conference.title, kind: 'audit', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply.send(render(AuditPage, { frame, conference, entries: items, next }));
  }

  @Get('powers')
  @For('talk-moderator', conferenceIn('conference'))
  async powers(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const frame = this.frames.of(request, { title: conference.title, kind: 'powers', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply.send(
      render(PowersPage, { frame, conference, faces: FACES, acts: powersTable(this.declaredDoors.callerAt) }),
    );
  }

  private async act(visit: Visit, kind: Kind, work: () => Promise<void>): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(visit.request), work);
    if (refusal) return this.show(visit, { kind }, refusal);
    void visit.reply.redirect(`/organize/${encodeURIComponent(visit.slug)}/queue?kind=${kind}`, 303);
  }

  private async show(
    { slug, actor: { accountId }, request, reply }: Visit,
    { kind, cursor }: { kind: Kind; cursor?: string | undefined },
    refusal: ProblemDocument | null = null,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const roles = await this.grantsQueries.rolesIn(accountId, conference.id);
    const [page, medianMinutes, deciders] = await Promise.all([
      this.queueQueries.list(conference.id, { kind, limit: 20, cursor, accountId, talkIds: moderatedTalks(roles) }),
      this.yearlyFigures.medianMinutes(conference.id, this.clock.ago({ days: MEDIAN_OVER_DAYS })),
      kind === 'appeals' ? this.peopleQueries.deciders(conference.id) : 2,
    ]);
    const frame = this.frames.of(request, { title: conference.title, kind: 'queue', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(QueuePage, {
          frame,
          conference,
          kind,
          items: page.items,
          next: page.next,
          medianMinutes,
          isAlone: deciders < 2,
          maySanction: roles.organizer || roles.moderator,
          refusal,
        }),
      );
  }
}
