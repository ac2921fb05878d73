import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { answerAs } from './answer-as.ts';
import { toCalendar } from './calendar.ts';
import { OPENSEARCH, toOpenSearch } from './opensearch.ts';
import type { ProgrammeToWrite } from './schedule-events.ts';
import { toScheduleJson } from './schedule-json.ts';
import { SCHEDULE_XML, toScheduleXml } from './schedule-xml.ts';
import { SECURITY_POLICY, securityText } from './security-text.ts';
import { ScheduleQueries } from './schedule.queries.ts';
import { CachedFiles } from './cached-files.ts';
import { listOfPages, listOfSitemaps } from './sitemap.ts';
import { SitemapQueries } from './sitemap.queries.ts';

/** Files at addresses that programs know: the programme, and the lists of pages. */
@ApiExcludeController()
@Controller()
@For('reader')
export class MachinesController {
  // Calendar, programme file and sitemap are read by their own queries and cached by one store.
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly scheduleQueries: ScheduleQueries,
    private readonly sitemapQueries: SitemapQueries,
    private readonly cachedFiles: CachedFiles,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('c/:conference/schedule.json')
  async json(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedFiles.answer(
      { request, reply },
      { conference: slug, type: 'application/json', dependsOn: 'programme' },
      async () => toScheduleJson(await this.programmeOf(slug)),
    );
  }

  @Get('c/:conference/schedule.xml')
  async xml(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedFiles.answer(
      { request, reply },
      { conference: slug, type: SCHEDULE_XML, dependsOn: 'programme' },
      async () => toScheduleXml(await this.programmeOf(slug)),
    );
  }

  @Get('c/:conference/schedule.ics')
  async calendar(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedFiles.answer(
      { request, reply },
      { conference: slug, type: 'text/calendar', dependsOn: 'programme' },
      async () => {
        const conference = await this.programmeQueries.getConference(slug);
        return toCalendar(conference, this.scheduleQueries.talks(conference.id), this.config.publicUrl);
      },
    );
  }

  /** Describes the search of this conference's discussions to a browser's address field (OpenSearch 1.1). */
  @Get('c/:conference/opensearch.xml')
  async search(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedFiles.answer(
      { request, reply },
      { conference: slug, type: OPENSEARCH, dependsOn: 'programme' },
      async () => toOpenSearch(await this.programmeQueries.getConference(slug), this.config.publicUrl),
    );
  }

  @Get('robots.txt')
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    // Pages that must not be listed say so themselves, which a crawler can only read when it may fetch them.
    answerAs(request, reply, {
      type: 'text/plain',
      body: [
        'User-agent: *',
        'Disallow: /api',
        'Disallow: /organize/',
        'Disallow: /me',
        'Disallow: /sign-in',
        'Disallow: /claim',
        '',
        `Sitemap: ${this.config.publicUrl}/sitemap.xml`,
        '',
      ].join('\n'),
    });
  }

  /** The one address that the operator publishes on purpose. Throws `not-found` without SECURITY_CONTACT. */
  @Get('.well-known/security.txt')
  security(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const contact = this.config.get('SECURITY_CONTACT');
    if (contact === null) throw notFound();
    answerAs(request, reply, {
      type: 'text/plain',
      body: securityText(contact, { publicUrl: this.config.publicUrl, clock: this.clock }),
    });
  }

  @Get('.well-known/security-policy.txt')
  securityPolicy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.config.get('SECURITY_CONTACT') === null) throw notFound();
    answerAs(request, reply, { type: 'text/plain', body: SECURITY_POLICY });
  }

  /** Leads password managers to the ways to sign in (W3C, a well-known URL for changing passwords). */
  @Get('.well-known/change-password')
  changePassword(@Res() reply: FastifyReply): void {
    void reply.redirect('/me#passkeys', 302);
  }

  @Get('sitemap.xml')
  async sitemaps(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerAs(request, reply, {
      type: 'application/xml',
      body: listOfSitemaps(
        (await this.sitemapQueries.conferences()).map((slug) => `${this.config.publicUrl}/c/${slug}/sitemap.xml`),
      ),
    });
  }

  @Get('c/:conference/sitemap.xml')
  async sitemap(
    @Param('conference') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedFiles.answer(
      { request, reply },
      { conference: slug, type: 'application/xml', dependsOn: 'counts' },
      async () => {
        const conference = await this.programmeQueries.getConference(slug);
        if (conference.settings.robots === 'noindex') throw notFound();
        return listOfPages(
          `${this.config.publicUrl}/c/${conference.slug}`,
          await this.sitemapQueries.ofConference(conference.id),
        );
      },
    );
  }

  private async programmeOf(slug: string): Promise<Omit<ProgrammeToWrite, 'write'>> {
    const conference = await this.programmeQueries.getConference(slug);
    return { conference, talks: this.scheduleQueries.talks(conference.id), base: this.config.publicUrl };
  }
}
