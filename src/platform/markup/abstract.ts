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
  if (format === 'html') return sanitizeHtml(text);
  if (format === 'markdown') return renderMarkdown(text);
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return sanitizeHtml(paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`).join(''));
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
