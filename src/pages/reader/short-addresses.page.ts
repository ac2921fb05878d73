import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { codeSvg } from '../paper-code.ts';
import { PageRequest } from '../page-request.ts';
import { Paths } from '../paths.ts';
import { RequestedPage } from '../requested-page.ts';

/** The short address of a thread, which a wall shows and people type. It never changes. */
@ApiExcludeController()
@Controller('q')
@For('reader')
export class ShortAddressPages {
  constructor(
    private readonly threadsQueries: ThreadsQueries,
    private readonly paths: Paths,
  ) {}

  /** The address as a code for paper; it never changes, as the address does not. */
  @Get(':code/qr.svg')
  async qr(@Param('code') code: string, @PageRequest() page: RequestedPage): Promise<void> {
    await this.threadsQueries.getByCode(code.slice(0, 20));
    void page.reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(await codeSvg(`${page.base}/q/${code}`));
  }

  /** Leads to the thread; capitals are as good. Throws `not-found`. */
  @Get(':code')
  async open(@Param('code') code: string, @PageRequest() page: RequestedPage): Promise<void> {
    const { id } = await this.threadsQueries.getByCode(code.slice(0, 20).toLowerCase());
    void page.reply.redirect(await this.paths.toThread(id), 302);
  }
}
