import type { ComponentChildren } from 'preact';
import type { ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

type Say = PageContext['say'];

/** A table of discussions; on a phone each row is a block. */
export const RowsTable = ({ say, children }: { say: Say; children: ComponentChildren }) => (
  <table class="rows">
    <thead>
      <tr>
        <th scope="col">{say('pages.discussions.title')}</th>
        <th scope="col" class="number">
          {say('pages.discussions.comments')}
        </th>
        <th scope="col" class="number">
          {say('pages.discussions.questions')}
        </th>
        <th scope="col">{say('pages.organize.state')}</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

interface RowProps {
  thread: ThreadShape;
  slug: string;
  say: Say;
  /** The acts on it. */
  children?: ComponentChildren;
}

/** A discussion with its counts and its state. */
export function DiscussionRow({ thread, slug, say, children }: RowProps) {
  const { counts } = thread;
  return (
    <tr>
      <td>
        <a href={`/c/${slug}/t/${thread.slug}`}>{thread.title}</a>
        {children}
      </td>
      <td class="number" data-label={say('pages.discussions.comments')}>
        {counts.comments}
      </td>
      <td class="number" data-label={say('pages.discussions.questions')}>
        {counts.answered} / {counts.questions}
      </td>
      <td>
        <span class="badge">{say(`pages.threadState.${thread.state}`)}</span>
      </td>
    </tr>
  );
}
