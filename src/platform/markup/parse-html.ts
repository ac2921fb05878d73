import { fromParse5 } from 'hast-util-from-parse5';
import type { Root } from 'hast';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';

/** HTML that would cost more than its length, of which only the words are kept. */
export class ElaborateHtml extends Error {}

/** Most elements open at once, because each tag searches all of them and nesting would cost its square. */
const OPEN_ELEMENTS = 200;
/** Most elements made for each tag: an unclosed formatting tag is opened again in every paragraph that follows. */
const ELEMENTS_A_TAG = 3;
const ELEMENTS_ANYWAY = 100;

/** Parses HTML as a browser does, in time linear in its length. Throws ElaborateHtml. */
export const parseHtml = (html: string): Root =>
  fromParse5(parseFragment(html, { treeAdapter: boundedAdapter(html), scriptingEnabled: false })) as Root;

function boundedAdapter(html: string): TreeAdapter<DefaultTreeAdapterMap> {
  const most = ELEMENTS_ANYWAY + ELEMENTS_A_TAG * tagsIn(html);
  let made = 0;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...element) {
      made += 1;
      if (made > most) throw new ElaborateHtml('it makes many more elements than it has tags');
      return defaultTreeAdapter.createElement(...element);
    },
    onItemPush() {
      open += 1;
      if (open > OPEN_ELEMENTS) throw new ElaborateHtml('it is nested too deep');
    },
    onItemPop() {
      open -= 1;
    },
  };
}

/** An upper bound of the tags: each begins with a less-than sign. */
function tagsIn(html: string): number {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1;
  return tags;
}

/**
 * The text outside of tags, in one pass, for HTML that is not worth a tree. The result is text and has to be escaped.
 */
export function wordsOutsideTags(html: string): string {
  const words: string[] = [];
  for (let at = 0; at < html.length;) {
    const begins = html.indexOf('<', at);
    words.push(html.slice(at, begins === -1 ? undefined : begins));
    const ends = begins === -1 ? -1 : html.indexOf('>', begins);
    if (ends === -1) break;
    at = ends + 1;
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
