import type { SourceText } from '../../platform/markup/abstract.ts';
import { withoutEntities } from './html-entities.ts';

type Format = SourceText['format'];

/** Tags that only HTML closes or breaks lines with. */
const BLOCKS =
  /<\/(?:p|ul|ol|li|div|h[1-6]|blockquote|pre|table)\s{0,5}>|<br\s{0,5}\/?>|^\s*<(?:p|div|ul|ol|h[1-6])[\s>]/i;
/** Inline tags, which a text may also just mention, so that only closing ones count. */
const INLINE = /<\/(?:a|b|i|u|em|strong|span|code|tt|font|small|sup|sub)\s{0,5}>/i;
const HTML_LINK = /<a\s[^<>]{0,300}href/i;

/** Patterns of Markdown only. Each is bounded, so that a text of nothing but marks takes one pass. */
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
/** Two items make a list; a single one may be a dash. */
const ITEM = /^ {0,3}(?:[-*+] {1,4}|\d{1,2}[.)] {1,4})\S/gm;

/** The text without its code, where tags and marks are literal. */
const withoutCode = (text: string): string => text.replace(/```[^`]*```|`[^`\n]*`/g, ' ');

/** The format of a text, by the marks in it; `usual` where nothing tells. */
export function formatOf(text: string, usual: 'markdown' | 'plain'): Format {
  const words = withoutCode(text);
  if (BLOCKS.test(words)) return 'html';
  const isMarked = isMarkdown(text);
  if (INLINE.test(words) && (!isMarked || HTML_LINK.test(words))) return 'html';
  return isMarked ? 'markdown' : usual;
}

/** A text with its format. What is neither HTML nor Markdown may hold characters, or tags, that HTML writes for it. */
export function sourceOf(text: string, usual: 'markdown' | 'plain'): SourceText {
  const format = formatOf(text, usual);
  if (format !== 'plain') return { text, format };
  const read = withoutEntities(text);
  return { text: read, format: read === text ? format : formatOf(read, usual) };
}

function isMarkdown(text: string): boolean {
  if (MARKDOWN.some((mark) => mark.test(text))) return true;
  ITEM.lastIndex = 0;
  const isList = ITEM.test(text) && ITEM.test(text);
  ITEM.lastIndex = 0;
  return isList;
}

/**
 * Abstract and description one after the other, since many programmes repeat one at the beginning of the other. Two of
 * different formats stay two texts.
 */
export function mergedTexts(abstract: string, description: string, usual: 'markdown' | 'plain'): SourceText[] {
  const [first, second] = withoutRepetition(abstract.trim(), description.trim());
  const only = first === '' ? second : first;
  if (first === '' || second === '') return only === '' ? [] : [sourceOf(only, usual)];
  const formats = [first, second].map((text) => formatOf(text, usual));
  if (formats[0] === formats[1]) return [sourceOf(`${first}\n\n${second}`, usual)];
  return [first, second].map((text) => sourceOf(text, usual));
}

function withoutRepetition(abstract: string, description: string): [string, string] {
  if (description.startsWith(abstract)) return ['', description];
  return abstract.includes(description) ? [abstract, ''] : [abstract, description];
}

const CANCELLED = 'cancell?ed|annul[ée]e?s?|abgesagt|entf[äa]llt|f[äa]llt aus|cancelad[oa]|annullat[oa]|geannuleerd';
/**
 * In capitals only, because "Cancelling POSIX syscalls" is a talk that takes place. They say nothing in a title that is
 * all capitals ("CANCELLED FLIGHTS").
 */
const CERTAIN = /^\W*(CANCELL?ED|ABGESAGT|ENTFÄLLT|ANNULÉE?|CANCELADO)(?![\p{Ll}])/u;
const BEFORE = new RegExp(`^\\W{0,10}(?:${CANCELLED})\\s{0,3}[\\])]?\\s{0,3}[:!–—|\\])-]`, 'iu');
const AFTER = new RegExp(`[[(:–—|-]\\s{0,3}(?:${CANCELLED})\\s{0,3}[\\])!.]{0,3}\\s{0,3}$`, 'iu');

/**
 * The certainty with which a title says that its talk is cancelled: a word in capitals in front does, other signs
 * become a question.
 */
export function cancelledByTitle(title: string): 'certainly' | 'perhaps' | null {
  if (CERTAIN.test(title) && /\p{Ll}/u.test(title)) return 'certainly';
  return BEFORE.test(title) || AFTER.test(title) ? 'perhaps' : null;
}
