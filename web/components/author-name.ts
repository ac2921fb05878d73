import { isolated } from '../../locales/isolated.ts';
import type { LocaleSettings } from './locale-context.ts';
import type { CommentShape } from './shapes.ts';

/**
 * The author of a comment: a persona, or a text without one. A question may have been anonymous; anything else had a
 * persona once.
 */
export const authorName = (
  { author, kind }: Pick<CommentShape, 'author' | 'kind'>,
  say: LocaleSettings['say'],
): string => namedOr(author, say(kind === 'question' ? 'pages.thread.anonymous' : 'pages.thread.former'));

/** A name for any place, or the text for a missing one. */
export const namedOr = (author: { name: string } | null | undefined, other: string): string =>
  author ? isolated(author.name) : other;
