import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Names } from '../components/name.tsx';
import type { RecapTalkShape } from './recap-shapes.ts';

interface TalkCardProps {
  talk: RecapTalkShape;
  /** The level of the heading that named the talk; none for a line of its own. */
  level: 2 | 3 | null;
}

/** The talk that a section of a recap is about: title, speakers, when and where. */
export function TalkCard({ talk, level }: TalkCardProps) {
  const { say } = useContext(LocaleContext);
  const link = (
    <a href={talk.path} dir="auto">
      {talk.title}
    </a>
  );
  return (
    <div class="card talk-card">
      {level === 2 && <h2>{link}</h2>}
      {level === 3 && <h3>{link}</h3>}
      {level === null && <p class="title">{link}</p>}
      <p class="meta dots">
        {talk.speakers.length > 0 && (
          <b>
            <Names of={talk.speakers.map((name) => ({ name }))} />
          </b>
        )}
        {talk.startsAt && (
          <span>
            <DateTime at={talk.startsAt} />
          </span>
        )}
        {talk.room && <span>{talk.room}</span>}
        <a href={talk.path}>{say('pages.recaps.talkDiscussion')}</a>
      </p>
    </div>
  );
}
