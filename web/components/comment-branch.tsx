import { Component, createRef, hydrate, render } from 'preact';
import { useContext } from 'preact/hooks';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import { LocaleContext } from './locale-context.ts';
import type { CommentShape, MineShape } from './shapes.ts';
import type { ThreadActions, ThreadProps } from './thread-props.ts';

type ReplyFormProps = Parameters<typeof CommentForm>[0];

/** Whether a comment is in the branch of another. */
export const isIn = (root: CommentShape, { id, rootId }: CommentShape): boolean => id === root.id || rootId === root.id;

interface BranchProps {
  comment: CommentShape;
  replies: readonly CommentShape[];
  hidden: number;
  props: ThreadProps;
  actions: ThreadActions | null;
  form: ReplyFormProps | null;
  isDeferred: boolean;
}

/** Branches that are not hydrated yet, by their element. */
const deferredBranches = new WeakMap<Element, CommentBranch>();

/**
 * A comment with its replies; redrawn only when one of them has changed. What the server drew is hydrated when it
 * changes or is touched, because hydrating fifty comments at once blocked a slow phone for most of a second.
 */
export class CommentBranch extends Component<BranchProps> {
  private readonly element = createRef<HTMLLIElement>();
  /** The props of the server's drawing; null for other drawings, and after hydration. */
  private drawn = this.props.isDeferred ? this.props : null;
  private readonly isDeferred = this.props.isDeferred;

  override shouldComponentUpdate(next: BranchProps): boolean {
    const now = this.props;
    const [a, b] = [now.props, next.props];
    return (
      next.form !== null ||
      now.form !== null ||
      now.comment !== next.comment ||
      now.hidden !== next.hidden ||
      now.actions !== next.actions ||
      !isSameTo(a.mine, b.mine, [next.comment, ...next.replies]) ||
      a.thread.state !== b.thread.state ||
      a.thread.guests !== b.thread.guests ||
      a.here !== b.here ||
      a.whose?.[next.comment.id] !== b.whose?.[next.comment.id] ||
      now.replies.length !== next.replies.length ||
      now.replies.some((reply, i) => reply !== next.replies[i])
    );
  }

  override componentDidMount(): void {
    if (this.isDeferred) deferredBranches.set(this.element.current!, this);
  }

  override componentDidUpdate(): void {
    if (!this.isDeferred) return;
    this.hydrateNow();
    render(<BranchContent {...this.props} />, this.element.current!);
  }

  override componentWillUnmount(): void {
    if (this.isDeferred && !this.drawn) render(null, this.element.current!);
  }

  /** Hydrates what the server drew, as a drawing of its own inside its list item. */
  hydrateNow(): void {
    if (!this.drawn) return;
    hydrate(<BranchContent {...this.drawn} />, this.element.current!);
    this.drawn = null;
  }

  override render() {
    // The content is not set during hydration, nor later, because the value never changes.
    return this.isDeferred ? (
      <li ref={this.element} dangerouslySetInnerHTML={NOTHING} />
    ) : (
      <li>
        <BranchContent {...this.props} />
      </li>
    );
  }
}

/** Whether the reader may do the same with these comments as before, and has done the same. */
const isSameTo = (a: MineShape | null, b: MineShape | null, comments: readonly CommentShape[]): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.may.desk === b.may.desk &&
    a.may.vote === b.may.vote &&
    comments.every(
      ({ id }) =>
        a.votes.includes(id) === b.votes.includes(id) &&
        a.may.edit.includes(id) === b.may.edit.includes(id) &&
        a.may.withdraw.includes(id) === b.may.withdraw.includes(id),
    ));

const NOTHING = { __html: '' };

/** Hydrates a comment just before an event reaches it. */
export function hydrateOnTouch(root: HTMLElement): void {
  const hydrateTarget = ({ target }: Event): void => {
    for (let element = target as Element | null; element && element !== root; element = element.parentElement)
      deferredBranches.get(element)?.hydrateNow();
  };
  for (const type of ['pointerdown', 'focusin', 'click', 'submit']) root.addEventListener(type, hydrateTarget, true);
}

function BranchContent({ comment, replies, hidden, props, actions, form }: BranchProps) {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const formUnder = (id: string) => form?.replied?.id === id && <CommentForm {...form} />;
  return (
    <>
      <CommentItem comment={comment} props={props} actions={actions} />
      {formUnder(comment.id)}
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem
                comment={reply}
                props={props}
                actions={actions}
                answered={byId.get(reply.parentId ?? '') ?? null}
              />
              {formUnder(reply.id)}
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <Hidden
          count={hidden}
          whose={props.whose?.[comment.id]}
          here={`${props.here}?comment=${comment.id}#c-${comment.id}`}
          show={actions?.moreReplies(comment.id)}
        />
      )}
      {props.folded?.(comment.id)}
    </>
  );
}

interface HiddenProps {
  count: number;
  whose: string | undefined;
  here: string;
  show: ((event: Event) => void) | undefined;
}

function Hidden({ count, whose, here, show }: HiddenProps) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="hidden">
      <a href={here} onClick={show}>
        {say('pages.thread.hiddenReplies', { count })}
      </a>
      {whose && (
        <span class="meta" dir="auto">
          {whose}
        </span>
      )}
    </p>
  );
}
