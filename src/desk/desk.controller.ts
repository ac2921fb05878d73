import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, For, type ActorInSession } from '../platform/http/access.ts';
import { DeskQueries, type DeskView } from './desk.queries.ts';

@ApiTags('questions')
@Controller('api/v1')
export class DeskController {
  constructor(private readonly desk: DeskQueries) {}

  @Get('threads/:id/desk')
  @For('participant')
  open(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<DeskView> {
    return this.desk.get(actor.accountId, id);
  }
}
