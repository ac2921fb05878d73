import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { List } from '../kernel/cursor.ts';
import type { Precondition } from '../kernel/precondition.ts';
import {
  Actor,
  AsksStanding,
  conferenceIn,
  For,
  threadIn,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { RecapQuery, RecapRequest } from './recap.requests.ts';
import { Recaps, type RecapPlace } from './recaps.ts';
import { recapVersion, type RecapVersionView, type RecapView } from './recap.view.ts';
import { WriteRecap } from './write-recap.ts';

@ApiTags('recaps')
@Controller('api/v1')
export class RecapController {
  constructor(
    private readonly recaps: Recaps,
    private readonly writeRecap: WriteRecap,
  ) {}

  /** Reads the recap of a thread. Earlier versions and drafts are for those who write it. */
  @Get('threads/:id/recap')
  @TokensWith('read')
  @Versioned(recapVersion)
  @For('guest')
  async ofThread(
    @Param('id') id: string,
    @Query() { version }: RecapQuery,
    @Actor() actor: ActorInSession | null,
  ): Promise<RecapView> {
    return this.read(await this.recaps.ofThread(id), actor, version);
  }

  /** Writes the recap of a thread. For speakers of the talk, moderators and organizers. */
  @Put('threads/:id/recap')
  @Versioned(recapVersion)
  @AsksStanding(threadIn('id'))
  @ReadAgainOnRepeat('thread-recap')
  @For('participant')
  async writeOfThread(
    @Param('id') id: string,
    @Body() body: RecapRequest,
    @Actor() actor: ActorInSession,
    @IfMatch() precondition: Precondition,
  ): Promise<RecapView> {
    const place = await this.recaps.ofThread(id);
    await this.recaps.demandWriter(actor.accountId, place);
    return this.write(place, body, precondition);
  }

  /** Lists the versions of a thread's recap, the latest first. For those who write it. */
  @Get('threads/:id/recap/versions')
  @TokensWith('read')
  @For('participant')
  async versionsOfThread(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<List<RecapVersionView>> {
    const place = await this.recaps.ofThread(id);
    await this.recaps.demandWriter(actor.accountId, place);
    return { items: await this.recaps.versions(place), next: null };
  }

  /** Reads the recap of a conference. Earlier versions and drafts are for organizers. */
  @Get('conferences/:conference/recap')
  @TokensWith('read')
  @Versioned(recapVersion)
  @For('guest')
  async ofConference(
    @Param('conference') key: string,
    @Query() { version }: RecapQuery,
    @Actor() actor: ActorInSession | null,
  ): Promise<RecapView> {
    return this.read(await this.recaps.ofConference(key), actor, version);
  }

  /** Writes the recap of a conference. */
  @Put('conferences/:conference/recap')
  @Versioned(recapVersion)
  @ReadAgainOnRepeat('conference-recap')
  @For('organizer', conferenceIn('conference'))
  async writeOfConference(
    @Param('conference') key: string,
    @Body() body: RecapRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<RecapView> {
    return this.write(await this.recaps.ofConference(key), body, precondition);
  }

  /** Lists the versions of a conference's recap, the latest first. */
  @Get('conferences/:conference/recap/versions')
  @For('organizer', conferenceIn('conference'))
  async versionsOfConference(@Param('conference') key: string): Promise<List<RecapVersionView>> {
    return { items: await this.recaps.versions(await this.recaps.ofConference(key)), next: null };
  }

  private async read(place: RecapPlace, actor: ActorInSession | null, version: number | undefined): Promise<RecapView> {
    return this.recaps.readBy(actor?.accountId ?? null, place, version);
  }

  private async write(place: RecapPlace, body: RecapRequest, precondition: Precondition): Promise<RecapView> {
    await this.writeRecap.write(place, body, precondition);
    return this.recaps.get(place, { isWriter: true });
  }
}
