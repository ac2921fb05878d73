import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { madeAt } from '../kernel/ids.ts';
import { words } from '../../locales/catalogues.ts';
import { LedgerQueries } from '../moderation/ledger.queries.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { xml } from './feed.ts';
import { CachedFiles } from './cached-files.ts';

/**
 * The newest public decisions of a conference as a feed (RFC 4287): kind, role, rule and reason; neither names nor
 * words.
 */
@ApiExcludeController()
@Controller('c/:conference')
@For('reader')
export class LedgerFeedController {
  constructor(
    private readonly ledgerQueries: LedgerQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly cachedFiles: CachedFiles,
    private readonly config: Config,
  ) {}

  @Get('ledger.atom')
  read(
    @Param('conference') conference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.cachedFiles.answer(
      { request, reply },
      { conference, type: 'application/atom+xml', dependsOn: 'words' },
      () => this.feedOf(conference),
    );
  }

  /** A tag URI (RFC 4151): its authority, the date, and the thing. */
  private idOf(conferenceId: string, begun: Date): string {
    const day = begun.toISOString().slice(0, 10);
    return `tag:${new URL(this.config.publicUrl).hostname},${day}:${conferenceId}/ledger`;
  }

  private async feedOf(conference: string): Promise<{ text: string; language: string }> {
    const { id, slug, title, locale, settings, startsOn } = await this.programmeQueries.getConference(conference);
    const begun = madeAt(id) ?? new Date(startsOn);
    const say = words(locale);
    const page = `${this.config.publicUrl}/c/${slug}/ledger`;
    const { items } = await this.ledgerQueries.list(id, { limit: 50 });
    const entries = items.map((line) => {
      const rule =
        line.rule === null ? '' : `${settings.rules.find(({ key }) => key === line.rule)?.title ?? line.rule}. `;
      return (
        `<entry><id>urn:uuid:${line.id}</id><title>${xml(say(`pages.ledger.kinds.${line.kind}`))}</title>` +
        `<updated>${line.at}</updated><author><name>${xml(say(`pages.audit.roles.${line.role}`))}</name></author>` +
        `<link rel="alternate" type="text/html" href="${xml(`${page}#${line.id}`)}"/><category ` +
        `term="${xml(line.kind)}"/><content type="text">${xml(rule + line.reason)}</content></entry>`
      );
    });
    const text =
      `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" ` +
      `xml:lang="${xml(locale)}"><id>${xml(this.idOf(id, begun))}</id>` +
      `<title>${xml(`${say('pages.ledger.title')}: ${title}`)}</title>` +
      `<updated>${items[0]?.at ?? begun.toISOString()}</updated><link rel="self" type="application/atom+xml" ` +
      `href="${xml(`${page}.atom`)}"/><link rel="alternate" type="text/html" ` +
      `href="${xml(page)}"/>${entries.join('\n')}</feed>\n`;
    return { text, language: locale };
  }
}
