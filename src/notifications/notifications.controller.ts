import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { Page } from '../kernel/cursor.ts';
import { Actor, For, SparesStanding, TokensWith, WithAddress, type ActorInSession } from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ClosingEmails } from './closing-emails.ts';
import { FollowThread } from './follow-thread.ts';
import { NoticesQueries, type NoticeView } from './notices.queries.ts';

export class ClosingLetterRequest {
  @ApiProperty({ description: 'Whether to get one letter when the conference is archived.' })
  @IsBoolean({ message: 'Say true or false.' })
  wanted: boolean;
}

interface ClosingEmailView {
  /** Whether the caller gets an e-mail when the conference is archived. */
  wanted: boolean;
}

interface FollowingView {
  /** Whether the caller follows the thread now. */
  following: boolean;
}

@ApiTags('oneself')
@Controller('api/v1')
export class NotificationsController {
  constructor(
    private readonly closingEmails: ClosingEmails,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly followThread: FollowThread,
    private readonly noticesQueries: NoticesQueries,
  ) {}

  /** Sets whether the caller gets an e-mail when the conference is archived. */
  @Put('conferences/:conference/closing-letter')
  @SparesStanding('Which e-mails people get is theirs to set.')
  @HttpCode(200)
  @For('participant')
  @WithAddress()
  async wish(
    @Param('conference') key: string,
    @Actor() actor: ActorInSession,
    @Body() { wanted }: ClosingLetterRequest,
  ): Promise<ClosingEmailView> {
    await this.closingEmails.wish(actor.accountId, (await this.programmeQueries.getConference(key)).id, wanted);
    return { wanted };
  }

  /** Lists what concerned the caller in the last 30 days and what became of it, the latest first. */
  @Get('me/notices')
  @TokensWith('read')
  @For('participant')
  notices(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<NoticeView>> {
    return this.noticesQueries.list(actor.accountId, query);
  }

  /** Follows a thread: its answers, its recaps and links added to its talk come in the digest. */
  @Put('threads/:id/follow')
  @SparesStanding('Which e-mails people get is theirs to set.')
  @HttpCode(200)
  @For('participant')
  @WithAddress()
  async follow(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<FollowingView> {
    await this.followThread.follow(actor.accountId, id);
    return { following: true };
  }

  /** Follows a thread no longer. */
  @Delete('threads/:id/follow')
  @SparesStanding('Which e-mails people get is theirs to set.')
  @HttpCode(200)
  @For('participant')
  @WithAddress()
  async unfollow(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<FollowingView> {
    await this.followThread.unfollow(actor.accountId, id);
    return { following: false };
  }
}
