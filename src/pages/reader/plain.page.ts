import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { avatar } from './avatar.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';
import { KEPT } from '../retention.ts';

/** What problem documents and authors point to. */
@ApiExcludeController()
@Controller()
@For('reader')
export class PlainPages {
  constructor(
    private readonly personasQueries: PersonasQueries,
    private readonly archivedLedger: ArchivedLedger,
    private readonly frames: Frames,
    private readonly config: Config,
  ) {}

  @Get('problems/:slug')
  problem(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const kind = declaredProblems().find((each) => each.slug === slug);
    if (!kind) throw notFound();
    const frame = this.frames.of(request, { title: '', kind: 'problem', isSignedIn: false });
    this.frames.mark(request, reply);
    void reply.header('cache-control', 'public, max-age=300').send(
      render(ProblemKindPage, {
        frame: { ...frame, title: frame.say(`problems.${slug}.title`) },
        slug,
        status: kind.status,
      }),
    );
  }

  @Get('privacy')
  privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const frame = this.frames.of(request, { title: '', kind: 'privacy', isSignedIn: false });
    this.frames.mark(request, reply);
    void reply
      .header('cache-control', 'public, max-age=300')
      .send(render(PrivacyPage, { frame: { ...frame, title: frame.say('pages.privacy.title') }, kept: KEPT }));
  }

  @Get('accessibility')
  accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const frame = this.frames.of(request, { title: '', kind: 'accessibility', isSignedIn: false });
    this.frames.mark(request, reply);
    void reply
      .header('cache-control', 'public, max-age=300')
      .send(render(AccessibilityPage, { frame: { ...frame, title: frame.say('pages.accessibility.title') } }));
  }

  /** What a page is made of; only where it was asked for, for whoever works on it. */
  @Get('style')
  style(@Query('theme') theme: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!this.config.get('STYLE_PAGE')) throw notFound();
    const frame = this.frames.of(request, { title: 'Style', kind: 'style', isSignedIn: false });
    this.frames.mark(request, reply);
    const scenes = LOCALES.map((locale) => ({ locale, say: words(locale), timeZone: 'Europe/Paris' }));
    void reply
      .header('cache-control', 'no-store')
      .send(render(StylePage, { frame, scenes, theme: theme === 'light' || theme === 'dark' ? theme : null }));
  }

  /** Drawn from a persona's random seed; never from an address. */
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
