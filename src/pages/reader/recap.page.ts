import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecapPage } from '../../../web/pages/recap-page.tsx';
import { notFound } from '../../kernel/common.problems.ts';
import { Actor, For, type ActorInSession } from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { Recaps, titleOf, type RecapPlace } from '../../recap/recaps.ts';
import { answerPage } from '../answer-page.ts';
import { Frames } from '../page-context.ts';
import { RecapPageView, type RecapPath } from './recap-view.ts';
import { render } from '../render.ts';

interface Visit {
  actor: ActorInSession | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Recaps as everybody reads them, and as one carries them elsewhere. */
@ApiExcludeController()
@Controller('c/:conference')
@For('guest')
export class RecapPages {
  constructor(
    private readonly recaps: Recaps,
    private readonly recapPageView: RecapPageView,
    private readonly frames: Frames,
  ) {}

  @Get(['recap', 't/:thread/recap'])
  async read(
    @Param() path: RecapPath,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.recapPageView.find(path);
    const { conference } = place;
    const [recap, isWriter] = await Promise.all([
      this.recaps.published(place),
      this.recaps.mayWrite(actor?.accountId ?? null, place),
    ]);
    if (!recap && !isWriter) throw notFound();
    const title = titleOf(place);
    const frame = this.frames.of(request, { title, kind: 'recap', isSignedIn: actor !== null, conference });
    answerPage(
      this.frames,
      { request, reply, isSomebody: actor !== null },
      render(RecapPage, {
        frame,
        title,
        language: conference.locale,
        here: place.path,
        discussion: discussionOf(place),
        isWriter,
        savedAt: recap?.savedAt.toISOString() ?? null,
        parts: recap ? await this.recapPageView.partsOf({ markdown: recap.markdown, items: [...recap.items] }) : [],
        html: recap ? await this.recaps.asHtml(recap, conference.locale) : null,
      }),
    );
  }

  @Get(['recap.md', 't/:thread/recap.md'])
  async markdown(@Param() path: RecapPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { place, recap } = await this.published(path);
    this.carry(
      { actor: null, request, reply },
      'text/markdown',
      await this.recaps.asMarkdown(place, recap, place.conference.locale),
    );
  }

  @Get(['recap.html', 't/:thread/recap.html'])
  async html(@Param() path: RecapPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { place, recap } = await this.published(path);
    this.carry({ actor: null, request, reply }, 'text/html', await this.recaps.asHtml(recap, place.conference.locale));
  }

  private async published(path: RecapPath) {
    const place = await this.recapPageView.find(path);
    const recap = await this.recaps.published(place);
    if (!recap) throw notFound();
    return { place, recap };
  }

  /** In the language of the conference, whoever fetches it. */
  private carry({ request, reply }: Visit, type: string, text: string): void {
    if (
      answeredAsUnchanged(request, reply, `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`)
    )
      void reply.send();
    else void reply.header('content-type', `${type}; charset=utf-8`).send(text);
  }
}

/** Where a recap's own comments belong. */
export const discussionOf = ({ conference, thread }: RecapPlace): string =>
  thread ? `/c/${conference.slug}/t/${thread.slug}` : `/c/${conference.slug}`;
