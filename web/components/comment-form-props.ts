import type { CommentShape } from './shapes.ts';
import type { Draft, ThreadActions, ThreadProps } from './thread-props.ts';

export interface FormProps {
  props: ThreadProps;
  draft: Draft;
  actions: ThreadActions | null;
  replied: CommentShape | null;
  /** Whether a script folds and unfolds the form, which it then does at no other time than when it is asked to. */
  isScripted?: boolean;
}
