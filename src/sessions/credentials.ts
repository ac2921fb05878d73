import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import { API_TOKEN_PREFIX } from '../accounts/api-token.policy.ts';
import { secretToken } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { BROWSER_MINUTES } from './code.policy.ts';
import { SESSION_DAYS } from './session.policy.ts';

/** A request's origin for sign-in: network, browser, current session, proof of work. */
export interface Visitor {
  ip: string;
  browser: string | null;
  /** The cookies as sent, for other names of this browser. */
  cookieHeader: string | null;
  accountId: string | null;
  proof: string | null;
}

interface CredentialSource {
  headers: Headers;
  ip: string;
  body?: unknown;
  actor?: { accountId: string } | null;
}

/** Header in which programs send a proof of work; forms have a hidden field. */
const PROOF_HEADER = 'sign-in-proof';

interface Headers {
  cookie?: string | undefined;
  authorization?: string | undefined;
  origin?: string | undefined;
  host?: string | undefined;
  [PROOF_HEADER]?: string | string[] | undefined;
}

/** Reads the session token of a request, and whether the request comes from our own pages. */
@Injectable()
export class Credentials {
  readonly cookieName: string;
  private readonly browserCookie: string;

  constructor(private readonly config: Config) {
    this.cookieName = config.isHttps ? '__Host-session' : 'session';
    this.browserCookie = config.isHttps ? '__Host-browser' : 'browser';
  }

  /** The bearer token, else the cookie's, which never holds an API token. */
  tokenIn(headers: Headers): { token: string; byCookie: boolean } | null {
    // A cut API token is one all the same, so that its owner is told.
    const bearer = /^Bearer ((?:atk_[\w-]{0,96}|[\w-]{20,100}))$/i.exec(headers.authorization ?? '')?.[1];
    if (bearer) return { token: bearer, byCookie: false };
    const cookie = parseCookie(headers.cookie ?? '')[this.cookieName];
    return cookie && !cookie.startsWith(API_TOKEN_PREFIX) ? { token: cookie, byCookie: true } : null;
  }

  /** The random name of the browser during a sign-in, gone within the hour. */
  browserIn({ cookie }: Headers): string | null {
    const named = parseCookie(cookie ?? '')[this.browserCookie] ?? '';
    return /^[\w-]{20,100}$/.test(named) ? named : null;
  }

  visitor(request: CredentialSource): Visitor {
    const { headers, ip, actor } = request;
    return {
      ip,
      browser: this.browserIn(headers),
      cookieHeader: headers.cookie ?? null,
      accountId: actor?.accountId ?? null,
      proof: proofIn(request),
    };
  }

  /** A person who asks for a code on a page. Names the browser, in which alone the link will work. */
  askingVisitor(request: CredentialSource): Visitor & { cookies: string[] } {
    const known = this.browserIn(request.headers);
    const browser = known ?? secretToken();
    const cookie = stringifySetCookie({
      name: this.browserCookie,
      value: browser,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isHttps,
      maxAge: BROWSER_MINUTES * 60,
    });
    // Set anew each time, so that the last link that was asked for works as long as it is good.
    return { ...this.visitor(request), browser, cookies: [cookie] };
  }

  /** A person who opens a link on a page. A browser without a name never asked for one. */
  openingVisitor(request: CredentialSource): Visitor {
    return { ...this.visitor(request), browser: this.browserIn(request.headers) ?? 'none' };
  }

  /** Whether the browser says that one of our own pages made this request. */
  isOwnOrigin({ origin, host }: Headers): boolean {
    if (!origin || !URL.canParse(origin)) return false;
    return origin === new URL(this.config.publicUrl).origin || new URL(origin).host === host;
  }

  setCookie(token: string | null): string {
    return stringifySetCookie({
      name: this.cookieName,
      value: token ?? '',
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isHttps,
      maxAge: token === null ? 0 : SESSION_DAYS * 86_400,
    });
  }

  /**
   * Headers at the end of a session: the cookie expires, and what pages stored (unsent words) is cleared for the next
   * user of the browser (W3C Clear Site Data).
   */
  get ofLeaving(): { 'set-cookie': string; 'clear-site-data': string } {
    return { 'set-cookie': this.setCookie(null), 'clear-site-data': '"storage"' };
  }
}

function proofIn({ headers, body }: CredentialSource): string | null {
  const field = body !== null && typeof body === 'object' && 'proof' in body ? body.proof : undefined;
  const shown = headers[PROOF_HEADER] ?? field;
  return typeof shown === 'string' && shown !== '' ? shown : null;
}
