import { isolated } from '../../locales/isolated.ts';
import type { Words } from '../../locales/words.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { htmlAsMarkdown, quoted } from '../platform/markup/html-as-markdown.ts';
import type { RecapPart, TalkCard } from './recap.view.ts';

/** A piece of the writer's Markdown, a quotation, or the card of a talk with the level of its heading as written. */
export type MarkdownPart = string | { comment: CommentView; path: string } | { talk: TalkCard; heading: number | null };

/** A recap for another site: absolute links, no class, no script, nothing to load. */
export interface ExportedRecap {
  title: string;
  markdownParts: readonly MarkdownPart[];
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
      if ('talk' in part) return talkAsHtml(part.talk, { tag: part.level === null ? 'p' : `h${part.level}`, base });
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
    if ('talk' in part) return talkAsMarkdown(part.talk, { mark: part.heading, base });
    const { comment, path } = part;
    if (comment.state !== 'visible') return `*${say(`pages.thread.state.${comment.state}`)}*`;
    const name = asWritten(nameOf(comment, say));
    return `${quoted(htmlAsMarkdown(comment.html))}\n>\n> — [${name}](<${base}${path}>)`;
  });
  return `${[`# ${title}`, ...written].join('\n\n')}\n`;
}

/** A line of words whose signs mean nothing in Markdown. */
const asWritten = (words: string): string => words.replaceAll(/[\\[\]`*_<>]/g, '\\$&');

function talkAsHtml({ title, speakers, path }: TalkCard, { tag, base }: { tag: string; base: string }): string {
  const link = `<a href="${escaped(base + path)}">${escaped(isolated(title))}</a>`;
  const names = speakers.map((name) => escaped(isolated(name))).join(', ');
  if (tag === 'p') return `<p>${[link, names].filter((part) => part !== '').join('<br>\n')}</p>`;
  return [`<${tag}>${link}</${tag}>`, ...(names === '' ? [] : [`<p>${names}</p>`])].join('\n');
}

function talkAsMarkdown(
  { title, speakers, path }: TalkCard,
  { mark, base }: { mark: number | null; base: string },
): string {
  const link = `[${asWritten(title)}](<${base}${path}>)`;
  const names = speakers.map(asWritten).join(', ');
  if (mark === null) return [link, names].filter((part) => part !== '').join('  \n');
  return [`${'#'.repeat(mark)} ${link}`, ...(names === '' ? [] : [names])].join('\n\n');
}
