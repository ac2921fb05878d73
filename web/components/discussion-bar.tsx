import { useContext } from 'preact/hooks';
import { contributionsIn } from './contributions.ts';
import { LocaleContext } from './locale-context.ts';
import type { ClientState, ThreadActions, ThreadProps } from './thread-props.ts';
import { Segmented } from './segmented.tsx';

interface DiscussionBarProps {
  props: ThreadProps;
  actions: ThreadActions | null;
  client: ClientState | null;
}

/** The head of the discussion: how much was said, its orders, what is new since the last visit, how it is shown. */
export function DiscussionBar({ props, actions, client }: DiscussionBarProps) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <div class="bar" id="discussion">
        <h2>
          {say('pages.thread.label')}{' '}
          <span class="count">{say('pages.thread.count', { count: contributionsIn(props.thread) })}</span>
        </h2>
        {!props.embedded && <SortLinks {...props} actions={actions} />}
      </div>
      <div class="under">
        {client?.sinceVisit && <SinceVisit here={props.here} {...client.sinceVisit} />}
        {client && client.readers > 1 && (
          <span class="readers">{say('pages.thread.readers', { count: client.readers })}</span>
        )}
        {actions && client && (
          <details class="reading" id="reading" open={client.isOpen} onToggle={actions.panel}>
            <summary>{say('pages.reading.title')}</summary>
            {client.Panel && <client.Panel client={client} actions={actions} />}
          </details>
        )}
      </div>
    </>
  );
}

function SortLinks({ here, sort, actions }: ThreadProps & { actions: ThreadActions | null }) {
  const { say } = useContext(LocaleContext);
  return (
    <Segmented
      label={say('pages.thread.sortBy')}
      segments={(['top', 'newest', 'oldest'] as const).map((each) => ({
        href: `${here}?sort=${each}#discussion`,
        label: say(`pages.thread.orders.${each}`),
        isChosen: each === sort,
        onClick: actions?.sort(each),
      }))}
    />
  );
}

/** Draws the number of contributions since this browser's last visit, and the way to them. */
function SinceVisit({ here, count, at }: { here: string; count: number; at: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <a class="since" href={`${here}?sort=newest#discussion`}>
      {say('pages.thread.since', { count, at })}
    </a>
  );
}
