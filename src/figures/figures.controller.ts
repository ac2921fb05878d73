import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Locale } from '../../locales/words.ts';
import type { List } from '../kernel/cursor.ts';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { CORS } from '../platform/http/cors.ts';
import { localeOf } from '../platform/http/problem.filter.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ReadingLimits } from '../sessions/reading-limits.ts';
import { answerPublic } from '../transcript/public-answer.ts';
import { FigurePictures } from './figure-pictures.ts';
import { FigureRows } from './figure-rows.ts';
import { Figures } from './figures.ts';
import { FigureQuery } from './figures.requests.ts';
import type { FigureDeclarationView, FigureView } from './figures.view.ts';
import { sourceOf } from './figure-source.ts';
import { Config } from '../platform/config/settings.ts';

/** Figures: numbers with their formula, their people and their rows. Never reads the session. */
@ApiTags('figures')
@Controller('api/v1/conferences/:conference/figures')
@For('reader')
export class FiguresController {
  // A figure is read, drawn and given row by row, within the limits of its reader.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly figures: Figures,
    private readonly figureRows: FigureRows,
    private readonly figurePictures: FigurePictures,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly readingLimits: ReadingLimits,
    private readonly config: Config,
  ) {}

  /** Lists the figures as they are declared: what is counted, out of what, and what a figure does not tell. */
  @Get()
  @Answers<List<FigureDeclarationView>>()
  async list(
    @Param('conference') conference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.programmeQueries.getConference(conference);
    void reply.header('vary', 'Accept-Language');
    answerPublic(request, reply, { items: this.figures.declarations(localeOf(request)), next: null } as object);
  }

  /** Sends the rows of a figure as CSV, whose ids belong to this download alone. */
  @Get(':name.csv')
  @ApiOkResponse({
    description: 'The rows, one line a thing counted (RFC 4180).',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  async csv(
    @Param('conference') conference: string,
    @Param('name') name: string,
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.figures.asked(conference, name, query, localeOf(request));
    // The ids are new each time, so that no two downloads share their work.
    await this.readingLimits.mayBuild(request);
    const rows = await this.figureRows.csv(asked);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${asked.conference.slug}-${asked.figure.name}.csv"`)
      .send(Readable.from(rows));
  }

  /** Sends the chart of a figure as SVG, with where it is from and as of when. */
  @Get(':name.svg')
  @ApiOkResponse({ description: 'The chart.', content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async svg(
    @Param('conference') conference: string,
    @Param('name') name: string,
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const svg = await this.drawn({ conference, name }, query, localeOf(request));
    void reply
      .headers(CORS)
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-cache')
      .send(svg);
  }

  /** Sends the chart of a figure as PNG, with where it is from and as of when. */
  @Get(':name.png')
  @ApiOkResponse({
    description: 'The chart.',
    content: { 'image/png': { schema: { type: 'string', format: 'binary' } } },
  })
  async png(
    @Param('conference') conference: string,
    @Param('name') name: string,
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const svg = await this.drawn({ conference, name }, query, localeOf(request));
    let picture = this.figurePictures.find(svg);
    if (!picture) {
      await this.readingLimits.mayBuild(request);
      picture = await this.figurePictures.draw(svg);
    }
    void reply
      .headers(CORS)
      .header('content-type', 'image/png')
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-cache')
      .send(picture);
  }

  /** Reads a figure in the whole conference, on one of its days, or for a talk. Few people are not shown. */
  @Get(':name')
  @Answers<FigureView>()
  async read(
    @Param('conference') conference: string,
    @Param('name') name: string,
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const locale = localeOf(request);
    const asked = await this.figures.asked(conference, name, query, locale);
    void reply.header('vary', 'Accept-Language');
    answerPublic(request, reply, (await this.figures.read(asked, locale)) as object);
  }

  /** The chart as it leaves its page. */
  private async drawn(
    { conference, name }: { conference: string; name: string },
    query: FigureQuery,
    locale: Locale,
  ): Promise<string> {
    const asked = await this.figures.asked(conference, name, query, locale);
    const { publicUrl } = this.config;
    return this.figures.draw(asked, locale, (asOf) => sourceOf(asked, { asOf, locale, publicUrl }));
  }
}
