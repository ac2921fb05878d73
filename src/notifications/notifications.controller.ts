import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Actor, For, SparesStanding, WithAddress, type ActorInSession } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ClosingEmails } from './closing-emails.ts';

export class ClosingLetterRequest {
  @ApiProperty({ description: 'Whether to get one letter when the conference is archived.' })
  @IsBoolean({ message: 'Say true or false.' })
  wanted: boolean;
}

@ApiTags('oneself')
@Controller('api/v1')
export class NotificationsController {
  constructor(
    private readonly closingEmails: ClosingEmails,
    private readonly programmeQueries: ProgrammeQueries,
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
  ): Promise<{ wanted: boolean }> {
    await this.closingEmails.wish(actor.accountId, (await this.programmeQueries.getConference(key)).id, wanted);
    return { wanted };
  }
}
