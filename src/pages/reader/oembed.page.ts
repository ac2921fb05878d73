import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { Config } from '../../platform/config/settings.ts';
import { For } from '../../platform/http/access.ts';
import type { PageQuery } from '../page-query.ts';
import { oembedFormatUnknown } from '../pages.problems.ts';
import { ThreadSubject } from '../thread-subject.ts';
import type { ThreadPath } from '../thread-places.ts';

/** Default size of an embedded thread, in pixels. */
const SIZE = { width: 720, height: 560 };

/** Describes a thread to programs of other sites that show it (https://oembed.com, version 1.0). */
@ApiExcludeController()
@Controller('oembed')
@For('reader')
export class OembedPages {
  constructor(
    private readonly threadSubject: ThreadSubject,
    private readonly config: Config,
  ) {}

  /** `url` is a thread's page here. */
  @Get()
  async read(@Query() query: PageQuery): Promise<object> {
    if (query['format'] !== undefined && query['format'] !== 'json') throw oembedFormatUnknown();
    const path = pathIn(query['url'], new URL(this.config.publicUrl).origin);
    if (path === null) throw notFound();
    const { conference, thread } = await this.threadSubject.get(path);
    const [width, height] = [atMost(query['maxwidth'], SIZE.width), atMost(query['maxheight'], SIZE.height)];
    return {
      version: '1.0',
      type: 'rich',
      title: thread.title,
      provider_name: conference.title,
      provider_url: `${this.config.publicUrl}/c/${encodeURIComponent(conference.slug)}`,
      cache_age: 3600,
      width,
      height,
      html:
        `<iframe src="${this.config.publicUrl}/embed/${thread.id}" title="${escaped(thread.title)}" ` +
        `width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
    };
  }
}

/** The names in a thread's address; null for another address here. Throws `invalid-request` for another site. */
function pathIn(url: unknown, origin: string): ThreadPath | null {
  if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).origin !== origin)
    throw invalidRequest([{ pointer: '#/url', detail: 'Give the address of a thread of this forum.' }]);
  const [, conference, thread] = /^\/c\/([\w-]+)\/t\/([\w-]+)\/?$/.exec(new URL(url).pathname) ?? [];
  return conference === undefined || thread === undefined ? null : { conference, thread };
}

const atMost = (asked: unknown, most: number): number =>
  typeof asked === 'string' && /^\d{2,5}$/.test(asked) ? Math.min(Number(asked), most) : most;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
