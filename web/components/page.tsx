import type { ComponentChildren } from 'preact';
import { Scene, type SceneValue } from './locale-context.ts';

/** `more`: the scripts of kinds of pages that do more than others; each brings the common one. */
export interface Assets {
  script: string;
  style: string;
  more: Readonly<Record<string, string>>;
}

/** What a page needs around its contents. `here` is its own path, for the links that change the language. */
export interface Frame extends SceneValue {
  assets: Assets;
  here: string;
  isSignedIn: boolean;
  title: string;
  conference?: { slug: string; title: string } | null;
  kind: string;
  island?: object | null;
  head?: PageHead | null;
}

/**
 * What programs read of a page: its one address, whether it may be listed, its feeds, and what it is about in words of
 * schema.org.
 */
export interface PageHead {
  canonical: string;
  isListed: boolean;
  feeds: { href: string; type: string; title: string }[];
  data: object[];
  shared?: Shared | null;
}

/**
 * What other sites show beside a link here (https://ogp.me); `picture` has no word that somebody wrote in a discussion.
 */
export interface Shared {
  title: string;
  description: string;
  site: string;
  picture: string | null;
  locale: string;
}

/** The whole document: readable before any script, and without one. */
export function Page({
  children,
  also,
  ...frame
}: Frame & { children: ComponentChildren; also?: ComponentChildren; theme?: string | null }) {
  const { say } = frame;
  return (
    <Shell {...frame} also={also}>
      <a class="skip" href="#main">
        {say('pages.skip')}
      </a>
      <Header {...frame} />
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

/** The document around whatever a page shows. `theme`: `light` or `dark` where it is not the reader's to choose. */
export function Shell({
  children,
  also,
  theme = null,
  ...frame
}: Frame & { children: ComponentChildren; also?: ComponentChildren; theme?: string | null }) {
  const { locale, say, timeZone, assets, title, kind, island, head } = frame;
  return (
    <html lang={locale} class={theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === '' ? say('pages.site') : `${title} · ${say('pages.site')}`}</title>
        <link rel="icon" href="data:," />
        {head && <Head {...head} />}
        {assets.style && <link rel="stylesheet" href={assets.style} />}
        {assets.script && <script type="module" src={assets.more[kind] ?? assets.script} />}
        {also}
      </head>
      <body data-page={kind}>
        <Scene.Provider value={{ locale, say, timeZone }}>{children}</Scene.Provider>
        {island && (
          <script id="island" type="application/json" dangerouslySetInnerHTML={{ __html: inScript(island) }} />
        )}
      </body>
    </html>
  );
}

function Head({ canonical, isListed, feeds, data, shared = null }: PageHead) {
  return (
    <>
      <link rel="canonical" href={canonical} />
      {!isListed && <meta name="robots" content="noindex" />}
      {feeds.map(({ href, type, title }) => (
        <link key={href} rel="alternate" type={type} href={href} title={title} />
      ))}
      {shared && <OpenGraph {...shared} url={canonical} />}
      {data.map((each, i) => (
        <script key={i} type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(each) }} />
      ))}
    </>
  );
}

function OpenGraph({ title, description, site, picture, locale, url }: Shared & { url: string }) {
  const said: [string, string][] = [
    ['title', title],
    ['description', description],
    ['type', 'article'],
    ['url', url],
    ['site_name', site],
    ['locale', locale === 'fr' ? 'fr_FR' : 'en_GB'],
    ...(picture === null
      ? []
      : ([
          ['image', picture],
          ['image:width', '1200'],
          ['image:height', '630'],
          ['image:alt', title],
        ] as [string, string][])),
  ];
  return (
    <>
      <meta name="description" content={description} />
      {said.map(([name, content]) => (
        <meta key={name} property={`og:${name}`} content={content} />
      ))}
      <meta name="twitter:card" content={picture === null ? 'summary' : 'summary_large_image'} />
    </>
  );
}

/** JSON that cannot end the element it stands in. */
const inScript = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

function Header({ say, locale, here, isSignedIn, conference }: Frame) {
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
          <a href="/me">{say('pages.me.link')}</a>
        ) : (
          <a href={`/sign-in?next=${encodeURIComponent(here)}`}>{say('pages.signIn.link')}</a>
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

/** A refusal shown where it happened, field by field where it names fields. */
export function Refusal({
  title,
  detail,
  errors = [],
}: {
  title: string;
  detail?: string | undefined;
  errors?: readonly { pointer: string; detail: string }[] | undefined;
}) {
  return (
    <div class="refusal" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={error.pointer}>{error.detail}</li>
          ))}
        </ul>
      ) : (
        detail && <p>{detail}</p>
      )}
    </div>
  );
}
