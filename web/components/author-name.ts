import { isolated } from '../../locales/isolated.ts';
import type { LocaleSettings } from './locale-context.ts';
import type { Comment } from './shapes.ts';

/**
 * Who says it: a face, or what is left when there is none. A question may have been asked without a name; anything else
 * had one once.
 */
export const authorName = ({ author, kind }: Pick<Comment, 'author' | 'kind'>, say: LocaleSettings['say']): string =>
  namedOr(author, say(kind === 'question' ? 'pages.thread.nobody' : 'pages.thread.former'));

/** A name for any place, or what stands there when there is none. */
export const namedOr = (author: { name: string } | null | undefined, other: string): string =>
  author ? isolated(author.name) : other;
