import { Chip } from '../components/chip.tsx';
import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { QueueItemShape } from './queue-item.ts';

interface QueueItemHeadProps {
  item: QueueItemShape;
  /** Of its author, or of who appeals. */
  name: string;
  conference: ConferenceShape;
  say: PageContext['say'];
}

/** Names the author, the place, the time since it waits, why it was held, and the moderator who looks at it. */
export const QueueItemHead = ({ item, name, conference, say }: QueueItemHeadProps) => (
  <p class="help">
    <b dir="auto">{name}</b>
    {item.threadSlug && (
      <>
        {' '}
        · <a href={`/c/${conference.slug}/t/${item.threadSlug}`}>{item.threadTitle}</a>
      </>
    )}
    {item.recap && (
      <>
        {' '}
        · <a href={`/c/${conference.slug}/recaps/${item.recap.slug}`}>{say('pages.queue.recap')}</a>
      </>
    )}{' '}
    · <DateTime at={item.since} />
    {item.heldBecause && (
      <>
        {' '}
        <Chip kind="held">{say(`pages.queue.because.${item.heldBecause}`)}</Chip>
      </>
    )}
    {item.claimedBy && (
      <>
        {' '}
        <Chip>
          {item.claimedBy.isYou
            ? say('pages.queue.yours')
            : say('pages.queue.theirs', { name: item.claimedBy.name || say('pages.queue.anotherModerator') })}
        </Chip>
      </>
    )}
  </p>
);
