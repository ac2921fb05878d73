import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { StagePage } from '../../../web/pages/stage-page.tsx';
import { Config } from '../../platform/config/settings.ts';
import { For } from '../../platform/http/access.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';
import { ThreadPageView } from '../thread-view.ts';

/** So many of the next questions fit on a wall. */
const NEXT = 4;

/** The stage of a thread: made of public rows alone, the same for everybody, whoever's laptop shows it. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/stage')
@For('reader')
export class StagePages {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly config: Config,
    private readonly frames: Frames,
  ) {}

  @Get()
  async read(
    @Param() at: { conference: string; thread: string },
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { conference, thread, questions, announcement } = await this.threadPageView.stage(at.conference, at.thread);
    const here = `/c/${encodeURIComponent(conference.slug)}/t/${encodeURIComponent(thread.slug)}`;
    const address = `${this.config.publicUrl}${here}`;
    const theme = query['theme'] === 'dark' || query['theme'] === 'light' ? query['theme'] : null;
    const frame = this.frames.of(request, { title: thread.title, kind: 'stage', isSignedIn: false, conference });
    this.frames.mark(request, reply);
    void reply.send(
      render(StagePage, {
        frame,
        thread,
        announcement,
        here,
        address,
        theme,
        names: query['names'] !== 'off',
        qr: await QRCode.toString(address, { type: 'svg', margin: 1 }),
        taken: questions.filter(({ question }) => question?.status === 'taken'),
        next: questions.filter(({ question }) => question?.status === 'open').slice(0, NEXT),
      }),
    );
  }
}
