import { useContext } from 'preact/hooks';
import { guestMay } from './guests.ts';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import { PageOfForm } from './own-comments.tsx';
import type { CommentShape } from './shapes.ts';
import { formsOf, type ThreadActions, type ThreadProps } from './thread-props.ts';

/** A reader's votes and comments with a session, and their rights. */
export interface VoterShape {
  votes: readonly string[];
  guest: boolean;
  may: { vote: boolean; withdraw: readonly string[] };
}

interface VoteButtonProps {
  comment: CommentShape;
  props: Pick<ThreadProps, 'here' | 'thread' | 'at' | 'placeOf' | 'embedded'> & { mine: VoterShape | null };
  actions: Pick<ThreadActions, 'vote'> | null;
  /** The list of a conference's page or the queue of a thread to which the form returns; without one to the comment. */
  from?: string;
}

/**
 * The count, and the button around it: for everybody else's comments while the thread is open. Where guests may not
 * vote, a reader without an address is led to sign in and comes back to this comment.
 */
export function VoteButton({ comment, props, actions, from }: VoteButtonProps) {
  const { say } = useContext(LocaleContext);
  const { mine, here, thread } = props;
  const isOpen = thread.state === 'open' || thread.state === 'questions';
  if (props.placeOf || !isOpen || mine?.may.withdraw.includes(comment.id))
    return comment.votes > 0 ? (
      <span class="vote still">
        <Votes count={comment.votes} />
      </span>
    ) : null;
  // In a frame on another site no cookie would remember the vote of a guest.
  const mayVote = mine ? !mine.guest || mine.may.vote : guestMay('vote', thread) && !props.embedded;
  if (!mayVote)
    return (
      <a
        class="vote"
        rel="nofollow"
        href={`/sign-in?next=${encodeURIComponent(`${here}?comment=${comment.id}#c-${comment.id}`)}&why=vote`}
        title={say('pages.thread.vote')}
      >
        <Figure count={comment.votes} />
        <span class="unseen">
          {say('pages.thread.vote')}, {say('pages.thread.votes', { count: comment.votes })}
        </span>
      </a>
    );
  const isGiven = mine?.votes.includes(comment.id) ?? false;
  return (
    <form method="post" action={`${formsOf(props)}/votes`} onSubmit={actions?.vote(comment.id, !isGiven)}>
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="vote" value={isGiven ? 'off' : 'on'} />
      <PageOfForm at={props.at} />
      {from && <input type="hidden" name="from" value={from} />}
      <button class="vote" aria-pressed={isGiven ? 'true' : 'false'} title={say('pages.thread.vote')}>
        <Figure count={comment.votes} />
        <span class="unseen">{say('pages.thread.vote')}</span>
      </button>
      <span class="unseen">{say('pages.thread.votes', { count: comment.votes })}</span>
    </form>
  );
}

/** A number of votes: its sign and figure to the eye, the words to the ear. */
export function Votes({ count }: { count: number }) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <Figure count={count} />
      <span class="unseen">{say('pages.thread.votes', { count })}</span>
    </>
  );
}

const Figure = ({ count }: { count: number }) => (
  <>
    <Icon name="up" small />
    <span class="votes" aria-hidden="true">
      {count}
    </span>
  </>
);
