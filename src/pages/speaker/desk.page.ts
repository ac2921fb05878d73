import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskPage } from '../../../web/pages/desk-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { GrantsQueries, leads, moderates } from '../../accounts/grants.queries.ts';
import { DeskQueries } from '../../desk/desk.queries.ts';
import { notAllowed } from '../../kernel/common.problems.ts';
import { Actor, AsksStanding, conferenceIn, For, type ActorInSession } from '../../platform/http/access.ts';
import { AtTheDesk } from './desk-forms.ts';
import { Forms, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';
import { ThreadPageView } from '../thread-view.ts';

interface Place {
  conference: string;
  thread: string;
}
interface Visit {
  at: Place;
  actor: ActorInSession;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The desk of a thread, for its speakers, moderators and organizers; works by forms alone. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/desk')
@For('participant')
export class DeskPages {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly deskQueries: DeskQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly atTheDesk: AtTheDesk,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get()
  read(
    @Param() at: Place,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show({ at, actor, request, reply }, null);
  }

  @Post()
  @AsksStanding(conferenceIn('conference'))
  async act(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { threadId, talkId, conferenceId } = await this.threadPageView.find(at.conference, at.thread);
    const roles = await this.grantsQueries.rolesIn(actor.accountId, conferenceId);
    if (!leads(roles, talkId)) throw notAllowed();
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.atTheDesk.apply({ actor, threadId, isModerator: moderates(roles, talkId), form }),
    );
    if (refusal) return this.show({ at, actor, request, reply }, refusal);
    void reply.redirect(`/c/${encodeURIComponent(at.conference)}/t/${encodeURIComponent(at.thread)}/desk`, 303);
  }

  private async show({ at, actor, request, reply }: Visit, refusal: ProblemDocument | null): Promise<void> {
    const { conference, thread, announcement } = await this.threadPageView.stage(at.conference, at.thread);
    const [desk, roles] = await Promise.all([
      this.deskQueries.get(actor.accountId, thread.id),
      this.grantsQueries.rolesIn(actor.accountId, conference.id),
    ]);
    const frame = this.frames.of(request, { title: thread.title, kind: 'desk', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(DeskPage, {
          frame,
          thread,
          refusal,
          announcement,
          ...desk,
          here: `/c/${encodeURIComponent(at.conference)}/t/${encodeURIComponent(at.thread)}`,
          rules: conference.settings.rules,
          isModerator: moderates(roles, thread.talkId),
          mayRecap: roles.organizer || (thread.talkId !== null && roles.speakerOf.has(thread.talkId)),
        }),
      );
  }
}
