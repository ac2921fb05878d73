import { isolated } from '../../locales/isolated.ts';
import type { ComponentChildren } from 'preact';
import { LocaleContext, type LocaleSettings } from '../components/locale-context.ts';
import { Head, inScript, Surroundings, type PageHead } from './page-head.tsx';

/** `more` holds the additional scripts of some kinds of pages; each includes the common one. */
export interface Assets {
  script: string;
  style: string;
  more: Readonly<Record<string, string>>;
}

/** What a page needs around its contents. `here` is its path, for the links that change the language. */
export interface PageContext extends LocaleSettings {
  assets: Assets;
  here: string;
  isSignedIn: boolean;
  title: string;
  conference?: { slug: string; title: string } | null;
  kind: string;
  /** Whether search engines may list it. */
  isListed: boolean;
  island?: object | null;
  head?: PageHead | null;
}

/** The whole document, readable without a script. */
export function Page({
  children,
  also,
  ...context
}: PageContext & { children: ComponentChildren; also?: ComponentChildren; theme?: string | null }) {
  const { say } = context;
  return (
    <Shell {...context} also={also}>
      <a class="skip" href="#main">
        {say('pages.skip')}
      </a>
      <Header {...context} />
      <main id="main">{children}</main>
      <footer>
        <p>{say('pages.promise')}</p>
        <p>
          <a href="/privacy">{say('pages.privacy.link')}</a> ·{' '}
          <a href="/accessibility">{say('pages.accessibility.link')}</a> · <a href="/api">API</a>
        </p>
      </footer>
    </Shell>
  );
}

/** The document around a page's contents. `theme` is set where the reader does not choose it. */
export function Shell({
  children,
  also,
  theme = null,
  ...context
}: PageContext & { children: ComponentChildren; also?: ComponentChildren; theme?: string | null }) {
  const { locale, say, timeZone, assets, title, conference, kind, isListed, island, head } = context;
  return (
    <html lang={locale} class={theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === '' ? say('pages.site') : `${isolated(title)} · ${say('pages.site')}`}</title>
        {!isListed && <meta name="robots" content="noindex" />}
        <Surroundings />
        {conference && (
          <link
            rel="search"
            type="application/opensearchdescription+xml"
            href={`/c/${conference.slug}/opensearch.xml`}
            title={conference.title}
          />
        )}
        {head && <Head {...head} />}
        {assets.style && <link rel="stylesheet" href={assets.style} />}
        {assets.script && <script type="module" src={assets.more[kind] ?? assets.script} />}
        {also}
      </head>
      <body data-page={kind}>
        <LocaleContext.Provider value={{ locale, say, timeZone, saysZone: !conference }}>
          {children}
        </LocaleContext.Provider>
        {island && (
          <script id="island" type="application/json" dangerouslySetInnerHTML={{ __html: inScript(island) }} />
        )}
      </body>
    </html>
  );
}

function Header({ say, locale, here, isSignedIn, conference }: PageContext) {
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <header class="site">
      <nav aria-label={say('pages.nav')}>
        <a class="home" href="/">
          {say('pages.site')}
        </a>
        {conference && <a href={`/c/${conference.slug}`}>{conference.title}</a>}
      </nav>
      <nav aria-label={say('pages.settings')}>
        <a href={withLanguage(here, other)} lang={other} hreflang={other}>
          {say(`pages.language.${other}`)}
        </a>
        {isSignedIn ? (
          <a id="account" href="/me">
            {say('pages.me.link')}
          </a>
        ) : (
          <a id="account" href={`/sign-in?next=${encodeURIComponent(here)}`}>
            {say('pages.signIn.link')}
          </a>
        )}
      </nav>
    </header>
  );
}

function withLanguage(here: string, locale: string): string {
  const url = new URL(here, 'http://here.example');
  url.searchParams.set('lang', locale);
  return `${url.pathname}${url.search}`;
}
