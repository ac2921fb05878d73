import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CachedAnswers } from '../platform/http/cached-answers.ts';
import { ReadingLimits } from '../sessions/reading-limits.ts';
import { ConferenceDocuments, type ConferenceDocument } from '../transcript/conference-documents.ts';
import type { VersionLabel } from '../transcript/version-label.ts';
import { ResponseCache } from '../transcript/response-cache.ts';
import { PageContexts, pageHeaders } from './page-contexts.ts';
import type { RequestedPage } from './requested-page.ts';

/** A page about a conference, and what it depends on. */
export type CachedPage = Pick<ConferenceDocument, 'conference' | 'dependsOn' | 'moment'>;

/** Queries that are common enough to be cached. */
const COMMON_SHOW = 'programme|active|waiting(?:&status=answered)?|highlights';
const COMMON_QUERY = new RegExp(`^\\?(?:lang=(?:fr|en)|show=(?:${COMMON_SHOW})|day=(?:all|\\d{4}-\\d\\d-\\d\\d))$`);

const documentKey = (key: string): string => `document ${key}`;

/**
 * Caches threads' pages for readers without a session, by language and address, while their label is the confirmed one.
 */
@Injectable()
export class CachedPages implements OnModuleInit {
  constructor(
    private readonly cachedAnswers: CachedAnswers,
    private readonly responseCache: ResponseCache,
    private readonly conferenceDocuments: ConferenceDocuments,
    private readonly readingLimits: ReadingLimits,
    private readonly pageContexts: PageContexts,
  ) {}

  onModuleInit(): void {
    this.cachedAnswers.register((request) => {
      const key =
        request.url.startsWith('/c/') || request.url.startsWith('/embed/')
          ? this.pageContexts.publicKey(request)
          : null;
      return key === null ? null : (this.responseCache.find(key) ?? this.conferenceDocuments.find(documentKey(key)));
    });
  }

  /** The cached page of this version, or the one that is made now; `headers` are sent with it. */
  getOrCreate(
    request: FastifyRequest,
    versionLabel: VersionLabel,
    make: () => { etag: string; body: Buffer },
    headers: Record<string, string> = pageHeaders(this.pageContexts.localeOf(request)),
  ): Buffer {
    const key = this.pageContexts.publicKey(request);
    return key === null
      ? make().body
      : this.responseCache.getOrCreate(key, versionLabel, () => ({ headers, ...make() })).body;
  }

  /**
   * Sends a page about a conference: the cached one or a new one without a session, a page of the reader's own with
   * one.
   */
  async show(page: RequestedPage, wanted: CachedPage, draw: () => Promise<string>): Promise<void> {
    if (page.actor !== null) return page.sendShared(await draw());
    const { request, reply } = page;
    page.mark();
    const query = request.url.indexOf('?');
    const isSearched = query !== -1 && !COMMON_QUERY.test(request.url.slice(query));
    const document = {
      ...wanted,
      key: documentKey(this.pageContexts.anonymousKey(request)),
      isSearched,
      mayBuild: () => this.readingLimits.mayBuild(request),
    };
    await this.conferenceDocuments.answer({ request, reply }, document, async () => ({
      headers: pageHeaders(page.locale),
      pieces: [await draw()],
    }));
  }
}
