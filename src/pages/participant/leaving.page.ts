import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LeftPage } from '../../../web/pages/left-page.tsx';
import { MyDataPage } from '../../../web/pages/my-data-page.tsx';
import { EraseAccount } from '../../exports/erase-account.ts';
import { ErasureRequest } from '../../exports/exports.requests.ts';
import { MyDataQueries } from '../../exports/my-data.queries.ts';
import { For, Fresh, SparesStanding } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { readForm, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { GONE_WITHIN } from '../retention.ts';

/** The download of one's data, and the erasure of the account. */
@ApiExcludeController()
@Controller('me')
@For('participant')
export class LeavingPages {
  constructor(
    private readonly myDataQueries: MyDataQueries,
    private readonly eraseAccount: EraseAccount,
    private readonly credentials: Credentials,
  ) {}

  @Get('export')
  async everything(@PageRequest() page: ParticipantPage): Promise<void> {
    const data = await this.myDataQueries.get(page.actor.accountId);
    page.show(MyDataPage, { titleKey: 'pages.export.title', kind: 'export' }, { data });
  }

  @Post('erasure')
  @SparesStanding('People can always leave.')
  @HttpCode(200)
  @Fresh()
  async leave(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { posts } = await readForm(ErasureRequest, form, ['posts']);
    const { stores } = await this.eraseAccount.erase(page.actor.accountId, posts);
    const context = page.context({ titleKey: 'pages.left.title', kind: 'left', isSignedIn: false });
    page.mark();
    void page.reply
      .headers(this.credentials.ofLeaving)
      .send(render(LeftPage, { context: { ...context, here: '/' }, stores, goneWithin: GONE_WITHIN }));
  }
}
