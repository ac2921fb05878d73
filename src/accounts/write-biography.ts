import { invalidRequest } from '../kernel/common.problems.ts';
import { wordsOfHtml } from '../kernel/html-words.ts';
import { isSeen } from '../kernel/visible-text.ts';
import { writeMarkdown } from '../platform/markup/markdown.ts';

/**
 * The stored Markdown of a biography, masked where only the rendering shows an address; empty for none. Throws
 * `invalid-request` for one that shows nothing.
 */
export function writeBiography(typed: string): string {
  if (typed === '') return '';
  const { source, html } = writeMarkdown(typed);
  if (!isSeen(wordsOfHtml(html)))
    throw invalidRequest([{ pointer: '#/biography', detail: 'Write something that can be seen.' }]);
  return source;
}
