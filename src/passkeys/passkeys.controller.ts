import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { List } from '../kernel/cursor.ts';
import { Actor, For, Fresh, SparesStanding, WithAddress, type ActorInSession } from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { Credentials } from '../sessions/credentials.ts';
import { KnownBrowsers } from '../sessions/known-browsers.ts';
import type { NewSessionView } from '../sessions/session.view.ts';
import { SignInLimits } from '../sessions/sign-in-limits.ts';
import { AddPasskey } from './add-passkey.ts';
import { EnterByPasskey } from './enter-by-passkey.ts';
import { RemovePasskey } from './remove-passkey.ts';
import type { PasskeyCreationView, PasskeyChallengeView } from './passkey-options.view.ts';
import { PasskeysQueries, type PasskeyView } from './passkeys.queries.ts';
import { NewPasskeyRequest, PasskeyRequest } from './passkeys.requests.ts';

@ApiTags('signing in')
@Controller('api/v1/auth/passkeys')
export class PasskeysController {
  // Adding a passkey and entering by one are two steps each, with a verb for each step.
  constructor(
    private readonly addPasskey: AddPasskey,
    private readonly enterByPasskey: EnterByPasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly passkeysQueries: PasskeysQueries,
    private readonly signInLimits: SignInLimits,
    private readonly credentials: Credentials,
    private readonly knownBrowsers: KnownBrowsers,
  ) {}

  /** Lists the caller's own passkeys. */
  @Get()
  @For('participant')
  async list(@Actor() actor: ActorInSession): Promise<List<PasskeyView>> {
    return { items: await this.passkeysQueries.list(actor.accountId), next: null };
  }

  /** Reads what `navigator.credentials.create()` is to be asked. */
  @Post('options')
  @SparesStanding('How people sign in is no part of a conference.')
  @SeesToItsKey()
  @HttpCode(200)
  @For('participant')
  @WithAddress()
  @Fresh()
  options(@Actor() actor: ActorInSession): Promise<PasskeyCreationView> {
    return this.addPasskey.options(actor.accountId);
  }

  /** Adds a passkey. */
  @Post()
  @CreatedAt('/api/v1/auth/passkeys')
  @SparesStanding('How people sign in is no part of a conference.')
  @For('participant')
  @WithAddress()
  @Fresh()
  create(@Actor() actor: ActorInSession, @Body() { answer, name = '' }: NewPasskeyRequest): Promise<PasskeyView> {
    return this.addPasskey.add(actor.accountId, answer, name);
  }

  /** Removes a passkey. */
  @Delete(':id')
  @SparesStanding('How people sign in is no part of a conference.')
  @HttpCode(204)
  @For('participant')
  remove(@Actor() actor: ActorInSession, @Param('id') id: string): Promise<void> {
    return this.removePasskey.remove(actor.accountId, id);
  }

  /** Reads what `navigator.credentials.get()` is to be asked. The same for everybody, but for the challenge. */
  @Post('challenges')
  @SparesStanding('How people sign in is no part of a conference.')
  @SeesToItsKey()
  @HttpCode(200)
  @For('guest')
  async challenge(@Req() request: FastifyRequest): Promise<PasskeyChallengeView> {
    await this.signInLimits.mayShow(this.credentials.visitor(request));
    return this.enterByPasskey.options();
  }

  // No limit, because the signed challenge was made under one and is good once.
  /** Signs in by a passkey. The answer has a token, and sets the cookie of the session. */
  @Post('sessions')
  @CreatedAt('/api/v1/auth/sessions')
  @SparesStanding('How people sign in is no part of a conference.')
  @SeesToItsKey()
  @For('guest')
  async begin(
    @Body() { answer }: PasskeyRequest,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSessionView> {
    const { token, expiresAt, accountId } = await this.enterByPasskey.enter(answer, actor);
    void reply.header('set-cookie', [
      this.credentials.setCookie(token),
      ...(await this.knownBrowsers.cookiesFor(accountId, request.headers.cookie)),
    ]);
    return { token, expiresAt: expiresAt.toISOString() };
  }
}
