import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';

/** A page of a conference, by its slug. */
const CONFERENCE_PAGE = /^\/(?:c|embed|organize|desk)\/([\w.-]+)/;
/** The form that reports a comment. */
const REPORT_FORM = /^\/comments\/([\w-]+)\/report/;
/** The status page of a report. */
const RECEIPT = /^\/reports\/([\w-]+)/;
/** The page of an accepted invitation, by the talk. */
const ACCEPTED = /^\/claim\?(?:.*&)?talk=([\w-]+)/;

/** Finds the conference that a page belongs to, or from which its reader comes. */
@Injectable()
export class ConferenceOfPage {
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /**
   * By the address, then by what a link or a form names: the conference, or the page to return to. Null for a page of
   * no conference.
   */
  async find({ url, query, body }: FastifyRequest): Promise<Conference | null> {
    for (const place of [url, named('conference', query), named('next', query), named('next', body)]) {
      const conference = await this.ofPlace(place);
      if (conference !== null) return conference;
    }
    return null;
  }

  /** Without a named one the only conference of the forum; null with several, or none. */
  async findOrOnly(request: FastifyRequest): Promise<Conference | null> {
    const found = await this.find(request);
    if (found !== null) return found;
    const [only, another] = await this.programmeQueries.listConferences(2, null);
    return only !== undefined && another === undefined ? only : null;
  }

  private async ofPlace(place: string): Promise<Conference | null> {
    const slug = CONFERENCE_PAGE.exec(place)?.[1];
    if (slug !== undefined) return this.programmeQueries.findConference(slug);
    const comment = REPORT_FORM.exec(place)?.[1];
    if (comment !== undefined)
      return this.where(
        `select t.conference_id id from comments m
         join threads t on t.id = m.thread_id
         where m.id = $1`,
        comment,
      );
    const receipt = RECEIPT.exec(place)?.[1];
    if (receipt !== undefined) return this.where('select conference_id id from reports where receipt = $1', receipt);
    const talk = ACCEPTED.exec(place)?.[1];
    return talk === undefined ? null : this.where('select conference_id id from talks where id = $1', talk);
  }

  private async where(sql: string, id: string): Promise<Conference | null> {
    const [row] = isUuid(id) ? await this.database.ask<{ id: string }>(sql, [id]) : [];
    return row ? this.programmeQueries.findConference(row.id) : null;
  }
}

/** A path that a form or a link names: the page to return to, or the conference by its slug. */
function named(field: 'conference' | 'next', fields: unknown): string {
  const value = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>)[field] : null;
  if (typeof value !== 'string') return '';
  return field === 'next' ? value : `/c/${value}`;
}
