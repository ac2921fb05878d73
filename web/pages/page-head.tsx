import type { PageBrand } from './page-brand.ts';
import { THEME_COLOURS } from './theme-colours.ts';

/** A page's data for programs: its canonical address, its feeds, structured data (schema.org). */
export interface PageHead {
  canonical: string;
  feeds: { href: string; type: string; title: string }[];
  data: object[];
  shared?: SharePreview | null;
}

/** The preview of a link on other sites (https://ogp.me); `picture` has no words of a discussion. */
export interface SharePreview {
  title: string;
  description: string;
  site: string;
  picture: string | null;
  locale: string;
  /** The author, where it was one person. */
  author?: string | undefined;
}

/**
 * Draws the parts that browsers show around every page, and their addresses. `/favicon.ico` and `/apple-touch-icon.png`
 * are not named, because those who take no SVG look there by themselves, and a page weighs less.
 */
export function Surroundings({ brand }: { brand: PageBrand | null }) {
  const { light, dark } = brand?.themeColours ?? THEME_COLOURS;
  const icon = brand?.icon ?? '/icon.svg';
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark} />
      <link rel="icon" href={icon} type={icon.endsWith('.svg') ? 'image/svg+xml' : undefined} />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}

export function Head({ canonical, feeds, data, shared = null }: PageHead) {
  return (
    <>
      <link rel="canonical" href={canonical} />
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

function OpenGraph({ title, description, site, picture, locale, author, url }: SharePreview & { url: string }) {
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
      {author !== undefined && (
        <>
          <meta name="author" content={author} />
          <meta property="article:author" content={author} />
        </>
      )}
      <meta name="twitter:card" content={picture === null ? 'summary' : 'summary_large_image'} />
    </>
  );
}

/** JSON that cannot end the script element it is in. */
export const inScript = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');
