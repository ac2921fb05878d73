import { isolated } from '../../locales/isolated.ts';
import type { Words } from '../../locales/words.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { htmlAsMarkdown, quoted } from '../platform/markup/html-as-markdown.ts';
import type { RecapPart } from './recap.view.ts';

/** A recap for another site: absolute links, no class, no script, nothing to load. */
export interface ExportedRecap {
  title: string;
  markdownParts: readonly (string | { comment: CommentView; path: string })[];
  parts: readonly RecapPart[];
  base: string;
  say: Words;
}

const nameOf = ({ author }: CommentView, say: Words): string =>
  author ? isolated(author.name) : say('pages.thread.anonymous');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Clean HTML for another page. A comment that may no longer be shown leaves its place without words. */
export function recapAsHtml({ parts, base, say }: Pick<ExportedRecap, 'parts' | 'base' | 'say'>): string {
  return parts
    .map((part) => {
      if ('html' in part) return part.html;
      const { comment, path } = part;
      if (comment.state !== 'visible') return `<p><em>${escaped(say(`pages.thread.state.${comment.state}`))}</em></p>`;
      return (
        `<blockquote cite="${escaped(base + path)}">\n${comment.html}\n<footer>— <a ` +
        `href="${escaped(base + path)}">${escaped(nameOf(comment, say))}</a></footer>\n</blockquote>`
      );
    })
    .join('\n');
}

export function recapAsMarkdown({ title, markdownParts, base, say }: Omit<ExportedRecap, 'parts'>): string {
  const written = markdownParts.map((part) => {
    if (typeof part === 'string') return part;
    const { comment, path } = part;
    if (comment.state !== 'visible') return `*${say(`pages.thread.state.${comment.state}`)}*`;
    const name = nameOf(comment, say).replaceAll(/[\\[\]`*_<>]/g, '\\$&');
    return `${quoted(htmlAsMarkdown(comment.html))}\n>\n> — [${name}](<${base}${path}>)`;
  });
  return `${[`# ${title}`, ...written].join('\n\n')}\n`;
}
