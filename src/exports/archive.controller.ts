import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { conferenceIn, For } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ZipArchive } from './zip-archive.ts';

@ApiTags('organizers')
@Controller('api/v1/admin')
export class ArchiveController {
  constructor(
    private readonly zipArchive: ZipArchive,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** Downloads the archive of a conference in one file. */
  @Get('conferences/:conference/export')
  @For('organizer', conferenceIn('conference'))
  @ApiOkResponse({
    description: 'The archive; its signer stands in X-Archive-Fingerprint.',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(@Param('conference') key: string, @Res() reply: FastifyReply): Promise<void> {
    const { slug } = await this.programmeQueries.getConference(key);
    const { name, fingerprint, stream } = await this.zipArchive.open(slug);
    void reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'x-archive-fingerprint': fingerprint,
        'cache-control': 'no-store',
      })
      .send(stream);
  }
}
