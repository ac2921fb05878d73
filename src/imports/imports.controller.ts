import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { List } from '../kernel/cursor.ts';
import { Actor, conferenceIn, For, noteChangedNothing, type ActorInSession } from '../platform/http/access.ts';
import { localeOf } from '../platform/http/problem.filter.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { ImportReport } from './import-report.ts';
import { ImportSchedule } from './import-schedule.ts';
import { ImportsQueries, type ImportView } from './imports.queries.ts';
import { ImportQuery } from './imports.requests.ts';
import { ProgrammeUploads } from './programme-upload.ts';
import { reportIn } from './report-in-language.ts';
import { UndoImport } from './undo-import.ts';

/** Imports of programmes, the list of the last ones, and their undoing. */
@ApiTags('organizers')
@Controller('api/v1/admin/conferences/:conference/imports')
@For('organizer', conferenceIn('conference'))
export class ImportsController {
  constructor(
    private readonly importSchedule: ImportSchedule,
    private readonly importsQueries: ImportsQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly programmeUploads: ProgrammeUploads,
    private readonly undoImport: UndoImport,
  ) {}

  /** Lists the last ten imports that changed the programme, newest first. */
  @Get()
  async list(@Param('conference') key: string): Promise<List<ImportView>> {
    const { id } = await this.programmeQueries.getConference(key);
    return { items: await this.importsQueries.list(id), next: null };
  }

  /**
   * Imports a programme: a schedule.json or schedule.xml, or a sheet in CSV or XLSX, of at most 10 MB. The
   * conference's own fields stay as they are; a dry run says what would change. The body is the file, or a form with
   * the parts `file`, `decisions` and `mapping`, both JSON: `{"conference": "this"}` imports what seems to be another
   * conference's, and answers by the ids of `questions` decide them; a mapping says what a column of a sheet holds, by
   * its heading, and is remembered. Sentences are in the language of `Accept-Language`, English or French.
   */
  @Post()
  @HttpCode(200)
  @ApiConsumes(
    'application/json',
    'application/xml',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'multipart/form-data',
  )
  @ApiBody({
    description: 'schedule.json, schedule.xml, or a sheet in CSV or XLSX, at most 10 MB.',
    schema: { type: 'string', format: 'binary' },
  })
  async import(
    @Param('conference') key: string,
    @Query() { dryRun }: ImportQuery,
    @Actor() { accountId }: ActorInSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportReport> {
    const { file, fileName, decisions } = this.programmeUploads.read(request);
    const report = await this.importSchedule.into(key, file, {
      dryRun: dryRun === 'true',
      decisions,
      actorId: accountId,
      fileName,
    });
    if (report.importId === null) noteChangedNothing(request);
    return told(report, request, reply);
  }

  /**
   * Undoes one of the last ten imports, once. The programme is as it was before; no comment moves: an added talk with
   * comments becomes cancelled. What was changed since stays, and is named in `kept` and `problems`.
   */
  @Post(':id/undo')
  @HttpCode(200)
  async undo(
    @Param('conference') key: string,
    @Param('id') id: string,
    @Query() { dryRun }: ImportQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportReport> {
    if (dryRun === 'true') noteChangedNothing(request);
    return told(await this.undoImport.undo(key, id, { dryRun: dryRun === 'true' }), request, reply);
  }
}

/** Tells a report in the language of its reader, as problem documents are told. */
function told(report: ImportReport, request: FastifyRequest, reply: FastifyReply): ImportReport {
  void reply.header('vary', 'Accept-Language');
  return reportIn(report, localeOf(request));
}
