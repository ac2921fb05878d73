import { Button } from '../components/button.tsx';
import { Page, type PageContext } from './page.tsx';

interface FollowPageProps {
  context: PageContext;
  /** The thread's page. */
  path: string;
  /** Address of its form. */
  action: string;
  threadTitle: string;
  isFollowing: boolean;
}

/** `/c/{conference}/t/{thread}/follow`: one button that follows a thread, or ends it. */
export function FollowPage({ context, path, action, threadTitle, isFollowing }: FollowPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href={path} dir="auto">
          {threadTitle}
        </a>
      </p>
      <h1>{context.title}</h1>
      <form method="post" action={action} class="card">
        <p>{say(isFollowing ? 'pages.follow.following' : 'pages.follow.lead')}</p>
        <input type="hidden" name="wanted" value={isFollowing ? 'no' : 'yes'} />
        <Button kind="primary">{say(isFollowing ? 'pages.follow.end' : 'pages.follow.begin')}</Button>
      </form>
      <p>
        <a href="/me/email">{say('pages.me.chooseEmails')}</a>
      </p>
    </Page>
  );
}
