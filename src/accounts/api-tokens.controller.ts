import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../kernel/common.problems.ts';
import type { List } from '../kernel/cursor.ts';
import {
  Actor,
  conferenceIn,
  For,
  Fresh,
  ScopeRegistry,
  SparesStanding,
  WithAddress,
  type ActorInSession,
} from '../platform/http/access.ts';
import { readKey, SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { ApiTokenRequest } from './api-tokens.requests.ts';
import { ApiTokensQueries, type ApiTokenView } from './api-tokens.queries.ts';
import { EndApiTokens } from './end-api-tokens.ts';
import { MakeApiToken } from './make-api-token.ts';
import { CreatedAt } from '../platform/http/created-at.ts';

/** A token as its maker gets it, once. */
export interface NewApiTokenView extends ApiTokenView {
  /** The token itself; null in the answer to a repeated request. */
  token: string | null;
}

@ApiTags('oneself')
@Controller('api/v1/me/tokens')
export class ApiTokensController {
  constructor(
    private readonly apiTokensQueries: ApiTokensQueries,
    private readonly makeApiToken: MakeApiToken,
    private readonly endApiTokens: EndApiTokens,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Lists the API tokens of the account. */
  @Get()
  @For('participant')
  async list(@Actor() actor: ActorInSession): Promise<List<ApiTokenView>> {
    return { items: await this.apiTokensQueries.list(actor.accountId), next: null };
  }

  /** Makes an API token for a program, and shows it once. */
  @Post()
  @CreatedAt('/api/v1/me/tokens/:id')
  @SparesStanding('How programs sign in is no part of a conference.')
  @SeesToItsKey()
  @For('participant')
  @WithAddress()
  @Fresh()
  async create(
    @Actor() actor: ActorInSession,
    @Body() { name, scopes, conferenceId: conference, expiresAt }: ApiTokenRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewApiTokenView> {
    const { made, token } = await this.makeApiToken.make(actor.accountId, {
      name,
      scopes,
      conferenceId: conference === undefined ? null : await this.idOf(conference),
      expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      key: readKey(request.headers),
    });
    void reply.header('cache-control', 'no-store');
    if (token === null) void reply.header('idempotency-replayed', 'true');
    return { ...made, token };
  }

  /** Ends an API token at once. */
  @Delete(':id')
  @SparesStanding('How programs sign in is no part of a conference.')
  @HttpCode(204)
  @For('participant')
  async end(@Actor() actor: ActorInSession, @Param('id') id: string): Promise<void> {
    await this.endApiTokens.end(actor.accountId, id);
  }

  private async idOf(conference: string): Promise<string> {
    const id = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (!id) throw notFound();
    return id;
  }
}
