import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import QRCode from 'qrcode';
import { isUuid } from '../kernel/ids.ts';
import { For } from '../platform/http/access.ts';
import { Frames } from './frames.ts';
import { ThreadPageView } from './thread-view.ts';

/** What helps to hand a thread on without asking anybody else: its address as a code for a phone nearby. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('reader')
export class SharingPages {
  constructor(private readonly view: ThreadPageView, private readonly frames: Frames) {}

  /** The address of the thread, or of one comment in it; whether that comment exists is not looked up, an address tells nothing. */
  @Get('qr.svg')
  async qr(@Param() at: { conference: string; thread: string }, @Query('comment') comment: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.view.find(at.conference, at.thread);
    const here = `${this.frames.base}/c/${encodeURIComponent(at.conference)}/t/${encodeURIComponent(at.thread)}`;
    const code = await QRCode.toString(isUuid(comment) ? `${here}?comment=${comment}#c-${comment}` : here, { type: 'svg', margin: 2 });
    void reply.header('content-type', 'image/svg+xml; charset=utf-8').header('cache-control', 'public, max-age=86400').send(code);
  }
}
