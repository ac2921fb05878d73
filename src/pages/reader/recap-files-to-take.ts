import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { paragraphsOfHtml } from '../../kernel/html-words.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import type { Recap } from '../../recap/recap.entity.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { RecapTexts } from '../../recap/recap-texts.ts';
import { Recaps } from '../../recap/recaps.ts';
import type { RequestedPage } from '../requested-page.ts';

/** A recap as a file to take elsewhere: always in the language of the conference. */
interface FileToTake {
  conference: Pick<ConferenceShape, 'locale' | 'settings'>;
  recap: Recap;
  form: 'md' | 'html' | 'txt';
}

const TYPES = { md: 'text/markdown', html: 'text/html', txt: 'text/plain' } as const;

/** Sends a public recap as Markdown, as clean HTML, or as plain text. */
@Injectable()
export class RecapFilesToTake {
  constructor(
    private readonly recapQueries: RecapQueries,
    private readonly recapTexts: RecapTexts,
    private readonly recaps: Recaps,
  ) {}

  /** Throws `not-found`. */
  async send({ request, reply }: RequestedPage, file: FileToTake): Promise<void> {
    const text = await this.textOf(file);
    // A text has no place for what the pages of an unlisted conference say in their head.
    if (file.conference.settings.robots === 'noindex') void reply.header('x-robots-tag', 'noindex');
    const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    if (answeredAsUnchanged(request, reply, etag)) void reply.send();
    else void reply.header('content-type', `${TYPES[file.form]}; charset=utf-8`).send(text);
  }

  private async textOf({ conference: { locale }, recap, form }: FileToTake): Promise<string> {
    const text = await this.recapQueries.version(recap.id, 'published');
    if (!text) throw notFound();
    if (form === 'html') return this.recapTexts.asHtml(text, locale);
    const { title, author } = await this.recaps.viewOf({ ...recap, text });
    if (form === 'md') return this.recapTexts.asMarkdown({ ...text, title }, locale);
    const words = paragraphsOfHtml(await this.recapTexts.asHtml(text, locale));
    return `${[title, author?.name ?? '', words].filter(Boolean).join('\n\n')}\n`;
  }
}
