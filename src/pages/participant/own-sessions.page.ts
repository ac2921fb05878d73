import { Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RemovePasskey } from '../../passkeys/remove-passkey.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { SessionsQueries } from '../../sessions/sessions.queries.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The forms that end sessions and remove passkeys. */
@ApiExcludeController()
@Controller('me')
@For('participant')
export class OwnSessionsPages {
  constructor(
    private readonly sessionsQueries: SessionsQueries,
    private readonly removePasskey: RemovePasskey,
    private readonly credentials: Credentials,
  ) {}

  @Post('passkeys/:id')
  @SparesStanding('How people sign in is no part of a conference.')
  async forget(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.removePasskey.remove(page.actor.accountId, id);
    page.redirect('/me', 'passkey-removed');
  }

  @Post('sessions')
  @SparesStanding('How people sign in is no part of a conference.')
  async endOthers(@PageRequest() page: ParticipantPage): Promise<void> {
    await this.sessionsQueries.endOthers(page.actor);
    page.redirect('/me', 'sessions-ended');
  }

  @Post('sessions/:id')
  @SparesStanding('How people sign in is no part of a conference.')
  async end(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.sessionsQueries.end(page.actor.accountId, id);
    if (id !== page.actor.sessionId) return page.redirect('/me', 'session-ended');
    void page.reply.headers(this.credentials.ofLeaving);
    page.redirect('/');
  }
}
