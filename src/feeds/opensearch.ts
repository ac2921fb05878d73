import { words } from '../../locales/catalogues.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { xml } from './feed.ts';

export const OPENSEARCH = 'application/opensearchdescription+xml';

/** Longest names in characters (OpenSearch 1.1, 4.1.4 and 4.2.3). */
const SHORT = 16;
const LONG = 48;

const cut = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};

/** The search of a conference's discussions, for browsers (OpenSearch 1.1). */
export function toOpenSearch({ slug, title, locale }: Conference, base: string): { text: string; language: string } {
  const here = xml(`${base}/c/${slug}`);
  const lines = [
    `<ShortName>${xml(cut(title, SHORT))}</ShortName>`,
    `<LongName>${xml(cut(title, LONG))}</LongName>`,
    `<Description>${xml(`${words(locale)('pages.search.title')}: ${title}`)}</Description>`,
    `<Url type="text/html" template="${here}/search?q={searchTerms}"/>`,
    `<Url type="${OPENSEARCH}" rel="self" template="${here}/opensearch.xml"/>`,
    `<Image width="32" height="32" type="image/x-icon">${xml(base)}/favicon.ico</Image>`,
    `<Language>${locale}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
  ];
  return {
    language: locale,
    text:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${lines.join('\n')}\n` +
      '</OpenSearchDescription>\n',
  };
}
