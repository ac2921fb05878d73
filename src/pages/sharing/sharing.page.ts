import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { formatDateTime } from '../../../web/components/date-time.tsx';
import { isUuid } from '../../kernel/ids.ts';
import { For } from '../../platform/http/access.ts';
import { isUnchanged } from '../../platform/http/conditional.ts';
import { Frames } from '../page-context.ts';
import type { Pictured } from './picture-svg.ts';
import { headersOfPicture, PictureAnswers } from './picture-answers.ts';
import { PictureNames, type NamedPicture } from './picture-names.ts';
import { Pictures } from './picture.ts';
import { ThreadPageView } from '../thread-view.ts';

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * What helps to hand a thread on without asking anybody else: its address as a code for a phone nearby, and a picture
 * for links to it.
 */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('reader')
export class SharingPages {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly pictures: Pictures,
    private readonly pictureNames: PictureNames,
    private readonly pictureAnswers: PictureAnswers,
    private readonly frames: Frames,
  ) {}

  /**
   * The address of the thread, or of one comment in it; whether that comment exists is not looked up, an address tells
   * nothing.
   */
  @Get('qr.svg')
  async qr(
    @Param() at: { conference: string; thread: string },
    @Query('comment') comment: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.threadPageView.find(at.conference, at.thread);
    const here = `${this.frames.base}/c/${encodeURIComponent(at.conference)}/t/${encodeURIComponent(at.thread)}`;
    const code = await QRCode.toString(isUuid(comment) ? `${here}?comment=${comment}#c-${comment}` : here, {
      type: 'svg',
      margin: 2,
    });
    void reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(code);
  }

  /** For Open Graph: the titles, the day and the room; no word of the discussion. */
  @Get('picture.png')
  async picture(
    @Param() at: { conference: string; thread: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const address = JSON.stringify([at.conference, at.thread]);
    const known = await this.pictureNames.find(address);
    if (known !== null && this.isUnchanged({ request, reply }, known.name)) return void reply.status(304).send();
    const kept = known === null ? null : await this.pictures.find(known.name);
    if (known !== null && kept !== null) return this.send({ request, reply }, { ...known, png: kept });
    const { threadId } = await this.threadPageView.find(at.conference, at.thread);
    const {
      name,
      label,
      shown: pictured,
    } = await this.pictureNames.learn(address, threadId, async () => {
      const shown = await this.picturedAt(at);
      return { name: this.pictures.nameOf(shown), shown };
    });
    if (this.isUnchanged({ request, reply }, name)) return void reply.status(304).send();
    const png = await this.pictures.get(pictured, request.ip);
    this.send({ request, reply }, { name, label, png });
  }

  private send({ request, reply }: Exchange, { name, label, png }: NamedPicture & { png: Buffer }): void {
    this.pictureAnswers.keep(request.url, label, { name, png });
    void reply.header('content-type', 'image/png').send(png);
  }

  private isUnchanged({ request, reply }: Exchange, name: string): boolean {
    const headers = headersOfPicture(name);
    void reply.headers(headers);
    return isUnchanged(request, headers.etag);
  }

  private async picturedAt(at: { conference: string; thread: string }): Promise<Pictured> {
    const { conference, talk, thread } = await this.threadPageView.around(at.conference, at.thread);
    const day = talk?.startsAt
      ? formatDateTime(talk.startsAt, {
          locale: conference.locale,
          timeZone: conference.timeZone,
          time: false,
          zone: false,
        })
      : '';
    const speakers = talk?.speakers.map(({ name }) => name).join(', ') ?? '';
    return {
      over: conference.title,
      title: thread.title,
      foot: [day, talk?.room ?? '', speakers].filter(Boolean).join(' · '),
    };
  }
}
