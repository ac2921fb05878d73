import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { RevokeGrant } from '../../accounts/revoke-grant.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { OrganizePageView } from './organize-view.ts';

/** The form that revokes a grant. */
@ApiExcludeController()
@Controller('organize/:conference/grants')
@For('organizer', conferenceIn('conference'))
export class GrantsPages {
  constructor(
    private readonly organizePageView: OrganizePageView,
    private readonly grantsQueries: GrantsQueries,
    private readonly revokeGrant: RevokeGrant,
  ) {}

  @Post()
  revoke(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.organizePageView.answer(page, slug, async (conference) => {
      const grantId = typed(form, 'grantId');
      if ((await this.grantsQueries.conferenceOf(grantId)) !== conference.id) throw notFound();
      await this.revokeGrant.revoke(page.actor.accountId, grantId);
      return {};
    });
  }
}
