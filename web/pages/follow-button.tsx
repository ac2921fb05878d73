import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { formsOf, type ThreadProps } from '../components/thread-props.ts';

interface FollowButtonProps {
  props: ThreadProps;
  /** Null for readers who have no address yet. */
  isFollowing: boolean | null;
}

/** One button that follows a discussion or ends it; a way to sign in for who has no address yet. */
export function FollowButton({ props, isFollowing }: FollowButtonProps) {
  const { say } = useContext(LocaleContext);
  const address = `${formsOf(props)}/follow`;
  if (isFollowing === null)
    return (
      <a class="button follow" href={address}>
        {say('pages.follow.link')}
      </a>
    );
  return (
    <form method="post" action={address} class="follow">
      <input type="hidden" name="wanted" value={isFollowing ? 'no' : 'yes'} />
      <button>{say(isFollowing ? 'pages.follow.endHere' : 'pages.follow.link')}</button>
    </form>
  );
}
