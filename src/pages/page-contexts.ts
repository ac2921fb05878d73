import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../../locales/catalogues.ts';
import { isLocale, negotiateLocale, wishedLocale, type Locale } from '../../locales/words.ts';
import type { BrandShape } from '../../web/components/shapes.ts';
import { SAID, type DoneMessage } from '../../web/pages/page-context.ts';
import type { PageContext } from '../../web/pages/page.tsx';
import type { SharePreview } from '../../web/pages/page-head.tsx';
import { Config } from '../platform/config/settings.ts';
import type { CachedRequest } from '../platform/http/cached-answers.ts';
import { Credentials } from '../sessions/credentials.ts';
import { isForApi } from '../platform/http/request-path.ts';
import { toBrandView } from '../transcript/conference.view.ts';
import { readAssets } from './assets.ts';
import { pageBrandOf } from './brand/page-brand.ts';
import { ConferenceOfPage } from './conference-of-page.ts';

/** The conference of a page, or the one around it. */
export interface PageConference {
  slug: string;
  title: string;
  timeZone: string;
  locale: Locale;
  /** Conferences of earlier versions lack `robots`. */
  settings: { robots?: 'index' | 'noindex' };
  brand: BrandShape;
}

/** A page's own part of its context. */
export interface PageContextOptions {
  title: string;
  kind: string;
  isSignedIn: boolean;
  conference?: PageConference | null;
  island?: object | null;
  /** The page's language, where it is not the reader's. */
  locale?: Locale;
  /** The target of its links around, instead of its own address. */
  here?: string;
  machines?: {
    path: string;
    feeds?: { href: string; type: string; title: string }[];
    data?: object[];
    shared?: SharePreview;
  } | null;
}

/**
 * Pages that search engines may not list, whatever the conference says: their words stand in threads, or belong to one
 * person.
 */
const LISTED_NOWHERE: ReadonlySet<string> = new Set(
  `search embed stage report report-status sign-in wait claim unsubscribe me export left statement desk recap-editor
   queue style organize audit conduct embedding import powers appearance moderation
   settings discussions programme talk-editor team export highlights posters poster-sheets room`.split(/\s+/),
);

const LANGUAGE_COOKIE = 'lang';

/** Days for which a chosen language is remembered. */
export const LANGUAGE_DAYS = 365;

/** The headers of a page in a language. */
export const pageHeaders = (locale: Locale): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': locale,
  vary: 'Cookie, Accept-Language, Accept-Encoding',
});

/** Reads the surroundings of every page: its language, its texts, its links. */
@Injectable()
export class PageContexts {
  private readonly assets = readAssets();
  private readonly wishes = new Map<string | undefined, string>();
  private readonly sessionCookie: string;

  private readonly fallbacks = new WeakMap<FastifyRequest, Locale>();

  constructor(
    private readonly config: Config,
    private readonly conferenceOfPage: ConferenceOfPage,
    credentials: Credentials,
  ) {
    this.sessionCookie = credentials.cookieName;
  }

  /** Notes the language of a page's conference, for readers who asked for neither of ours. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request) => {
      if (isForApi(request) || wishedLocale(request.headers['accept-language'])) return;
      const conference = await this.conferenceOfPage.find(request).catch(() => null);
      if (conference) this.fallbacks.set(request, conference.locale);
    });
  }

  /**
   * The conference around a page that is not its own, such as the sign-in: the one that the address or the page to
   * return to names, or the only one of the forum; null with several, or while the database is away.
   */
  async conferenceAround(request: FastifyRequest): Promise<PageConference | null> {
    const found = await this.conferenceOfPage.findOrOnly(request).catch(() => null);
    if (!found) return null;
    const { slug, title, timeZone, locale, settings } = found;
    return { slug, title, timeZone, locale, settings, brand: toBrandView(settings) };
  }

