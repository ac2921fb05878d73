import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { TalkExtras } from '../components/talk-extras.tsx';
import type { ThreadProps } from '../components/thread-props.ts';
import { FAR_OFF_DAYS } from './phase-notice.tsx';

interface ThreadAsideProps {
  conference: ConferenceShape;
  talk: TalkShape | null;
  props: ThreadProps;
  hasRecap: boolean;
}

/** Beside a discussion: how long it is open, its recap, its feed, and what the programme adds to the talk. */
export function ThreadAside({ conference, talk, props, hasRecap }: ThreadAsideProps) {
  const { say } = useContext(LocaleContext);
  const { thread, here } = props;
  const isOpen = thread.state === 'open' || thread.state === 'questions';
  return (
    <>
      <div class="card brief">
        <h2>{say('pages.thread.brief')}</h2>
        <ul class="rows">
          {isOpen && conference.settings.readonlyAfterDays <= FAR_OFF_DAYS && (
            <li>
              <Icon name="calendar" />
              <span>
                {say('pages.thread.openUntil')} <DateTime at={thread.phases.readonlyAt} time={false} />
              </span>
            </li>
          )}
          {hasRecap && (
            <li>
              <Icon name="list" />
              <a href={`${here}/recap`}>{say('pages.recap.link')}</a>
            </li>
          )}
          <li>
            <Icon name="bell" />
            <a href={`${here}/feed.atom`} rel="alternate" type="application/atom+xml">
              {say('pages.feed')}
            </a>
          </li>
          <li>
            <Icon name="list" />
            <a href={`/c/${conference.slug}`} lang={conference.locale}>
              {conference.title}
            </a>
          </li>
        </ul>
      </div>
      {talk && <TalkExtras talk={talk} say={say} />}
    </>
  );
}
