/**
 * A page's data for programs: its canonical address, whether it may be listed, its feeds, structured data (schema.org).
 */
export interface PageHead {
  canonical: string;
  isListed: boolean;
  feeds: { href: string; type: string; title: string }[];
  data: object[];
  shared?: SharePreview | null;
}

/** What other sites show beside a link (https://ogp.me); `picture` has no words of a discussion. */
export interface SharePreview {
  title: string;
  description: string;
  site: string;
  picture: string | null;
  locale: string;
}

export function Head({ canonical, isListed, feeds, data, shared = null }: PageHead) {
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

function OpenGraph({ title, description, site, picture, locale, url }: SharePreview & { url: string }) {
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

/** JSON that cannot end the script element it is in. */
export const inScript = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');
