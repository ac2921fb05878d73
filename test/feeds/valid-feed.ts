import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** The root of a document; throws when it is not well-formed, or uses a prefix it does not declare. */
export function documentOf(text: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      text: '',
      children: [],
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    open.at(-1)!.text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return root.children[0]!;
}

export const allOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);
export const textOf = (element: Element, name: string): string => allOf(element, name)[0]?.text ?? '';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isIri = (text: string): boolean => /^[a-z][a-z\d+.-]*:\S+$/i.test(text);

/** The demands of RFC 4287 (sections 4.1 and 4.2) and RFC 4685 (sections 3 to 5) that this feed fails. */
export function faultsOfAtom(text: string): string[] {
  const feed = documentOf(text);
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const common = (element: Element, where: string): void => {
    for (const name of ['id', 'title', 'updated'])
      must(allOf(element, name).length === 1, `${where} has exactly one ${name}`);
    must(isIri(textOf(element, 'id')), `${where} has an IRI as id`);
    for (const name of ['updated', 'published'])
      for (const at of allOf(element, name)) must(RFC3339.test(at.text), `${where} has ${name} as RFC 3339 has it`);
    for (const { attributes } of allOf(element, 'link'))
      must(isIri(attributes['href'] ?? ''), `${where} links to an IRI`);
    const alternates = allOf(element, 'link')
      .filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
      .map(({ attributes }) => `${attributes['type']} ${attributes['hreflang']}`);
    must(new Set(alternates).size === alternates.length, `${where} has one alternate of a type and language`);
  };
  must(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom', 'the root is an Atom feed');
  common(feed, 'the feed');
  must(
    allOf(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self').length === 1,
    'the feed names itself',
  );
  const entries = allOf(feed, 'entry');
  for (const entry of entries) {
    common(entry, 'an entry');
    must(allOf(entry, 'author').length > 0 || allOf(feed, 'author').length > 0, 'an entry has an author');
    for (const author of allOf(entry, 'author'))
      must(
        allOf(author, 'name').length === 1 && textOf(author, 'name') !== '' && allOf(author, 'email').length === 0,
        'an author has one name and no address',
      );
    must(
      allOf(entry, 'content').length === 1 &&
        ['text', 'html', 'xhtml'].includes(allOf(entry, 'content')[0]!.attributes['type'] ?? 'text'),
      'an entry has one content',
    );
    must(textOf(entry, 'published') <= textOf(entry, 'updated'), 'an entry is updated no earlier than published');
    for (const { attributes } of allOf(entry, 'thr:in-reply-to'))
      must(isIri(attributes['ref'] ?? '') && isIri(attributes['href'] ?? ''), 'what is answered has a ref and a place');
    for (const { attributes } of allOf(entry, 'link').filter(({ attributes: { rel } }) => rel === 'replies'))
      must(/^\d+$/.test(attributes['thr:count'] ?? ''), 'replies are counted');
    for (const total of allOf(entry, 'thr:total')) must(/^\d+$/.test(total.text), 'the total is a number');
  }
  must(new Set(entries.map((entry) => textOf(entry, 'id'))).size === entries.length, 'each entry has an id of its own');
  if (entries.length > 0)
    must(
      textOf(feed, 'updated') ===
        entries
          .map((entry) => textOf(entry, 'updated'))
          .toSorted()
          .at(-1),
      'the feed is as new as its newest change',
    );
  return faults;
}

/** The demands of jsonfeed.org 1.1 that this feed fails. */
export function faultsOfJsonFeed(feed: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  must(feed['version'] === 'https://jsonfeed.org/version/1.1', 'version is 1.1');
  must(typeof feed['title'] === 'string' && feed['title'] !== '', 'it has a title');
  for (const name of ['home_page_url', 'feed_url']) must(isIri(String(feed[name])), `${name} is an address`);
  const items = feed['items'] as Record<string, unknown>[];
  must(Array.isArray(items), 'it has items');
  for (const item of items) {
    must(typeof item['id'] === 'string' && item['id'] !== '', 'an item has an id that is a text');
    must(typeof item['content_html'] === 'string' || typeof item['content_text'] === 'string', 'an item has contents');
    for (const name of ['date_published', 'date_modified'])
      must(RFC3339.test(String(item[name])), `${name} is as RFC 3339 has it`);
    must(
      Array.isArray(item['authors']) && (item['authors'] as { name: string }[]).every(({ name }) => name !== ''),
      'an item has authors',
    );
    must(isIri(String(item['url'])), 'an item has an address');
  }
  must(new Set(items.map(({ id }) => id)).size === items.length, 'each item has an id of its own');
  return faults;
}
