import { Names } from '../components/name.tsx';
import { contributionsIn } from '../components/contributions.ts';
import { useContext } from 'preact/hooks';
import { Day, TimeOfDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { TalkShape, ThreadShape } from '../components/shapes.ts';
import { TalkCounts } from './talk-counts.tsx';
import { trackColour } from './track-colour.ts';
import { Chip } from '../components/chip.tsx';

export type ListedTalk = TalkShape & { day: string | null; thread: ThreadShape | null };

interface TalkLineProps {
  talk: ListedTalk;
  here: string;
  hasRecap: boolean;
  /** Whether its day is said, too, because no heading does. */
  isAnyDay?: boolean;
}

export function TalkLine({ talk, here, hasRecap, isAnyDay = false }: TalkLineProps) {
  const { say } = useContext(LocaleContext);
  return (
    <li class={talk.status}>
      <p class="hour">
        {isAnyDay && talk.day !== null && <Day on={talk.day} short />}
        {talk.startsAt && <TimeOfDay at={talk.startsAt} />}
        {talk.room && <span class="room">{talk.room}</span>}
      </p>
      <div class={talk.track ? trackColour(talk.track) : undefined}>
        <h3 lang={talk.language || undefined}>
          {talk.thread ? <a href={`${here}/t/${talk.thread.slug}`}>{talk.title}</a> : talk.title}
        </h3>
        <p>
          {talk.speakers.length > 0 && (
            <span class="speakers">
              <Names of={talk.speakers} />
            </span>
          )}
          {talk.track && <span class="track">{talk.track}</span>}
          {talk.status === 'cancelled' && <Chip>{say('pages.conference.cancelled')}</Chip>}
          <TalkCounts thread={talk.thread} />
          {hasRecap && (
            <span>
              <a href={`${here}/t/${talk.thread!.slug}/recap`}>{say('pages.recap.link')}</a>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

export function CommentCount({ thread }: { thread: ThreadShape }) {
  const { say } = useContext(LocaleContext);
  const count = contributionsIn(thread);
  return count > 0 ? <span class="count">{say('pages.thread.count', { count })}</span> : null;
}
