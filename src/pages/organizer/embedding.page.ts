import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmbeddingPage } from '../../../web/pages/embedding-page.tsx';
import type { Conference, ProblemDocument } from '../../../web/components/shapes.ts';
import { SettingsRequest } from '../../programme/programme.requests.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Forms, lines, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';

interface Visit {
  slug: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Which sites may show a conference's threads, and the lines for their pages. */
@ApiExcludeController()
@Controller('organize/:conference/embedding')
@For('organizer', conferenceIn('conference'))
export class EmbeddingPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly manageProgramme: ManageProgramme,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show({ slug, request, reply });
  }

  @Post()
  async save(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), async () => {
      // A site is often copied from the address bar, with a stroke at its end.
      const embedSites = lines(typed(form, 'sites')).map((line) => line.replace(/\/$/, ''));
      await this.manageProgramme.changeConference(slug, {
        settings: await this.forms.read(SettingsRequest, { embedSites }, ['embedSites']),
      });
    });
    if (refusal) return this.show({ slug, request, reply }, { typed: typed(form, 'sites'), refusal });
    void reply.redirect(`/organize/${encodeURIComponent(slug)}/embedding`, 303);
  }

  private async show(
    { slug, request, reply }: Visit,
    refused: { typed: string; refusal: ProblemDocument } | null = null,
  ): Promise<void> {
    const [conference, threads] = await Promise.all([
      this.programmeListing.conference(slug) as Promise<Conference>,
      this.programmeListing.listThreads(slug, 'programme', { limit: 100 }),
    ]);
    const frame = this.frames.of(request, { title: conference.title, kind: 'embedding', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refused?.refusal.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(EmbeddingPage, {
          frame,
          conference,
          sites: refused?.typed ?? conference.settings.embedSites.join('\n'),
          threads: threads.items,
          base: this.frames.base,
          refusal: refused?.refusal ?? null,
        }),
      );
  }
}
