import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganizePage } from '../../../web/pages/organize-page.tsx';
import type { Conference, ProblemDocument } from '../../../web/components/shapes.ts';
import { InvitationRequest } from '../../accounts/accounts.requests.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { Invite } from '../../accounts/invite.ts';
import { RevokeGrant } from '../../accounts/revoke-grant.ts';
import { SpeakerLinks } from '../../accounts/speaker-links.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
import { QueueQueries } from '../../moderation/queue.queries.ts';
import { Actor, conferenceIn, For, type ActorInSession } from '../../platform/http/access.ts';
import { DueThreadUpdates } from '../../threads/due-thread-updates.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Forms, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';

interface Visit {
  slug: string;
  request: FastifyRequest;
  reply: FastifyReply;
  actor: ActorInSession;
}
interface Said {
  refusal?: ProblemDocument | null;
  invitation?: string | null;
  done?: string | null;
}

/** The organizers' and moderators' page of a conference. */
@ApiExcludeController()
@Controller('organize/:conference')
export class OrganizePages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly queueQueries: QueueQueries,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly dueThreadUpdates: DueThreadUpdates,
    private readonly threadsQueries: ThreadsQueries,
    private readonly invite: Invite,
    private readonly speakerLinks: SpeakerLinks,
    private readonly grantsQueries: GrantsQueries,
    private readonly revokeGrant: RevokeGrant,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get()
  @For('moderator', conferenceIn('conference'))
  read(
    @Param('conference') slug: string,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show({ slug, request, reply, actor }, {});
  }

  @Post('threads')
  @For('moderator', conferenceIn('conference'))
  lock(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ slug, request, reply, actor }, async (conference) => {
      const thread = await this.threadsQueries.get(typed(form, 'threadId'));
      if (thread.conferenceId !== conference.id) throw notFound();
      await this.changeThreadSettings.change(
        actor.accountId,
        thread.id,
        await this.forms.read(ThreadChangeRequest, form, ['state', 'reason']),
      );
      return {};
    });
  }

  @Post('invitations')
  @For('organizer', conferenceIn('conference'))
  makeLink(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ slug, request, reply, actor }, async (conference) => {
      const { role, talkId, name } = await this.forms.read(InvitationRequest, form, ['role', 'talkId', 'name']);
      const talk =
        role === 'speaker' ? (await this.threadsQueries.listOfTalks(talkId === undefined ? [] : [talkId]))[0] : null;
      if (talk !== null && talk?.conferenceId !== conference.id) throw notFound();
      return {
        invitation: await this.invite.invite(
          { role, conferenceId: conference.id, talkId: talk?.talkId ?? null, name: name || null },
          actor.accountId,
        ),
      };
    });
  }

  @Post('invitations/cancelled')
  @For('organizer', conferenceIn('conference'))
  cancelLink(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ slug, request, reply, actor }, async (conference) => {
      await this.invite.cancel(conference.id, typed(form, 'invitationId'), actor.accountId);
      return {};
    });
  }

  /** For whatever an organizer sends mail with; each press makes new links, and the earlier ones still work. */
  @Post('speaker-links')
  @For('organizer', conferenceIn('conference'))
  async createSpeakerLinks(
    @Param('conference') slug: string,
    @Actor() actor: ActorInSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await this.programmeListing.conference(slug);
    const lines = await this.speakerLinks.create(id, actor.accountId);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="speaker-links.csv"')
      .send(`${lines.join('\r\n')}\r\n`);
  }

  @Post('grants')
  @For('organizer', conferenceIn('conference'))
  takeBack(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ slug, request, reply, actor }, async (conference) => {
      const grantId = typed(form, 'grantId');
      if ((await this.grantsQueries.conferenceOf(grantId)) !== conference.id) throw notFound();
      await this.revokeGrant.revoke(actor.accountId, grantId);
      return {};
    });
  }

  /** A link is shown once, on the answer itself; everything else is seen on the page one comes back to. */
  private async act(
    { slug, request, reply, actor }: Visit,
    work: (conference: Conference) => Promise<Said>,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { done, refusal } = await this.forms.attempt(this.frames.localeOf(request, conference.locale), () =>
      work(conference),
    );
    if (refusal || done.invitation) return this.show({ slug, request, reply, actor }, refusal ? { refusal } : done);
    void reply.redirect(`/organize/${encodeURIComponent(slug)}`, 303);
  }

  private async show(
    { slug, request, reply, actor }: Visit,
    { refusal = null, invitation = null, done = null }: Said,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const roles = await this.grantsQueries.rolesIn(actor.accountId, conference.id);
    const [waits, progress, threads, grants, invitations] = await Promise.all([
      this.queueQueries.waits(conference.id),
      this.dueThreadUpdates.progressIn(conference.id),
      this.programmeListing.listThreads(slug, 'active', { limit: 100 }),
      roles.organizer ? this.grantsQueries.listIn(conference.id) : [],
      roles.organizer
        ? this.invite.open(conference.id, { limit: 50, cursor: cursorIn(request) })
        : { items: [], next: null },
    ]);
    const frame = this.frames.of(request, { title: conference.title, kind: 'organize', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply.status(refusal?.status ?? 200).send(
      render(OrganizePage, {
        frame,
        conference,
        threads: threads.items,
        waits,
        progress,
        refusal,
        invitation,
        done,
        grants,
        invitations,
        isOrganizer: roles.organizer,
      }),
    );
  }
}

/** Further on in the list of links; a form is answered with its beginning. */
function cursorIn({ query }: FastifyRequest): string | undefined {
  const { cursor } = query as Record<string, unknown>;
  return typeof cursor === 'string' ? cursor : undefined;
}
