import { createHash } from 'node:crypto';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RecapPage } from '../../../web/pages/recap-page.tsx';
import { notFound } from '../../kernel/common.problems.ts';
import { For } from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { Recaps, titleOf, type RecapPlace } from '../../recap/recaps.ts';
import { RecapTexts } from '../../recap/recap-texts.ts';
import { toBrandView } from '../../transcript/conference.view.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';
import { RecapPageView, type RecapPath } from './recap-view.ts';

/** Recaps as all readers see them, and in the forms to take elsewhere. */
@ApiExcludeController()
@Controller('c/:conference')
@For('guest')
export class RecapPages {
  constructor(
    private readonly recaps: Recaps,
    private readonly recapTexts: RecapTexts,
    private readonly recapPageView: RecapPageView,
  ) {}

  @Get(['recap', 't/:thread/recap'])
  async read(@Param() path: RecapPath, @PageRequest() page: RequestedPage): Promise<void> {
    const place = await this.recapPageView.find(path);
    const { conference } = place;
    const [recap, isWriter] = await Promise.all([
      this.recaps.published(place),
      this.recaps.mayWrite(page.actor?.accountId ?? null, place),
    ]);
    if (!recap && !isWriter) throw notFound();
    const title = titleOf(place);
    const html = render(RecapPage, {
      context: page.context({
        title,
        kind: 'recap',
        conference: { ...conference, brand: toBrandView(conference.settings) },
      }),
      title,
      language: conference.locale,
      here: place.path,
      discussion: discussionOf(place),
      isWriter,
      savedAt: recap?.savedAt.toISOString() ?? null,
      parts: recap ? await this.recapPageView.partsOf(recap) : [],
      html: recap ? await this.recapTexts.asHtml(recap, conference.locale) : null,
    });
    page.sendShared(html);
  }

  @Get(['recap.md', 't/:thread/recap.md'])
  async markdown(@Param() path: RecapPath, @PageRequest() page: RequestedPage): Promise<void> {
    const { place, recap } = await this.published(path);
    const { conference } = place;
    const text = { ...recap, title: recap.title ?? titleOf(place) };
    send(page, { conference, type: 'text/markdown' }, await this.recapTexts.asMarkdown(text, conference.locale));
  }

  @Get(['recap.html', 't/:thread/recap.html'])
  async html(@Param() path: RecapPath, @PageRequest() page: RequestedPage): Promise<void> {
    const { place, recap } = await this.published(path);
    const { conference } = place;
    send(page, { conference, type: 'text/html' }, await this.recapTexts.asHtml(recap, conference.locale));
  }

  private async published(path: RecapPath) {
    const place = await this.recapPageView.find(path);
    const recap = await this.recaps.published(place);
    if (!recap) throw notFound();
    return { place, recap };
  }
}

interface RecapFile {
  conference: RecapPlace['conference'];
  type: string;
}

/** Sends a recap in the language of the conference, whatever the reader's is. */
function send({ request, reply }: RequestedPage, { conference, type }: RecapFile, text: string): void {
  // A text has no place for what the pages of an unlisted conference say in their head.
  if (conference.settings.robots === 'noindex') void reply.header('x-robots-tag', 'noindex');
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  if (answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.header('content-type', `${type}; charset=utf-8`).send(text);
}

/** The discussion that a recap is about. */
export const discussionOf = ({ conference, thread }: RecapPlace): string =>
  thread ? `/c/${conference.slug}/t/${thread.slug}` : `/c/${conference.slug}`;
