import { isolated } from '../../../locales/isolated.ts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import QRCode from 'qrcode';
import { formatDateTime } from '../../../web/components/date-time.tsx';
import { brandColours } from '../../programme/brand-colours.policy.ts';
import { BrandImagesQueries } from '../../programme/brand-images.queries.ts';
import { isUuid } from '../../kernel/ids.ts';
import { For } from '../../platform/http/access.ts';
import { isUnchanged } from '../../platform/http/conditional.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { pageOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { ThreadSubject } from '../thread-subject.ts';
import type { PictureTexts } from './picture-svg.ts';
import { headersOfPicture, PictureAnswers } from './picture-answers.ts';
import { PictureNames, type NamedPicture } from './picture-names.ts';
import { Pictures } from './picture.ts';

/**
 * Ways to share a thread without another service: its address as a QR code for a phone nearby, and a picture for links.
 */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('reader')
export class SharingPages {
  // A picture is of a place, what it is about, and a logo; it is named, drawn and cached by three others.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadSubject: ThreadSubject,
    private readonly pictures: Pictures,
    private readonly pictureNames: PictureNames,
    private readonly pictureAnswers: PictureAnswers,
    private readonly brandImagesQueries: BrandImagesQueries,
  ) {}

  /**
   * The address of the thread, or of a comment in it; the comment is not looked up, because an address tells nothing.
   */
  @Get('qr.svg')
  async qr(
    @Param() path: ThreadPath,
    @Query('comment') comment: unknown,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const here = page.base + pageOf(path, await this.threadPlaces.find(path));
    const code = await QRCode.toString(isUuid(comment) ? `${here}?comment=${comment}#c-${comment}` : here, {
      type: 'svg',
      margin: 2,
    });
    void page.reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(code);
  }

  /** For Open Graph: the titles, the day and the room; nothing of the discussion. */
  @Get('picture.png')
  async picture(@Param() path: ThreadPath, @PageRequest() page: RequestedPage): Promise<void> {
    const address = JSON.stringify([path.conference, path.thread]);
    const known = await this.pictureNames.find(address);
    if (known !== null && isUnchangedPicture(page, known.name)) return void page.reply.status(304).send();
    const kept = known === null ? null : await this.pictures.find(known.name);
    if (known !== null && kept !== null) return this.send(page, { ...known, png: kept });
    const { threadId } = await this.threadPlaces.find(path);
    const {
      name,
      versionLabel,
      shown: pictured,
    } = await this.pictureNames.learn(address, threadId, async () => {
      const shown = await this.picturedAt(path);
      return { name: this.pictures.nameOf(shown), shown };
    });
    if (isUnchangedPicture(page, name)) return void page.reply.status(304).send();
    const png = await this.pictures.get(pictured, page.request);
    this.send(page, { name, versionLabel, png });
  }

  private send({ request, reply }: RequestedPage, { name, versionLabel, png }: NamedPicture & { png: Buffer }): void {
    this.pictureAnswers.keep(request.url, versionLabel, { name, png });
    void reply.header('content-type', 'image/png').send(png);
  }

  private async logoAt(url: string | null): Promise<PictureTexts['logo']> {
    const [, file = '', width, height] = /^\/brand\/(.+-(\d+)x(\d+)\.png)$/.exec(url ?? '') ?? [];
    const png = file === '' ? null : await this.brandImagesQueries.find(file);
    return png && { png, width: Number(width), height: Number(height) };
  }

  private async picturedAt(path: ThreadPath): Promise<PictureTexts> {
    const { conference, talk, thread } = await this.threadSubject.get(path);
    const day = talk?.startsAt
      ? formatDateTime(talk.startsAt, {
          locale: conference.locale,
          timeZone: conference.timeZone,
          time: false,
        })
      : '';
    const speakers = talk?.speakers.map(({ name }) => isolated(name)).join(', ') ?? '';
    const { accent, logoUrl } = conference.brand;
    return {
      over: conference.title,
      title: thread.title,
      foot: [day, talk?.room ?? '', speakers].filter(Boolean).join(' · '),
      accent: accent === null ? null : brandColours(accent).light.accent,
      logo: await this.logoAt(logoUrl),
    };
  }
}

/** Sets the headers of a picture; returns whether the browser has it. */
function isUnchangedPicture({ request, reply }: RequestedPage, name: string): boolean {
  const headers = headersOfPicture(name);
  void reply.headers(headers);
  return isUnchanged(request, headers.etag);
}
