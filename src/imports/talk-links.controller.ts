import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Precondition } from '../kernel/precondition.ts';
import { Actor, AsksStanding, For, talkIn, type ActorInSession } from '../platform/http/access.ts';
import { editTag, IfMatch } from '../platform/http/edit-tags.ts';
import { TalkLinksRequest } from '../programme/talk-links.requests.ts';
import { talkVersion, toTalkView, type TalkView } from '../programme/talk.view.ts';
import { ChangeTalkLinks } from './change-talk-links.ts';

@ApiTags('programme')
@Controller('api/v1')
export class TalkLinksController {
  constructor(private readonly changeTalkLinks: ChangeTalkLinks) {}

  /**
   * Replaces the links of a talk: slides, a recording, what was spoken of. For speakers of the talk, moderators and
   * organizers. A later import leaves them alone.
   */
  @Put('talks/:id/links')
  @For('participant')
  @AsksStanding(talkIn('id'))
  async replace(
    @Param('id') id: string,
    @Body() body: TalkLinksRequest,
    @IfMatch() precondition: Precondition,
    @Actor() { accountId }: ActorInSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TalkView> {
    const changed = await this.changeTalkLinks.change(accountId, id, body, precondition);
    void reply.header('etag', editTag(talkVersion(changed)));
    return toTalkView(changed);
  }
}
