import { mapInSlices } from '../kernel/in-slices.ts';

export interface SitemapPage {
  path: string;
  changedAt: Date | null;
}

const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Sitemaps (sitemaps.org, 0.9): one for each conference, and a list of them. */
export const listOfSitemaps = (urls: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ` +
  `${XMLNS}>\n${urls.map((url) => `<sitemap><loc>${escaped(url)}</loc></sitemap>\n`).join('')}</sitemapindex>\n`;

/** Made in slices. */
export async function listOfPages(base: string, pages: readonly SitemapPage[]): Promise<string> {
  const entries = await mapInSlices(pages, ({ path, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${escaped(base + path)}</loc>${lastmod}</url>\n`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return `${head}<urlset ${XMLNS}>\n${entries.join('')}</urlset>\n`;
}
