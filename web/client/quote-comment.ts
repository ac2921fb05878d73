import type { CommentShape } from '../components/shapes.ts';

/** A comment's words as a quotation in Markdown, or the part of them that is selected. */
export function quoted({ id, html }: CommentShape): string {
  const marked = getSelection();
  const isOfIt = marked?.anchorNode && document.getElementById(`c-${id}`)?.contains(marked.anchorNode);
  const lined = html.replaceAll('</p>', '</p>\n\n').replaceAll(/<br ?\/?>/g, '\n');
  const words =
    (isOfIt ? marked.toString() : '').trim() ||
    (new DOMParser().parseFromString(lined, 'text/html').body.textContent ?? '').trim();
  return words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
