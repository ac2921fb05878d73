/** The tag that each tag becomes. Only tags that the parser leaves where they are written. */
const LINES: ReadonlyMap<string, string> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
]);
const PARAGRAPHS: ReadonlyMap<string, string> = new Map(
  ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'p']),
);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);

/** The places that decide which element may be there; the parser closes or moves anything else. */
type Place = 'blocks' | 'list' | 'line' | 'link';

const OPENING = /^<([a-z]+[1-6]?)>$/;
const CLOSING = /^<\/([a-z]+[1-6]?)>$/;
const BREAK = /^<br ?\/?>$/;
/** A link whose address needs no rewriting. */
const LINK = /^<a href="(https?:\/\/[\w./:?=#%~+,;!-]+)">$/;
const REL = 'nofollow ugc noopener noreferrer';

/** Characters that the parser reads differently than they look: control characters, lone surrogates, rarer entities. */
const ODD =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|&(?=[A-Za-z#])(?!(?:amp|lt|gt|quot|nbsp|#39);)/;
const REFERENCE = /&(?:amp;|lt;|gt;|quot;|nbsp;|#39;)?/g;
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '&amp;': '&#x26;',
  '&lt;': '&#x3C;',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00A0',
  '&#39;': "'",
};

/** Deepest nesting handled here; deeper trees go to the parser, which has its own limits. */
const DEPTH = 20;

interface OpenElement {
  readonly name: string;
  readonly written: string;
  readonly inside: Place;
}

/**
 * Makes safe HTML of plainly written HTML without a parser; null for all else. Every tag comes from our own list, so
 * that a mistake here could split words but admit nothing.
 */
export function writtenPlainly(html: string): string | null {
  if (ODD.test(html)) return null;
  const open: OpenElement[] = [];
  let safe = '';
  for (let at = 0; at < html.length;) {
    const begins = html.indexOf('<', at);
    const words = html.slice(at, begins === -1 ? undefined : begins);
    safe += words.includes('&') ? words.replaceAll(REFERENCE, (reference) => WRITTEN[reference]!) : words;
    if (begins === -1) break;
    const ends = html.indexOf('>', begins);
    if (ends === -1) return null;
    const tag = written(html.slice(begins, ends + 1), open);
    if (tag === null) return null;
    safe += tag;
    at = ends + 1;
  }
  return open.length === 0 ? safe.trim() : null;
}

/** The tag as we write it, after updating the open ones; null for other tags or a wrong place. */
function written(tag: string, open: OpenElement[]): string | null {
  if (tag[1] === '/') return closed(tag, open);
  if (BREAK.test(tag)) return '<br>';
  if (open.length >= DEPTH) return null;
  const place = open.at(-1)?.inside ?? 'blocks';
  const href = LINK.exec(tag)?.[1];
  if (href !== undefined) {
    if (open.some(({ name }) => name === 'a')) return null;
    open.push({ name: 'a', written: 'a', inside: 'link' });
    return `<a href="${href}" rel="${REL}">`;
  }
  const name = OPENING.exec(tag)?.[1];
  const found = name === undefined ? null : opened(name, place);
  if (found === null) return null;
  open.push(found);
  return `<${found.written}>`;
}

function opened(name: string, place: Place): OpenElement | null {
  const line = LINES.get(name);
  if (line !== undefined) return { name, written: line, inside: 'line' };
  if (name === 'li') return place === 'list' ? { name, written: name, inside: 'blocks' } : null;
  if (place !== 'blocks') return null;
  if (LISTS.has(name)) return { name, written: name, inside: 'list' };
  if (name === 'blockquote') return { name, written: name, inside: 'blocks' };
  const paragraph = PARAGRAPHS.get(name);
  return paragraph === undefined ? null : { name, written: paragraph, inside: 'line' };
}

function closed(tag: string, open: OpenElement[]): string | null {
  const last = open.pop();
  return last !== undefined && CLOSING.exec(tag)?.[1] === last.name ? `</${last.written}>` : null;
}
