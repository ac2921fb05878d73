import type { CommentShape } from '../components/shapes.ts';

/** The version that a form about a comment was shown with: its words, its kind and its outcome. */
export const shownVersion = ({ revision, kind, question }: Pick<CommentShape, 'revision' | 'kind' | 'question'>) =>
  [revision, kind, question?.status ?? ''].join(' ');
