import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import QRCode from 'qrcode';
import { formatMoment } from '../../web/moment.tsx';
import { isUuid } from '../kernel/ids.ts';
import { For } from '../platform/http/access.ts';
import { Frames } from './frames.ts';
import { Pictures } from './picture.ts';
import { ThreadPageView } from './thread-view.ts';

/** What helps to hand a thread on without asking anybody else: its address as a code for a phone nearby, and a picture for links to it. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('reader')
export class SharingPages {
  private readonly pictures = new Pictures();

  constructor(private readonly view: ThreadPageView, private readonly frames: Frames) {}

  /** The address of the thread, or of one comment in it; whether that comment exists is not looked up, an address tells nothing. */
  @Get('qr.svg')
  async qr(@Param() at: { conference: string; thread: string }, @Query('comment') comment: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.view.find(at.conference, at.thread);
    const here = `${this.frames.base}/c/${encodeURIComponent(at.conference)}/t/${encodeURIComponent(at.thread)}`;
    const code = await QRCode.toString(isUuid(comment) ? `${here}?comment=${comment}#c-${comment}` : here, { type: 'svg', margin: 2 });
    void reply.header('content-type', 'image/svg+xml; charset=utf-8').header('cache-control', 'public, max-age=86400').send(code);
  }

  /** For Open Graph: the titles, the day and the room; no word of the discussion. */
  @Get('picture.png')
  async picture(@Param() at: { conference: string; thread: string }, @Res() reply: FastifyReply): Promise<void> {
    const { conference, talk, thread } = await this.view.around(at.conference, at.thread);
    const day = talk?.startsAt ? formatMoment(talk.startsAt, { locale: conference.locale, timeZone: conference.timeZone, time: false, zone: false }) : '';
    const png = await this.pictures.of({ over: conference.title, title: thread.title, foot: [day, talk?.room ?? '', talk?.speakers.map(({ name }) => name).join(', ') ?? ''].filter(Boolean).join(' · ') });
    void reply.header('content-type', 'image/png').header('cache-control', 'public, max-age=3600').send(png);
  }
}
