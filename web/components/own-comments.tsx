import { useContext } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import type { CommentShape } from './shapes.ts';
import { formsOf, withQuery, type ThreadActions, type ThreadProps } from './thread-props.ts';
import { Chip } from './chip.tsx';

interface OwnCommentProps {
  comment: CommentShape;
  props: ThreadProps;
  actions: ThreadActions | null;
}

/** The reader's own comments that are not public yet, with links to edit and withdraw them. */
export function OwnHeldComments({ props, actions }: Omit<OwnCommentProps, 'comment'>) {
  const { say } = useContext(LocaleContext);
  const { held = [] } = props.mine ?? {};
  if (held.length === 0) return null;
  return (
    <section class="own" id="own">
      <h3>
        <Chip kind="held">{say('pages.thread.held')}</Chip>
      </h3>
      {held.map((comment) => (
        <article key={comment.id} class="comment held">
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
          <div class="acts">
            <EditLink comment={comment} props={props} actions={actions} />
            <WithdrawButton comment={comment} props={props} actions={actions} />
          </div>
        </article>
      ))}
    </section>
  );
}

export function EditLink({ comment: { id }, props, actions }: OwnCommentProps) {
  const { say } = useContext(LocaleContext);
  const isOpen = props.thread.state === 'open' || props.thread.state === 'questions';
  return isOpen && props.mine?.may.edit.includes(id) ? (
    <a href={`${withQuery(props, `edit=${id}`)}#write`} onClick={actions?.edit(id)}>
      <Icon name="edit" />
      {say('pages.thread.edit')}
    </a>
  ) : null;
}

/** Also in a locked thread: authors may always withdraw. */
export function WithdrawButton({ comment, props, actions }: OwnCommentProps) {
  const { say } = useContext(LocaleContext);
  const { id, revision } = comment;
  return props.mine?.may.withdraw.includes(id) ? (
    <form method="post" action={`${formsOf(props)}/withdrawals`} onSubmit={actions?.withdraw(comment)}>
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <PageOfForm at={props.at} />
      <button>
        <Icon name="trash" />
        {say('pages.thread.withdraw')}
      </button>
    </form>
  ) : null;
}

/** Names the page of the thread to which a form returns without a script. */
export const PageOfForm = ({ at }: { at: string | undefined }) => at && <input type="hidden" name="at" value={at} />;
