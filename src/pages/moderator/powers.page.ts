import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PowersPage } from '../../../web/pages/powers-page.tsx';
import { POWERS_ROLES, powersTable } from '../../moderation/powers.ts';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { DeclaredAccess } from '../../platform/http/declared-access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** Shows who may do what in a conference. */
@ApiExcludeController()
@Controller('organize/:conference/powers')
@AuditsItself()
@For('talk-moderator', conferenceIn('conference'))
export class PowersPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly declaredAccess: DeclaredAccess,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const acts = powersTable(this.declaredAccess.callerAt);
    page.show(
      PowersPage,
      { title: conference.title, kind: 'powers', conference },
      { conference, roles: POWERS_ROLES, acts },
    );
  }
}
