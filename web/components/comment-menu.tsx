import { useContext } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import { EditLink, PageOfForm, WithdrawButton } from './own-comments.tsx';
import type { CommentShape } from './shapes.ts';
import { formsOf, isUnderRecap, withQuery, type ThreadActions, type ThreadProps } from './thread-props.ts';
import { Menu } from './menu.tsx';

interface CommentMenuProps {
  comment: CommentShape;
  props: ThreadProps;
  actions: ThreadActions | null;
}

/** Draws the menu of a reader's acts on a comment beside voting and answering. An archive has none of it. */
export function CommentMenu({ comment, props, actions }: CommentMenuProps) {
  const { say } = useContext(LocaleContext);
  const { mine, here } = props;
  if (props.placeOf) return null;
  const isOwn = mine?.may.withdraw.includes(comment.id) ?? false;
  return (
    <Menu label={say('pages.thread.menu')}>
      {props.thread.state === 'open' && (
        <a
          class="quote"
          href={`${withQuery(props, `reply=${comment.id}&quote=yes`)}#write`}
          onClick={actions?.quote(comment)}
        >
          <Icon name="quote" />
          {say('pages.reading.quote')}
        </a>
      )}
      <a class="share" href={`${here}?comment=${comment.id}#c-${comment.id}`} onClick={actions?.share(comment)}>
        <Icon name="share" />
        {say('pages.reading.share')}
      </a>
      <EditLink comment={comment} props={props} actions={actions} />
      <KindButton comment={comment} props={props} isOwn={isOwn} />
      <WithdrawButton comment={comment} props={props} actions={actions} />
      {props.moderation && <ModerationLinks comment={comment} props={props} actions={actions} />}
      {!isOwn && (
        <a class="report" href={`/comments/${comment.id}/report`} rel="nofollow">
          <Icon name="flag" />
          {say('pages.report.link')}
        </a>
      )}
    </Menu>
  );
}

/** A moderator's acts; nobody decides about their own words. Each link is a form of its own without a script. */
function ModerationLinks({ comment, props, actions }: CommentMenuProps) {
  const { moderation, mine, thread, at } = props;
  const isOwn = mine?.may.withdraw.includes(comment.id);
  const isOffered = {
    hide: !isOwn,
    mute: !isOwn && comment.author,
    lock: thread.state === 'open' || thread.state === 'questions',
    unlock: thread.state === 'locked',
  };
  return moderation!
    .filter(({ act }) => isOffered[act])
    .map(({ act, label }) => (
      <a
        key={act}
        class="moderate"
        href={`${formsOf(props)}/moderation/${act}?comment=${comment.id}${at ? `&at=${encodeURIComponent(at)}` : ''}`}
        onClick={actions?.moderate}
      >
        <Icon name={act === 'unlock' ? 'lock' : act} />
        {label}
      </a>
    ));
}

/** Makes a comment a question, or a question a comment: for its author and for the desk. */
function KindButton({ comment, props, isOwn }: Omit<CommentMenuProps, 'actions'> & { isOwn: boolean }) {
  const { say } = useContext(LocaleContext);
  const { mine, thread } = props;
  const isOpen = thread.state === 'open' || thread.state === 'questions';
  const mayChange = (isOwn || mine?.may.desk) && comment.parentId === null;
  if (
    isUnderRecap(props) ||
    !isOpen ||
    !mayChange ||
    (comment.kind !== 'comment' && comment.question?.status !== 'open')
  )
    return null;
  return (
    <form method="post" action={`${formsOf(props)}/kinds`}>
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="revision" value={comment.revision} />
      <input type="hidden" name="kind" value={comment.kind === 'comment' ? 'question' : 'comment'} />
      <PageOfForm at={props.at} />
      <button>
        <Icon name="ask" />
        {say(comment.kind === 'comment' ? 'pages.thread.makeQuestion' : 'pages.thread.makeComment')}
      </button>
    </form>
  );
}
