import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LeftPage } from '../../../web/pages/left-page.tsx';
import { MyDataPage } from '../../../web/pages/my-data-page.tsx';
import { EraseAccount } from '../../exports/erase-account.ts';
import { ErasureRequest } from '../../exports/exports.requests.ts';
import { MyDataQueries } from '../../exports/my-data.queries.ts';
import { Actor, For, Fresh, SparesStanding, type ActorInSession } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { Forms, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';
import { GONE_WITHIN } from '../retention.ts';

/** What one takes along, and the way out. */
@ApiExcludeController()
@Controller('me')
@For('participant')
export class LeavingPages {
  constructor(
    private readonly myDataQueries: MyDataQueries,
    private readonly eraseAccount: EraseAccount,
    private readonly credentials: Credentials,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get('export')
  async everything(
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const data = await this.myDataQueries.get(actor.accountId);
    const frame = this.frames.of(request, { title: '', kind: 'export', isSignedIn: true });
    this.frames.mark(request, reply);
    void reply.send(render(MyDataPage, { frame: { ...frame, title: frame.say('pages.export.title') }, data }));
  }

  @Post('erasure')
  @SparesStanding('People can always leave.')
  @HttpCode(200)
  @Fresh()
  async leave(
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { posts } = await this.forms.read(ErasureRequest, form, ['posts']);
    const { stores } = await this.eraseAccount.erase(actor.accountId, posts);
    const frame = this.frames.of(request, { title: '', kind: 'left', isSignedIn: false });
    this.frames.mark(request, reply);
    void reply.headers(this.credentials.ofLeaving).send(
      render(LeftPage, {
        frame: { ...frame, here: '/', title: frame.say('pages.left.title') },
        stores,
        goneWithin: GONE_WITHIN,
      }),
    );
  }
}
