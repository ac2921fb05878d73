import { sanitizeHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';

export interface SourceText {
  text: string;
  format: 'html' | 'markdown' | 'plain';
}

/**
 * The safe HTML of a programme's text in whatever its maker wrote; the allow-list leaves it as it is, also when it
 * comes back from an archive.
 */
export function renderAbstract({ text, format }: SourceText): string {
  if (format === 'html') return sanitizeHtml(withItemsOnLines(text));
  if (format === 'markdown') return renderMarkdown(withoutHeadings(text));
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return sanitizeHtml(paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`).join(''));
}

/** Lines that are written as items of a list, but not as HTML, stay lines. */
const withItemsOnLines = (html: string): string =>
  html.includes('<pre') ? html : html.replace(/(?<=[^\n>])\n[ \t]{0,8}(?=[-*•] \S)/g, '<br>\n');

/** Headings as paragraphs, as those of HTML are: a page has headings of its own. Code stays. */
function withoutHeadings(text: string): string {
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
      const heading = isCode ? null : /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line);
      return heading ? `\n${heading[1]!.replace(/[ \t]#+[ \t]*$/, '')}\n` : line;
    })
    .join('\n');
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
