import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { conferenceIn, everywhere, For } from '../platform/http/access.ts';
import { localeOf } from '../platform/http/problem.filter.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { TransparencyReports, type TransparencyReportView } from './transparency-reports.ts';

const CSV_FILE = {
  description: 'The file (RFC 4180, UTF-8), by the names of the annexes.',
  content: { 'text/csv': { schema: { type: 'string' } } },
} as const;
const ZIP_FILE = {
  description: 'All files of the year.',
  content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
} as const;

/** The yearly report of a host, as Implementing Regulation (EU) 2024/2835 wants it. */
@ApiTags('organizers')
@Controller('api/v1/admin')
export class TransparencyController {
  constructor(
    private readonly transparencyReports: TransparencyReports,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** Downloads the transparency report of the forum for a year in one file. */
  @Get('transparency/:year.zip')
  @For('organizer', everywhere)
  @ApiOkResponse(ZIP_FILE)
  zip(@Param('year') year: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.sendZip({ conference: null, year, request }, reply);
  }

  /** Reads which files the transparency report of the forum has, and why their empty cells are empty. */
  @Get('transparency/:year')
  @For('organizer', everywhere)
  read(@Param('year') year: string, @Req() request: FastifyRequest): Promise<TransparencyReportView> {
    return this.transparencyReports.read(null, year, localeOf(request));
  }

  /** Downloads one file of the transparency report of the forum. */
  @Get('transparency/:year/:file.csv')
  @For('organizer', everywhere)
  @ApiOkResponse(CSV_FILE)
  csv(
    @Param('year') year: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendCsv({ conference: null, year, request }, file, reply);
  }

  /** Downloads the transparency report of a conference for a year in one file. */
  @Get('conferences/:conference/transparency/:year.zip')
  @For('organizer', conferenceIn('conference'))
  @ApiOkResponse(ZIP_FILE)
  async zipOfConference(
    @Param('conference') key: string,
    @Param('year') year: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeQueries.getConference(key);
    return this.sendZip({ conference, year, request }, reply);
  }

  /** Reads which files the transparency report of a conference has, and why their empty cells are empty. */
  @Get('conferences/:conference/transparency/:year')
  @For('organizer', conferenceIn('conference'))
  async readOfConference(
    @Param('conference') key: string,
    @Param('year') year: string,
    @Req() request: FastifyRequest,
  ): Promise<TransparencyReportView> {
    return this.transparencyReports.read(await this.programmeQueries.getConference(key), year, localeOf(request));
  }

  /** Downloads one file of the transparency report of a conference. */
  @Get('conferences/:conference/transparency/:year/:file.csv')
  @For('organizer', conferenceIn('conference'))
  @ApiOkResponse(CSV_FILE)
  async csvOfConference(
    @Param('conference') key: string,
    @Param('year') year: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeQueries.getConference(key);
    return this.sendCsv({ conference, year, request }, file, reply);
  }

  private async sendCsv({ conference, year, request }: AskedReport, name: string, reply: FastifyReply): Promise<void> {
    const csv = await this.transparencyReports.csv(conference, year, { name, locale: localeOf(request) });
    void reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
        'cache-control': 'no-store',
      })
      .send(csv);
  }

  private async sendZip({ conference, year, request }: AskedReport, reply: FastifyReply): Promise<void> {
    const files = await this.transparencyReports.csvFiles(conference, year, localeOf(request));
    const zip = new yazl.ZipFile();
    for (const [name, csv] of files) zip.addBuffer(Buffer.from(csv), `${name}.csv`);
    zip.end();
    void reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="transparency-${conference?.slug ?? 'report'}-${year}.zip"`,
        'cache-control': 'no-store',
      })
      .send(zip.outputStream as Readable);
  }
}

interface AskedReport {
  /** Null for the whole forum. */
  readonly conference: Conference | null;
  readonly year: string;
  readonly request: FastifyRequest;
}
