import type { SourceText } from '../../platform/markup/abstract.ts';

type Format = SourceText['format'];

/** Tags that no text but HTML closes or breaks lines with. */
const BLOCKS =
  /<\/(?:p|ul|ol|li|div|h[1-6]|blockquote|pre|table)\s{0,5}>|<br\s{0,5}\/?>|^\s*<(?:p|div|ul|ol|h[1-6])[\s>]/i;
/** Tags within a line that somebody may also only write about: they tell when they close. */
const INLINE = /<\/(?:a|b|i|u|em|strong|span|code|tt|font|small|sup|sub)\s{0,5}>/i;
const HTML_LINK = /<a\s[^<>]{0,300}href/i;

/** What Markdown writes and nobody else does. Each is bounded, so that a text of nothing but marks takes one pass. */
const MARKDOWN: readonly RegExp[] = [
  /\*\*[^\s*][^*\n]{0,300}\*\*/,
  /(?<![\w_])__[^\s_][^_\n]{0,100}__(?![\w_])/,
  /\[[^\][\n]{1,300}\]\(\s?<?https?:\/\//,
  /(?<![\w*])\*[^\s*][^*\n]{0,100}\*(?![\w*])/,
  /(?<![\w_/.:])_[^\s_][^_\n]{0,100}_(?![\w_])/,
  /(?<!`)`[^`'\n]{1,100}`(?!`)/,
  /^```/m,
  /^#{1,6} {1,3}[^\s#]/m,
];
/** Two items make a list; one may be a dash. */
const ITEM = /^ {0,3}(?:[-*+] {1,4}|\d{1,2}[.)] {1,4})\S/gm;

/** Text without its code, in which tags and marks mean themselves. */
const withoutCode = (text: string): string => text.replace(/```[^`]*```|`[^`\n]*`/g, ' ');

/** Which of three a text is written in, by what stands in it; `usual` where nothing tells. */
export function formatOf(text: string, usual: 'markdown' | 'plain'): Format {
  const words = withoutCode(text);
  if (BLOCKS.test(words)) return 'html';
  const isMarked = isMarkdown(text);
  if (INLINE.test(words) && (!isMarked || HTML_LINK.test(words))) return 'html';
  return isMarked ? 'markdown' : usual;
}

function isMarkdown(text: string): boolean {
  if (MARKDOWN.some((mark) => mark.test(text))) return true;
  ITEM.lastIndex = 0;
  const isList = ITEM.test(text) && ITEM.test(text);
  ITEM.lastIndex = 0;
  return isList;
}

/**
 * Abstract and description, the one after the other: many programmes repeat the one at the beginning of the other. Two
 * that are written in different ways stay two texts.
 */
export function mergedTexts(abstract: string, description: string, usual: 'markdown' | 'plain'): SourceText[] {
  const [first, second] = withoutRepetition(abstract.trim(), description.trim());
  const formats = [first, second].map((text) => formatOf(text, usual));
  if (first === '' || second === '' || formats[0] === formats[1]) {
    const text = [first, second].filter(Boolean).join('\n\n');
    return text === '' ? [] : [{ text, format: formatOf(text, usual) }];
  }
  return [first, second].map((text, i) => ({ text, format: formats[i]! }));
}

function withoutRepetition(abstract: string, description: string): [string, string] {
  if (description.startsWith(abstract)) return ['', description];
  return abstract.includes(description) ? [abstract, ''] : [abstract, description];
}

const CANCELLED = 'cancell?ed|annul[ée]e?s?|abgesagt|entf[äa]llt|f[äa]llt aus|cancelad[oa]|annullat[oa]|geannuleerd';
/** In capitals only: "Cancelling POSIX syscalls" is a talk that takes place. */
const CERTAIN = /^\W*(CANCELL?ED|ABGESAGT|ENTFÄLLT|ANNULÉE?|CANCELADO)(?![\p{Ll}])/u;
const BEFORE = new RegExp(`^\\W{0,10}(?:${CANCELLED})\\s{0,3}[\\])]?\\s{0,3}[:!–—|\\])-]`, 'iu');
const AFTER = new RegExp(`[[(:–—|-]\\s{0,3}(?:${CANCELLED})\\s{0,3}[\\])!.]{0,3}\\s{0,3}$`, 'iu');

/** How sure a title is that its talk is cancelled: a word in capitals in front is, other signs are a question. */
export function cancelledByTitle(title: string): 'certainly' | 'perhaps' | null {
  if (CERTAIN.test(title)) return 'certainly';
  return BEFORE.test(title) || AFTER.test(title) ? 'perhaps' : null;
}
