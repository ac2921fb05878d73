import type { LocaleSettings } from './locale-context.ts';
import type { Comment } from './shapes.ts';

/**
 * Who says it: a face, or what is left when there is none. A question may have been asked without a name; anything else
 * had one once.
 */
export const authorName = ({ author, kind }: Pick<Comment, 'author' | 'kind'>, say: LocaleSettings['say']): string =>
  author?.name ?? say(kind === 'question' ? 'pages.thread.nobody' : 'pages.thread.former');
