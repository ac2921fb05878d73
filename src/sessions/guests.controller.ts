import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foreignOrigin } from '../kernel/common.problems.ts';
import { Actor, For, SparesStanding, type ActorInSession } from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { localeOf } from '../platform/http/problem.filter.ts';
import { BeginGuest } from './begin-guest.ts';
import { Credentials } from './credentials.ts';
import type { NewSessionView } from './session.view.ts';
import { signedInAlready } from './sessions.problems.ts';

@ApiTags('signing in')
@Controller('api/v1/auth')
export class GuestsController {
  constructor(
    private readonly beginGuest: BeginGuest,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Begins the session of a guest, who has no address. The conference's setting `guests` is asked at each act. A code
   * that confirms an address makes it a full account, with all it has.
   */
  @Post('guests')
  @CreatedAt('/api/v1/auth/sessions')
  @SparesStanding('How people sign in is no part of a conference.')
  @SeesToItsKey()
  @For('guest')
  async begin(
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSessionView> {
    // Another site's form comes without our cookie, and must not replace it with a guest's.
    if (request.headers.origin !== undefined && !this.credentials.isOwnOrigin(request.headers)) throw foreignOrigin();
    if (actor) throw signedInAlready();
    const { token, expiresAt } = await this.beginGuest.begin(this.credentials.visitor(request), localeOf(request));
    void reply.header('set-cookie', this.credentials.setCookie(token));
    return { token, expiresAt: expiresAt.toISOString() };
  }
}
