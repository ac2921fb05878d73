import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isLocale, type Locale } from '../../locales/words.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';

/** A page of a conference, by its slug. */
const CONFERENCE_PAGE = /^\/(?:c|embed|organize|desk)\/([\w.-]+)/;
/** The form that reports a comment. */
const REPORT_FORM = /^\/comments\/([\w-]+)\/report/;
/** What became of a report. */
const RECEIPT = /^\/reports\/([\w-]+)/;

/** Finds the language of the conference that a page belongs to, or from which its reader comes. */
@Injectable()
export class LanguageOfPage {
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** By the address, then by the page that a sign-in returns to; null for a page of no conference. */
  async find({ url, query, body }: FastifyRequest): Promise<Locale | null> {
    for (const place of [url, nextIn(query), nextIn(body)]) {
      const locale = await this.ofPlace(place);
      if (locale !== null) return locale;
    }
    return null;
  }

  private async ofPlace(place: string): Promise<Locale | null> {
    const slug = CONFERENCE_PAGE.exec(place)?.[1];
    if (slug !== undefined) return (await this.programmeQueries.findConference(slug))?.locale ?? null;
    const comment = REPORT_FORM.exec(place)?.[1];
    if (comment !== undefined) return this.ofComment(comment);
    const receipt = RECEIPT.exec(place)?.[1];
    return receipt === undefined ? null : this.ofReport(receipt);
  }

  private ofComment(id: string): Promise<Locale | null> {
    return this.localeWhere(
      `select c.locale from comments m
       join threads t on t.id = m.thread_id
       join conferences c on c.id = t.conference_id
       where m.id = $1`,
      id,
    );
  }

  private ofReport(receipt: string): Promise<Locale | null> {
    return this.localeWhere(
      'select c.locale from reports r join conferences c on c.id = r.conference_id where r.receipt = $1',
      receipt,
    );
  }

  private async localeWhere(sql: string, id: string): Promise<Locale | null> {
    const [row] = isUuid(id) ? await this.database.ask<{ locale: string }>(sql, [id]) : [];
    return row && isLocale(row.locale) ? row.locale : null;
  }
}

/** The path that a form or a link names as the page to return to. */
function nextIn(fields: unknown): string {
  const next = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>)['next'] : null;
  return typeof next === 'string' ? next : '';
}
