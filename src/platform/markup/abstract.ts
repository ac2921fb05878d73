import { addressesBesideHandles } from '../../kernel/handles.ts';
import { sanitizeHtml } from './html.ts';
import { withListedLines } from './listed-lines.ts';
import { renderMarkdown } from './markdown.ts';

export interface SourceText {
  text: string;
  format: 'html' | 'markdown' | 'plain';
}

/** Renders an abstract as safe HTML from its source format; HTML that comes back from an archive stays unchanged. */
export function renderAbstract({ text, format }: SourceText): string {
  if (format === 'html') return sanitizeHtml(withItemsOnLines(withListedLines(text)), addressesBesideHandles);
  if (format === 'markdown') return renderMarkdown(withoutHeadings(text), addressesBesideHandles);
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  const html = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`).join('');
  return sanitizeHtml(html, addressesBesideHandles);
}

/** Puts list items that are written as lines, but not as HTML, on lines of their own. */
const withItemsOnLines = (html: string): string =>
  html.includes('<pre') ? html : html.replace(/(?<=[^\n>])\n[ \t]{0,8}(?=[-*•] \S)/g, '<br>\n');

/** Turns headings into paragraphs, as for HTML, because a page has its own headings. Code stays. */
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
