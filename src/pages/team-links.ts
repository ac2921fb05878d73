import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TeamLinksShape } from '../../web/pages/page-context.ts';
import { GrantsQueries, moderatedTalks } from '../accounts/grants.queries.ts';
import { QueueQueries } from '../moderation/queue.queries.ts';
import type { RequestWithActor } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';

/** A page of a conference, by its slug. */
const CONFERENCE_PAGE = /^\/(?:c|organize)\/([\w.-]+)/;

/** Finds the ways of a conference's team for the head of its pages: what the reader organizes and moderates. */
@Injectable()
export class TeamLinks {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly queueQueries: QueueQueries,
  ) {}

  /** Null for readers without a right here, and on pages of no conference. */
  async find(request: FastifyRequest): Promise<TeamLinksShape | null> {
    const { actor } = request as RequestWithActor;
    const slug = CONFERENCE_PAGE.exec(request.url)?.[1];
    if (!actor || actor.isGuest || slug === undefined) return null;
    // Most readers have no right anywhere, which one question tells.
    if ((await this.grantsQueries.list(actor.accountId)).length === 0) return null;
    const conference = await this.programmeQueries.findConference(slug);
    if (!conference) return null;
    const roles = await this.grantsQueries.rolesIn(actor.accountId, conference.id);
    const talkIds = moderatedTalks(roles);
    if (talkIds?.length === 0) return null;
    return {
      path: `/organize/${conference.slug}`,
      organizes: roles.organizer,
      waiting: await this.queueQueries.countWaiting(conference.id, talkIds),
    };
  }
}
