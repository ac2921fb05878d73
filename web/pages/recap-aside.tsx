import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';
import { formsOf, type ThreadProps } from '../components/thread-props.ts';
import { FollowButton } from './follow-button.tsx';
import { FAR_OFF_DAYS } from './phase-notice.tsx';
import type { RecapTalkShape } from './recap-shapes.ts';

interface RecapAsideProps {
  conference: ConferenceShape;
  talks: readonly RecapTalkShape[];
  props: ThreadProps;
  /** Whether the reader follows its discussion; null for readers who have no address yet. */
  isFollowing: boolean | null;
}

/** Beside a recap: the conference, its other recaps, the talks it speaks of, and the forms to take it elsewhere. */
export function RecapAside({ conference, talks, props, isFollowing }: RecapAsideProps) {
  const { say } = useContext(LocaleContext);
  const { here } = props;
  return (
    <>
      <div class="card brief">
        <h2>{say('pages.thread.brief')}</h2>
        <RecapRows conference={conference} props={props} />
        <FollowButton props={props} isFollowing={isFollowing} />
      </div>
      {talks.length > 0 && (
        <div class="card brief">
          <h2>{say('pages.recaps.talks')}</h2>
          <ul class="rows">
            {talks.map(({ path, title }) => (
              <li key={path}>
                <a href={path} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="card brief">
        <h2>{say('pages.recap.carry')}</h2>
        <p class="dots">
          <a href={`${here}.md`}>Markdown</a>
          <a href={`${here}.html`}>HTML</a>
          <a href={`${here}.txt`}>{say('pages.recaps.text')}</a>
        </p>
      </div>
    </>
  );
}

/** The conference, its other recaps, how long comments are open, and the feed. */
function RecapRows({ conference, props }: Pick<RecapAsideProps, 'conference' | 'props'>) {
  const { say } = useContext(LocaleContext);
  const { thread } = props;
  const isOpen = thread.state === 'open';
  return (
    <ul class="rows">
      <li>
        <Icon name="list" />
        <a href={`/c/${conference.slug}`} lang={conference.locale}>
          {conference.title}
        </a>
      </li>
      <li>
        <Icon name="list" />
        <a href={`/c/${conference.slug}/recaps`}>{say('pages.recaps.all')}</a>
      </li>
      {isOpen && conference.settings.readonlyAfterDays <= FAR_OFF_DAYS && (
        <li>
          <Icon name="calendar" />
          <span>
            {say('pages.thread.openUntil')} <DateTime at={thread.phases.readonlyAt} time={false} />
          </span>
        </li>
      )}
      <li>
        <Icon name="list" />
        <a href={`${formsOf(props)}/feed.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.feed')}
        </a>
      </li>
    </ul>
  );
}
