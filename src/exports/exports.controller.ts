import { Body, Controller, Delete, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, For, Fresh, SparesStanding, type ActorInSession } from '../platform/http/access.ts';
import { Credentials } from '../sessions/credentials.ts';
import { EraseAccount } from './erase-account.ts';
import type { ErasureReport } from './erasure-report.ts';
import { ErasureRequest } from './exports.requests.ts';
import { MyDataQueries } from './my-data.queries.ts';
import type { MyData } from './my-data.view.ts';

@ApiTags('oneself')
@Controller('api/v1/me')
@For('participant')
export class ExportsController {
  constructor(
    private readonly myDataQueries: MyDataQueries,
    private readonly eraseAccount: EraseAccount,
    private readonly credentials: Credentials,
  ) {}

  /** Downloads everything the forum holds about the caller. */
  @Get('export')
  @Header('content-disposition', 'attachment; filename="aftertalk.json"')
  everything(@Actor() actor: ActorInSession): Promise<MyData> {
    return this.myDataQueries.get(actor.accountId);
  }

  /** Erases the caller's account. The answer says what became of every store that knew it. */
  @Delete()
  @SparesStanding('People can always leave.')
  @Fresh()
  async leave(
    @Body() { posts }: ErasureRequest,
    @Actor() actor: ActorInSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureReport> {
    const report = await this.eraseAccount.erase(actor.accountId, posts);
    void reply.headers(this.credentials.ofLeaving);
    return report;
  }
}
