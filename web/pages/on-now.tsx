import { useContext } from 'preact/hooks';
import { TimeOfDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Names } from '../components/name.tsx';
import { TalkCounts } from './talk-counts.tsx';
import type { ListedTalk } from './talk-line.tsx';
import { trackColour } from './track-colour.ts';
import { Chip } from '../components/chip.tsx';

interface OnNowProps {
  now: readonly ListedTalk[];
  upNext: readonly ListedTalk[];
  here: string;
}

/** Cards for the talks that run, live ones first, and a line for each that comes next. */
export function OnNow({ now, upNext, here }: OnNowProps) {
  const { say } = useContext(LocaleContext);
  const isLive = ({ thread }: ListedTalk): boolean => thread?.live ?? false;
  const running = [...now.filter(isLive), ...now.filter((talk) => !isLive(talk))];
  return (
    <>
      {running.length > 0 && (
        <section class="on-now" aria-label={say('pages.conference.now')}>
          {running.map((talk) => (
            <NowCard key={`${talk.id} ${talk.startsAt}`} talk={talk} here={here} />
          ))}
        </section>
      )}
      {upNext.length > 0 && (
        <section class="up-next card" aria-label={say('pages.conference.next')}>
          <p class="meta">
            <Chip>{say('pages.conference.next')}</Chip> <TimeOfDay at={upNext[0]!.startsAt!} />
          </p>
          {upNext.map((talk) => (
            <NextLine key={`${talk.id} ${talk.startsAt}`} talk={talk} here={here} />
          ))}
        </section>
      )}
    </>
  );
}

/** A talk that comes next, in one line. All of them begin at the same minute, which stands above them. */
const NextLine = ({ talk: { title, language, room, thread }, here }: { talk: ListedTalk; here: string }) => (
  <div>
    <h2 lang={language || undefined}>{thread ? <a href={`${here}/t/${thread.slug}`}>{title}</a> : title}</h2>
    {room && <span class="meta">{room}</span>}
  </div>
);

function NowCard({ talk, here }: { talk: ListedTalk; here: string }) {
  const { say } = useContext(LocaleContext);
  const { thread } = talk;
  const path = thread && `${here}/t/${thread.slug}`;
  const isLive = thread?.live ?? false;
  const mayAsk = thread !== null && (thread.state === 'open' || thread.state === 'questions');
  return (
    <article class={`card ${isLive ? 'is-live' : talk.track && trackColour(talk.track)}`}>
      <p class="meta dots">
        <Chip kind={isLive ? 'live' : 'neutral'}>{say(isLive ? 'pages.thread.live' : 'pages.conference.now')}</Chip>
        {talk.room && <span>{talk.room}</span>}
        <span>
          <TimeOfDay at={talk.startsAt!} />
        </span>
      </p>
      <h2 lang={talk.language || undefined}>{path ? <a href={path}>{talk.title}</a> : talk.title}</h2>
      {talk.speakers.length > 0 && (
        <p class="meta">
          <Names of={talk.speakers} />
        </p>
      )}
      <TalkCounts thread={thread} />
      {path && mayAsk && (
        <p class="go">
          <a class={isLive ? 'button primary' : 'button'} rel="nofollow" href={`${path}?kind=question#write`}>
            {say('pages.thread.ask')}
          </a>
        </p>
      )}
    </article>
  );
}
