import type { CommentShape } from './shapes.ts';
import type { Draft, ThreadActions, ThreadProps } from './thread-props.ts';

export interface FormProps {
  props: ThreadProps;
  draft: Draft;
  actions: ThreadActions | null;
  replied: CommentShape | null;
}
