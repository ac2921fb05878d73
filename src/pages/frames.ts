import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../../locales/catalogues.ts';
import { isLocale, negotiateLocale, type Locale } from '../../locales/words.ts';
import type { Frame } from '../../web/page.tsx';
import { Config } from '../platform/config/settings.ts';
import { readAssets } from './assets.ts';

interface About { title: string; kind: string; isSignedIn: boolean; conference?: { slug: string; title: string; timeZone: string; locale: Locale } | null; island?: object | null }

const LANGUAGE_COOKIE = 'lang';

/** What stands around every page: its language, its texts, its links. */
@Injectable()
export class Frames {
  private readonly assets = readAssets();

  constructor(private readonly config: Config) {}

  /** `?lang=`, then what the reader chose before, then the browser's wish, then the conference's own language. */
  localeOf(request: FastifyRequest, fallback: Locale = 'en'): Locale {
    const { lang } = request.query as Record<string, unknown>;
    if (isLocale(lang)) return lang;
    const chosen = parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE];
    return isLocale(chosen) ? chosen : negotiateLocale(request.headers['accept-language'], fallback);
  }

  of(request: FastifyRequest, { title, kind, isSignedIn, conference = null, island = null }: About): Frame {
    const locale = this.localeOf(request, conference?.locale);
    return {
      locale, say: words(locale), timeZone: conference?.timeZone ?? 'UTC', assets: this.assets, here: hereOf(request), isSignedIn, title, kind, island,
      conference: conference && { slug: conference.slug, title: conference.title },
    };
  }

  /** The headers of every page; a language that was asked for is remembered. */
  mark(request: FastifyRequest, reply: FastifyReply): void {
    const { lang } = request.query as Record<string, unknown>;
    void reply.header('vary', 'Cookie, Accept-Language').header('content-type', 'text/html; charset=utf-8');
    if (isLocale(lang)) void reply.header('set-cookie', this.languageCookie(lang));
  }

  languageCookie(locale: Locale): string {
    return stringifySetCookie({ name: LANGUAGE_COOKIE, value: locale, path: '/', sameSite: 'lax', secure: this.config.isHttps, maxAge: 365 * 86_400 });
  }
}

/** The address of this page without the language that was asked for. */
function hereOf(request: FastifyRequest): string {
  const url = new URL(request.url, 'http://here.example');
  url.searchParams.delete('lang');
  return `${url.pathname}${url.search}`;
}

/** A way on within this site; anything else leads home. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2_000) return '/';
  const url = URL.canParse(next, 'http://here.example') ? new URL(next, 'http://here.example') : null;
  return url?.origin === 'http://here.example' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
