import type { AuthorShape } from './shapes.ts';

/** Number of colours that an avatar may have: the classes c0, c1 … of the stylesheet. */
const COLOURS = 8;

/** An author's first letters on a colour of their own: drawn from the page itself, so that it costs no request. */
export const Avatar = ({ author }: { author: AuthorShape | null }) => (
  <i
    class={author ? `av c${Number.parseInt(author.id.slice(-2), 16) % COLOURS}` : 'av'}
    data-i={author ? initialsOf(author.name) : '?'}
    aria-hidden="true"
  />
);

/** The first letters of the first and the last word that begin with one. */
export function initialsOf(name: string): string {
  const words = name.match(/(?<=^|[\s'’-])[\p{L}\p{N}]/gu) ?? [];
  const [first = '·', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (first + last).toLocaleUpperCase();
}
