import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import type { OutgoingComment } from './outgoing-comment.ts';
import type { ThreadActions } from './thread-props.ts';

/** The reader's own comments that the server has not confirmed: being sent, or waiting to be sent again. */
export function OutgoingCommentList({
  items,
  actions,
}: {
  items: readonly OutgoingComment[];
  actions: ThreadActions | null;
}) {
  const { say } = useContext(LocaleContext);
  const unseen = items.filter(({ state }) => state !== 'arrived');
  if (unseen.length === 0) return null;
  return (
    <ol class="comments outbox">
      {unseen.map((item) => (
        <li key={item.key}>
          <article class="comment pending" aria-label={say('pages.reading.yours')}>
            <p class="plain" dir="auto">
              {item.comment.body}
            </p>
            <p class="help" role="status">
              {say(`pages.reading.${item.state}`)}
            </p>
            {item.state === 'failed' && (
              <p class="acts">
                <button type="button" onClick={actions?.again(item)}>
                  {say('pages.reading.again')}
                </button>{' '}
                <button type="button" class="link" onClick={actions?.takeBack(item)}>
                  {say('pages.reading.takeBack')}
                </button>
              </p>
            )}
          </article>
        </li>
      ))}
    </ol>
  );
}
