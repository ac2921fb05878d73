import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UnsubscribePage } from '../../../web/pages/unsubscribe-page.tsx';
import { UnsubscribeLinks } from '../../accounts/unsubscribe-links.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/**
 * Unsubscribes: where the last line of an e-mail leads, and where mail programs post “unsubscribe” themselves (RFC
 * 8058). All links of a kind get
 * the same answer.
 */
@ApiExcludeController()
@Controller('letters/end')
@For('reader')
export class UnsubscribePages {
  constructor(private readonly unsubscribeLinks: UnsubscribeLinks) {}

  @Get()
  ask(@PageRequest() page: RequestedPage): void {
    show(page, false);
  }

  @Post()
  @SparesStanding('Which e-mails people get is theirs to set.')
  @HttpCode(200)
  async press(@PageRequest() page: RequestedPage): Promise<void> {
    const { token, kind } = namedIn(page.request);
    await this.unsubscribeLinks.unsubscribe(token, kind);
    show(page, true);
  }
}

const show = (page: RequestedPage, isDone: boolean): void =>
  page.show(
    UnsubscribePage,
    { titleKey: 'pages.unsubscribe.title', kind: 'unsubscribe' },
    { ...namedIn(page.request), isDone },
  );

/** The token and the kind that a link names; without a kind it is of an e-mail before there were kinds. */
function namedIn({ query }: FastifyRequest): { token: string; kind: string | undefined } {
  const { of: token, kind } = query as Record<string, unknown>;
  return { token: typeof token === 'string' ? token : '', kind: typeof kind === 'string' ? kind : undefined };
}
