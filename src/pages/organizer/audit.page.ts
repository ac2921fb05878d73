import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditPage } from '../../../web/pages/audit-page.tsx';
import { Audit } from '../../accounts/audit.ts';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { cursorIn } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The audit of a conference: acts of people with a grant. */
@ApiExcludeController()
@Controller('organize/:conference')
@AuditsItself()
@For('organizer', conferenceIn('conference'))
export class AuditPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly audit: Audit,
  ) {}

  @Get(['log', 'audit'])
  async read(
    @Param('conference') slug: string,
    @Query('cursor') cursor: unknown,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { items, next } = await this.audit.list(conference.id, { limit: 50, cursor: cursorIn({ cursor }) });
    page.show(AuditPage, { title: conference.title, kind: 'audit', conference }, { conference, entries: items, next });
  }
}
