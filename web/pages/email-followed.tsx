import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { Words } from '../../locales/words.ts';

/** A thread whose answers an account asked to be told of. */
export interface FollowedThreadShape {
  threadId: string;
  title: string;
  conferenceTitle: string;
  path: string;
}

interface FollowedProps {
  say: Words;
  followed: readonly FollowedThreadShape[];
}

export function Followed({ say, followed }: FollowedProps) {
  return (
    <section id="followed">
      <h2>{say('pages.email.followed')}</h2>
      {followed.length === 0 && <EmptyState>{say('pages.email.followsNothing')}</EmptyState>}
      <ul class="cards">
        {followed.map((thread) => (
          <FollowedThread key={thread.threadId} say={say} {...thread} />
        ))}
      </ul>
    </section>
  );
}

function FollowedThread({ say, threadId, title, conferenceTitle, path }: FollowedThreadShape & { say: Words }) {
  return (
    <li>
      <form method="post" action={`/me/email/follows/${threadId}`} class="row">
        <span>
          <a href={path} dir="auto">
            {title}
          </a>
          <br />
          <span class="help" dir="auto">
            {conferenceTitle}
          </span>
        </span>
        <Button>{say('pages.email.unfollow')}</Button>
      </form>
    </li>
  );
}