  /** `?lang=`, then the reader's earlier choice, then the browser's preference, then the conference's language. */
  localeOf(request: FastifyRequest, fallback: Locale = this.fallbacks.get(request) ?? 'en'): Locale {
    const { lang } = request.query as Record<string, unknown>;
    if (isLocale(lang)) return lang;
    const chosen = parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE];
    return isLocale(chosen) ? chosen : negotiateLocale(request.headers['accept-language'], fallback);
  }

  /** The cache key of a shared page; null for a reader with a session, or with a chosen language. */
  publicKey({ headers, url }: CachedRequest): string | null {
    if (headers.authorization !== undefined || url.includes('lang=')) return null;
    if (headers.cookie === undefined) return `html ${this.wishOf(headers['accept-language'])} ${url}`;
    const cookies = parseCookie(headers.cookie);
    if (cookies[this.sessionCookie] !== undefined) return null;
    const chosen = cookies[LANGUAGE_COOKIE];
    return `html ${isLocale(chosen) ? chosen : this.wishOf(headers['accept-language'])} ${url}`;
  }

  /** The cache key of a shared page without a session, also in a language that the address names. */
  anonymousKey(request: FastifyRequest): string {
    const { lang } = request.query as Record<string, unknown>;
    if (isLocale(lang)) return `html ${lang} ${hereOf(request)}`;
    const chosen = parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE];
    return `html ${isLocale(chosen) ? chosen : this.wishOf(request.headers['accept-language'])} ${request.url}`;
  }

  /** A browser's preferred language, computed once for each header value, of which there are few. */
  private wishOf(acceptLanguage: string | undefined): string {
    const known = this.wishes.get(acceptLanguage);
    if (known !== undefined) return known;
    const [french, english] = [negotiateLocale(acceptLanguage, 'fr'), negotiateLocale(acceptLanguage, 'en')];
    const wish = french === english ? french : 'any';
    if (this.wishes.size > 1_000) this.wishes.clear();
    this.wishes.set(acceptLanguage, wish);
    return wish;
  }

  of(
    request: FastifyRequest,
    { title, kind, isSignedIn, conference = null, island = null, machines = null, ...own }: PageContextOptions,
  ): PageContext {
    const locale = own.locale ?? this.localeOf(request, conference?.locale);
    return {
      locale,
      say: words(locale),
      timeZone: conference?.timeZone ?? 'UTC',
      assets: this.assets,
      here: own.here ?? hereOf(request),
      isSignedIn,
      said: isSignedIn ? saidIn(request) : null,
      title,
      kind,
      isListed: !LISTED_NOWHERE.has(kind) && conference?.settings.robots !== 'noindex',
      island,
      head: machines && {
        canonical: this.config.publicUrl + machines.path,
        feeds: machines.feeds ?? [],
        data: machines.data ?? [],
        shared: machines.shared ?? null,
      },
      conference: conference && {
        slug: conference.slug,
        title: conference.title,
        brand: pageBrandOf(conference.brand),
      },
    };
  }

  /** Sets the headers of every page, and remembers a chosen language. */
  mark(request: FastifyRequest, reply: FastifyReply): void {
    const { lang } = request.query as Record<string, unknown>;
    void reply.headers(pageHeaders(this.localeOf(request)));
    if (isLocale(lang)) void reply.header('set-cookie', this.languageCookie(lang));
  }

  get base(): string {
    return this.config.publicUrl;
  }

  languageCookie(locale: Locale): string {
    return stringifySetCookie({
      name: LANGUAGE_COOKIE,
      value: locale,
      path: '/',
      sameSite: 'lax',
      secure: this.config.isHttps,
      maxAge: LANGUAGE_DAYS * 86_400,
    });
  }
}

/** The address of this page without the chosen language. */
function hereOf(request: FastifyRequest): string {
  // Paths that a browser would read as another site (`/\\evil.example`) become the first page here.
  const url = new URL(safeNext(request.url), 'http://here.example');
  url.searchParams.delete('lang');
  url.searchParams.delete('said');
  return `${url.pathname}${url.search}`;
}

/** The page a reader is on: this one, or the one whose form was sent here. */
export function placeOf(request: FastifyRequest): string {
  const { referer } = request.headers;
  if (request.method === 'GET' || referer === undefined || !URL.canParse(referer)) return hereOf(request);
  const { pathname, search } = new URL(referer);
  return safeNext(`${pathname}${search}`);
}

/** A path within this site; anything else leads to the first page. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2_000) return '/';
  const url = URL.canParse(next, 'http://here.example') ? new URL(next, 'http://here.example') : null;
  return url?.origin === 'http://here.example' && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
}

/** The notice that a form's redirect asks for. Only with a session, so that shared pages are the same for all. */
function saidIn({ query }: FastifyRequest): DoneMessage | null {
  const { said } = query as Record<string, unknown>;
  return SAID.find((known) => known === said) ?? null;
}
