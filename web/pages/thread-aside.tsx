import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { TalkExtras } from '../components/talk-extras.tsx';
import type { ThreadProps } from '../components/thread-props.ts';
import { FollowButton } from './follow-button.tsx';
import { FAR_OFF_DAYS } from './phase-notice.tsx';
import { AnswersBeside } from './answers-beside.tsx';
import { type TalkRecapsShape, RecapsBeside } from './recaps-beside.tsx';
import { type FollowingTalkShape, FollowingBeside } from './following-beside.tsx';

interface ThreadAsideProps {
  conference: ConferenceShape;
  talk: TalkShape | null;
  props: ThreadProps;
  hasRecap: boolean;
  /** The recaps that speak of this talk, and how many there are. */
  recaps?: TalkRecapsShape | undefined;
  /** The talks that follow in its rooms. */
  following?: FollowingTalkShape[] | undefined;
  /** Whether the reader follows it; null for readers who have no address yet. */
  isFollowing: boolean | null;
}

/**
 * Beside a discussion: how long it is open, its recaps, its feed, what follows in the room, and what the programme adds
 * to the talk.
 */
export function ThreadAside({
  conference,
  talk,
  props,
  hasRecap,
  recaps,
  following = [],
  isFollowing,
}: ThreadAsideProps) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <div class="card brief">
        <h2>{say('pages.thread.brief')}</h2>
        <BriefRows conference={conference} talk={talk} props={props} hasRecap={hasRecap} />
        <FollowButton props={props} isFollowing={isFollowing} />
      </div>
      <AnswersBeside props={props} />
      {recaps && recaps.count > 0 && <RecapsBeside recaps={recaps} conference={conference} />}
      {talk && following.length > 0 && <FollowingBeside talk={talk} following={following} conference={conference} />}
      {talk && <TalkExtras talk={talk} say={say} />}
    </>
  );
}

type BriefRowsProps = Pick<ThreadAsideProps, 'conference' | 'talk' | 'props' | 'hasRecap'>;

/** The end of the discussion, its recap, its feed, its conference, and for speakers the links of the talk. */
function BriefRows({ conference, talk, props, hasRecap }: BriefRowsProps) {
  const { say } = useContext(LocaleContext);
  const { thread, here } = props;
  const isOpen = thread.state === 'open' || thread.state === 'questions';
  return (
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
      {talk && props.mine?.may.desk && (
        <li>
          <Icon name="edit" />
          <a href={`${here}/links`}>{say('pages.talkLinks.link')}</a>
        </li>
      )}
      <FeedRow path={`${here}/feed.atom`} />
      <li>
        <Icon name="list" />
        <a href={`/c/${conference.slug}`} lang={conference.locale}>
          {conference.title}
        </a>
      </li>
    </ul>
  );
}

function FeedRow({ path }: { path: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <li>
      <Icon name="list" />
      <a href={path} rel="alternate" type="application/atom+xml">
        {say('pages.feed')}
      </a>
    </li>
  );
}
