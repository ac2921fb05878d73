import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { words } from '../../../locales/catalogues.ts';
import { LOCALES } from '../../../locales/words.ts';
import { AccessibilityPage } from '../../../web/pages/accessibility-page.tsx';
import { PrivacyPage } from '../../../web/pages/privacy-page.tsx';
import { ProblemKindPage } from '../../../web/pages/problem-kind-page.tsx';
import { StylePage } from '../../../web/pages/style-page.tsx';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { ArchivedLedger } from '../../exports/archived-ledger.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { declaredProblems } from '../../kernel/problem.ts';
import { Config } from '../../platform/config/settings.ts';
import { For } from '../../platform/http/access.ts';
import { themeIn } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { KEPT } from '../retention.ts';
import { avatar } from './avatar.ts';

const FIVE_MINUTES = 'public, max-age=300';

/** The pages about problems, privacy and accessibility, and the avatars. */
@ApiExcludeController()
@Controller()
@For('reader')
export class PlainPages {
  constructor(
    private readonly personasQueries: PersonasQueries,
    private readonly archivedLedger: ArchivedLedger,
    private readonly config: Config,
  ) {}

  @Get('problems/:slug')
  problem(@Param('slug') slug: string, @PageRequest() page: RequestedPage): void {
    const kind = declaredProblems().find((each) => each.slug === slug);
    if (!kind) throw notFound();
    page.show(
      ProblemKindPage,
      { titleKey: `problems.${slug}.title`, kind: 'problem', cache: FIVE_MINUTES },
      { slug, status: kind.status },
    );
  }

  @Get('privacy')
  privacy(@PageRequest() page: RequestedPage): void {
    page.show(PrivacyPage, { titleKey: 'pages.privacy.title', kind: 'privacy', cache: FIVE_MINUTES }, { kept: KEPT });
  }

  @Get('accessibility')
  accessibility(@PageRequest() page: RequestedPage): void {
    page.show(
      AccessibilityPage,
      { titleKey: 'pages.accessibility.title', kind: 'accessibility', cache: FIVE_MINUTES },
      {},
    );
  }

  /** The page of all components, only where STYLE_PAGE is on. */
  @Get('style')
  style(@Query('theme') theme: unknown, @PageRequest() page: RequestedPage): void {
    if (!this.config.get('STYLE_PAGE')) throw notFound();
    const scenes = LOCALES.map((locale) => ({ locale, say: words(locale), timeZone: 'Europe/Paris' }));
    page.show(StylePage, { title: 'Style', kind: 'style', cache: 'no-store' }, { scenes, theme: themeIn({ theme }) });
  }

  /** Drawn from a persona's random seed, never from an address. */
  @Get('avatars/:file')
  async avatar(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const id = file.slice(0, -'.svg'.length);
    const seed = file.endsWith('.svg')
      ? ((await this.personasQueries.avatarSeed(id)) ?? (await this.archivedLedger.avatarSeed(id)))
      : null;
    if (seed === null) throw notFound();
    void reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(avatar(seed));
  }
}
