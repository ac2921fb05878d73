import { useContext } from 'preact/hooks';
import { DateTime, TimeOfDay } from '../components/date-time.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Name } from '../components/name.tsx';
import { plainText } from '../components/plain-text.ts';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { TalkExtras } from '../components/talk-extras.tsx';
import type { ThreadProps } from '../components/thread-props.ts';
import { Votes } from '../components/vote-button.tsx';
import { FollowButton } from './follow-button.tsx';
import { FAR_OFF_DAYS } from './phase-notice.tsx';

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

/** A talk at one of its times, and the slug of its thread. */
export interface FollowingTalkShape {
  talk: TalkShape;
  thread: string | null;
}

export interface TalkRecapsShape {
  count: number;
  first: { path: string; title: string; author: string | null }[];
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
          {talk && props.mine?.may.desk && (
            <li>
              <Icon name="edit" />
              <a href={`${here}/links`}>{say('pages.talkLinks.link')}</a>
            </li>
          )}
          <li>
            <Icon name="list" />
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
        <FollowButton props={props} isFollowing={isFollowing} />
      </div>
      <AnswersBeside props={props} />
      {recaps && recaps.count > 0 && <RecapsBeside recaps={recaps} conference={conference} />}
      {talk && following.length > 0 && <FollowingBeside talk={talk} following={following} conference={conference} />}
      {talk && <TalkExtras talk={talk} say={say} />}
    </>
  );
}

/** Draws the talks that follow in its room that day; each with its day where the talk has several, and its room. */
function FollowingBeside({
  talk: { slots, room },
  following,
  conference,
}: Pick<Required<ThreadAsideProps>, 'following' | 'conference'> & { talk: TalkShape }) {
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

/** Draws the recaps of the talk. */
function RecapsBeside({ recaps, conference }: { recaps: TalkRecapsShape; conference: ConferenceShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="card brief">
      <h2>{say('pages.recaps.count', { count: recaps.count })}</h2>
      <ul class="rows">
        {recaps.first.map(({ path, title, author }) => (
          <li key={path} class="stacked">
            <a href={path} dir="auto">
              {title}
            </a>
            {author !== null && (
              <span class="meta">
                <Name name={author} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {recaps.count > recaps.first.length && (
        <p>
          <a href={`/c/${conference.slug}/recaps`}>{say('pages.recaps.all')}</a>
        </p>
      )}
    </div>
  );
}

/** Most answers beside a discussion; each is below its question as well. */
const ANSWERS = 3;
/** Characters of an answer that are quoted. */
const QUOTED = 100;

/** Draws the answered questions as links. A script removes those that are hidden meanwhile. */
function AnswersBeside({ props: { questions = [], here } }: { props: ThreadProps }) {
  const { say } = useContext(LocaleContext);
  const answers = questions
    .filter(({ kind, state }) => kind === 'answer' && state === 'visible')
    .flatMap((answer) => {
      const question = questions.find((each) => each.question?.answerId === answer.id);
      return question ? [{ answer, question }] : [];
    })
    .slice(0, ANSWERS);
  if (answers.length === 0) return null;
  return (
    <div class="card brief said">
      <h2>{say('pages.talk.answers')}</h2>
      <ul class="rows">
        {answers.map(({ answer, question }) => (
          <li key={answer.id} data-of={answer.id}>
            <a href={`${here}/q/${question.id}`} dir="auto">
              {say('pages.talk.quoted', { words: plainText(answer.html, QUOTED) })}
            </a>
            {answer.votes > 0 && (
              <span class="vote still">
                <Votes count={answer.votes} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
