import { isolated } from '../../locales/isolated.ts';
import type { ComponentChildren } from 'preact';
import { LocaleContext } from '../components/locale-context.ts';
import { IconSprite } from './icon-sprite.tsx';
import type { PageContext } from './page-context.ts';
import { Head, inScript, Surroundings } from './page-head.tsx';
import { SiteHeader } from './site-header.tsx';

export type { Assets, PageContext } from './page-context.ts';

interface PageProps extends PageContext {
  children: ComponentChildren;
  also?: ComponentChildren;
  theme?: string | null;
  /** Widest form of its main part: one short form, a column for reading, or a page with more beside it. */
  width?: 'form' | 'reading' | 'page';
}

/** The whole document, readable without a script. */
export function Page({ children, also, width = 'reading', ...context }: PageProps) {
  const { say } = context;
  return (
    <Shell {...context} also={also}>
      <a class="skip" href="#main">
        {say('pages.skip')}
      </a>
      <SiteHeader {...context} />
      <main id="main" class={width === 'reading' ? undefined : width}>
        {context.said && (
          <p class="notice answer" role="status">
            {say(`pages.said.${context.said}`)}
          </p>
        )}
        {children}
      </main>
      <footer>
        <div>
          <span>{say('pages.promise')}</span>
          <a href="/">{say('pages.site')}</a>
          <a href="/privacy">{say('pages.privacy.link')}</a>
          <a href="/accessibility">{say('pages.accessibility.link')}</a>
          <a href="/api">API</a>
        </div>
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
  const { locale, say, timeZone, saysZone, assets, title, conference, kind, isListed, island, head } = context;
  const brand = conference?.brand ?? null;
  return (
    <html lang={locale} class={theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{titleOf(title, conference?.title ?? say('pages.site'))}</title>
        {!isListed && <meta name="robots" content="noindex" />}
        <Surroundings brand={brand} />
        {conference && <SearchOfBrowser slug={conference.slug} title={conference.title} />}
        {head && <Head {...head} />}
        {assets.style && <link rel="stylesheet" href={assets.style} />}
        {brand && <link rel="stylesheet" href={brand.style} />}
        {assets.script && <script type="module" src={assets.more[kind] ?? assets.script} />}
        {also}
      </head>
      <body data-page={kind} data-utc={conference ? undefined : ''}>
        <IconSprite />
        <LocaleContext.Provider value={{ locale, say, timeZone, saysZone: saysZone ?? !conference }}>
          {children}
        </LocaleContext.Provider>
        {island && (
          <script id="island" type="application/json" dangerouslySetInnerHTML={{ __html: inScript(island) }} />
        )}
      </body>
    </html>
  );
}

/** `Talk · Conference`; the conference's own page has its title alone. */
const titleOf = (title: string, site: string): string =>
  title === '' || title === site ? site : `${isolated(title)} · ${site}`;

/** Lets a browser search the conference from its address bar. */
const SearchOfBrowser = ({ slug, title }: { slug: string; title: string }) => (
  <link rel="search" type="application/opensearchdescription+xml" href={`/c/${slug}/opensearch.xml`} title={title} />
);
