import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock, milliseconds } from '../kernel/clock.ts';
import { secretToken } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';

/** Time for which a browser is known for an account after a sign-in, in days. */
export const KNOWN_BROWSER_DAYS = 365;

/** Most accounts a browser is known for: a family's, or several of one person. */
const ACCOUNTS_AT_MOST = 5;

/** Of a browser's name the first half is random, the second a keyed hash of the first. */
const HALF_OF_NAME = 11;

const DAY_MS = milliseconds({ days: 1 });

interface KnownBrowser {
  lastDay: number;
  tag: string;
}

/**
 * Recognises browsers in which a person signed in before, so that no flood of strangers locks them out. Stored in a
 * cookie only: a name that nobody without the key can make and, for each account, a keyed hash of that name and the
 * address.
 */
@Injectable()
export class KnownBrowsers {
  private readonly cookieName: string;

  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.cookieName = config.isHttps ? '__Host-known' : 'known';
  }

  /** The browser's random name when it is known for the address of this mark, else null. */
  nameFor(mark: Buffer, cookie: string | undefined): string | null {
    const { name, entries } = this.read(cookie);
    if (name === null) return null;
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    return entries.some(({ lastDay, tag }) => lastDay >= today && tag === this.tag(name, mark, lastDay)) ? name : null;
  }

  /** The name that this forum gave a browser in which an account signed in; null for a forged or missing one. */
  nameIn(cookie: string | undefined): string | null {
    const { name } = this.read(cookie);
    return name !== null && name === this.named(name.slice(0, HALF_OF_NAME)) ? name : null;
  }

  /** The cookies for a browser in which an account has just signed in; none when the account is gone. */
  async cookiesFor(accountId: string, cookie: string | undefined): Promise<string[]> {
    const mark = await this.addressDesk.markOf(accountId);
    return mark === null ? [] : [this.setCookie(mark, cookie)];
  }

  private setCookie(mark: Buffer, cookie: string | undefined): string {
    const { name: known, entries } = this.read(cookie);
    const name = known ?? this.named(secretToken().slice(0, HALF_OF_NAME));
    const lastDay = Math.floor(this.clock.in({ days: KNOWN_BROWSER_DAYS }).getTime() / DAY_MS);
    const others = entries
      .filter((entry) => entry.tag !== this.tag(name, mark, entry.lastDay))
      .slice(0, ACCOUNTS_AT_MOST - 1);
    const value = [
      name,
      ...[{ lastDay, tag: this.tag(name, mark, lastDay) }, ...others].map((entry) => `${entry.lastDay}-${entry.tag}`),
    ].join('.');
    return stringifySetCookie({
      name: this.cookieName,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isHttps,
      maxAge: KNOWN_BROWSER_DAYS * 86_400,
    });
  }

  private named(half: string): string {
    return half + this.addressDesk.tag('browser-name', half).toString('base64url').slice(0, HALF_OF_NAME);
  }

  private tag(name: string, mark: Buffer, lastDay: number): string {
    return this.addressDesk.tag('known-browser', name, mark, String(lastDay)).toString('base64url').slice(0, 22);
  }

  private read(cookie: string | undefined): { name: string | null; entries: KnownBrowser[] } {
    const value = parseCookie(cookie ?? '')[this.cookieName] ?? '';
    if (!/^[\w-]{22}(\.\d{1,6}-[\w-]{22}){1,5}$/.test(value)) return { name: null, entries: [] };
    const [name, ...entries] = value.split('.') as [string, ...string[]];
    return {
      name,
      entries: entries.map((entry) => ({
        lastDay: Number(entry.split('-', 1)[0]),
        tag: entry.slice(entry.indexOf('-') + 1),
      })),
    };
  }
}
