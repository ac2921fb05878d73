import { useContext } from 'preact/hooks';
import { DateTime, TimeOfDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';

/** A talk at one of its times, and the slug of its thread. */
export interface FollowingTalkShape {
  talk: TalkShape;
  thread: string | null;
}

interface FollowingBesideProps {
  talk: TalkShape;
  following: readonly FollowingTalkShape[];
  conference: ConferenceShape;
}

/** Draws the talks that follow in its room that day; each with its day where the talk has several, and its room. */
export function FollowingBeside({ talk: { slots, room }, following, conference }: FollowingBesideProps) {
  const { say } = useContext(LocaleContext);
  const isSeveral = slots.length > 1;
  return (
    <div class="card brief">
      <h2>{say('pages.room.next')}</h2>
      <ul class="rows">
        {following.map(({ talk, thread }) => (
          <li key={`${talk.id} ${talk.startsAt}`} class="stacked">
            <span class="meta dots">
              {talk.startsAt && (
                <span>{isSeveral ? <DateTime at={talk.startsAt} /> : <TimeOfDay at={talk.startsAt} />}</span>
              )}
              {talk.room !== room && <span>{talk.room}</span>}
            </span>
            {thread === null ? (
              <span>{talk.title}</span>
            ) : (
              <a href={`/c/${conference.slug}/t/${thread}`} lang={talk.language || conference.locale} dir="auto">
                {talk.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
