import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import QRCode from 'qrcode';
import { StagePage } from '../../../web/pages/stage-page.tsx';
import { isLocale } from '../../../locales/words.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { For } from '../../platform/http/access.ts';
import { themeIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { StageView } from '../stage-view.ts';
import { pathOf, type ThreadPath } from '../thread-places.ts';

/** Next questions shown at most, beside the one that is being answered and without one. */
const NEXT = 3;
const NEXT_ALONE = 8;

/** The stage of a thread, made from public rows only, so that it is the same on every laptop. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/stage')
@For('reader')
export class StagePages {
  constructor(
    private readonly stageView: StageView,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  @Get()
  async read(@Param() path: ThreadPath, @Query() query: PageQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const { conference, talk, thread, questions, taken, announcement } = await this.stageView.get(path);
    const here = pathOf({ conference: conference.slug, thread: thread.slug });
    const address = `${page.base}/q/${await this.threadsQueries.codeOf(thread.id)}`;
    // The wall speaks the language of the room, whatever the projecting browser asks for.
    const locale = isLocale(query['lang']) ? query['lang'] : conference.locale;
    page.show(
      StagePage,
      { title: thread.title, kind: 'stage', conference, locale },
      {
        thread,
        announcement,
        speakers: talk?.speakers ?? [],
        here,
        address,
        theme: themeIn(query),
        usualTheme: conference.brand.stageTheme,
        names: query['names'] !== 'off',
        qr: await QRCode.toString(address, { type: 'svg', margin: 1 }),
        taken,
        next: questions.filter(({ question }) => question?.status === 'open').slice(0, taken ? NEXT : NEXT_ALONE),
      },
    );
  }
}
