import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '../kernel/common.problems.ts';
import type { Page } from '../kernel/cursor.ts';
import { conferenceIn, For, ScopeRegistry } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { Audit, type AuditView } from './audit.ts';

/** Lists what people with a grant did in a conference. */
@ApiTags('organizers')
@Controller('api/v1/admin')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Lists what people with a right did in a conference, the latest first. */
  @Get('conferences/:conference/audit')
  @For('organizer', conferenceIn('conference'))
  async read(@Param('conference') conference: string, @Query() query: ListingQuery): Promise<Page<AuditView>> {
    const id = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (id === null) throw notFound();
    return this.audit.list(id, query);
  }
}
