import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import { Config } from '../platform/config/settings.ts';
import { SESSION_DAYS } from './session.policy.ts';

interface Headers { cookie?: string | undefined; authorization?: string | undefined; origin?: string | undefined; host?: string | undefined }

/** Where a session token stands in a request, and whether the request comes from our own pages. */
@Injectable()
export class Credentials {
  readonly cookieName: string;

  constructor(private readonly config: Config) {
    this.cookieName = config.isHttps ? '__Host-session' : 'session';
  }

  /** The bearer token, else the cookie's. */
  tokenIn(headers: Headers): { token: string; byCookie: boolean } | null {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
    if (bearer) return { token: bearer, byCookie: false };
    const cookie = parseCookie(headers.cookie ?? '')[this.cookieName];
    return cookie ? { token: cookie, byCookie: true } : null;
  }

  /** Whether a browser says that one of our own pages made this request. */
  isOwnOrigin({ origin, host }: Headers): boolean {
    if (!origin || !URL.canParse(origin)) return false;
    return origin === new URL(this.config.publicUrl).origin || new URL(origin).host === host;
  }

  setCookie(token: string | null): string {
    return stringifySetCookie({
      name: this.cookieName, value: token ?? '', path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isHttps, maxAge: token === null ? 0 : SESSION_DAYS * 86_400,
    });
  }
}
