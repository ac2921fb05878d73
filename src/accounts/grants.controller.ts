import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '../kernel/common.problems.ts';
import type { Page } from '../kernel/cursor.ts';
import {
  Actor,
  conferenceIn,
  For,
  grantIn,
  ScopeRegistry,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { GrantsQueries, type HeldGrant } from './grants.queries.ts';
import { RevokeGrant } from './revoke-grant.ts';

/** Lists the grants of a conference and revokes them. */
@ApiTags('organizers')
@Controller('api/v1/admin')
export class GrantsController {
  constructor(
    private readonly grantsQueries: GrantsQueries,
    private readonly revokeGrant: RevokeGrant,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Lists who may do what in a conference, organizers first. */
  @Get('conferences/:conference/grants')
  @For('organizer', conferenceIn('conference'))
  async list(@Param('conference') conference: string, @Query() query: ListingQuery): Promise<Page<HeldGrant>> {
    const conferenceId = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (!conferenceId) throw notFound();
    return this.grantsQueries.listIn(conferenceId, query);
  }

  /** Takes a right back. */
  @Delete('grants/:id')
  @TokensWith(null)
  @HttpCode(204)
  @For('organizer', grantIn('id'))
  end(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<void> {
    return this.revokeGrant.revoke(actor.accountId, id);
  }
}
