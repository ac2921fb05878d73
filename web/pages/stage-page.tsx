import { useContext } from 'preact/hooks';
import { namedOr } from '../components/author-name.ts';
import { LocaleContext } from '../components/locale-context.ts';
import { Names } from '../components/name.tsx';
import { withoutTags } from '../components/plain-text.ts';
import { Votes } from '../components/vote-button.tsx';
import { Logo } from './brand-images.tsx';
import { Shell, type PageContext } from './page.tsx';
import type { CommentShape, ThreadShape } from '../components/shapes.ts';
import { Button } from '../components/button.tsx';

export interface StageProps {
  context: PageContext;
  thread: ThreadShape;
  announcement: CommentShape | null;
  /** The question that is being answered. */
  taken: CommentShape | null;
  next: CommentShape[];
  address: string;
  qr: string;
  here: string;
  names: boolean;
  /** Null for the conference's usual one. */
  theme: string | null;
  usualTheme: string;
  speakers: readonly { name: string }[];
}

/**
 * `/c/{conference}/t/{thread}/stage`: for the wall behind the speakers, in the conference's language. Public data only.
 * In the conference's theme unless asked otherwise; what is pressed shows for a moment after the pointer has moved.
 */
export function StagePage(props: StageProps) {
  const { context, thread, announcement, taken, next, theme, usualTheme } = props;
  const { say } = context;
  const isIdle = !taken && next.length === 0 && !announcement;
  return (
    <Shell {...context} theme={theme ?? usualTheme}>
      <main
        id="stage"
        class={isIdle ? 'idle' : undefined}
        data-thread={thread.id}
        data-readers-one={say('pages.thread.readers', { count: 1 })}
        data-readers-other={say('pages.stage.readersMany')}
      >
        <Wall {...props} />
        <Invitation {...props} />
        <p class="lost" role="status" hidden>
          {say('pages.stage.lost')}
        </p>
        <StageFoot {...props} />
      </main>
    </Shell>
  );
}

/** Characters up to which a question stands in each size, so that it leaves room for those that come next. */
const SIZES = [
  [90, ''],
  [160, 'long'],
  [300, 'longer'],
] as const;

const sizeOf = ({ html }: CommentShape): string => {
  const { length } = withoutTags(html);
  return SIZES.find(([most]) => length <= most)?.[1] ?? 'longest';
};

function StageFacts({ question, names }: { question: CommentShape; names: boolean }) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="help">
      <Votes count={question.votes} />
      {names && ` · ${namedOr(question.author, say('pages.thread.anonymous'))}`}
    </p>
  );
}

function withSetting(here: string, { names, theme }: { names: boolean; theme: string | null }): string {
  const query = new URLSearchParams({
    ...(names ? {} : { names: 'off' }),
    ...(theme === null ? {} : { theme }),
  }).toString();
  return `${here}/stage${query && `?${query}`}`;
}

/** The talk, the announcement, the question that is being answered, and those that come next. */
function Wall({ context, thread, announcement, taken, next, names, theme, usualTheme, speakers }: StageProps) {
  const { say } = context;
  const brand = context.conference?.brand;
  return (
    <div class="wall">
      <h1>
        {brand && <Logo {...brand} theme={theme ?? usualTheme} />}
        {thread.title}
        {speakers.length > 0 && (
          <span class="speakers">
            {' · '}
            <Names of={speakers} />
          </span>
        )}
      </h1>
      <div role="status">
        {announcement && (
          <div class="announcement">
            <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: announcement.html }} />
          </div>
        )}
        {taken && (
          <article class={`answering ${sizeOf(taken)}`}>
            <h2>{say('pages.thread.now')}</h2>
            <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: taken.html }} />
            <StageFacts question={taken} names={names} />
          </article>
        )}
      </div>
      {next.length > 0 && <NextQuestions next={next} isAlone={taken === null} names={names} />}
    </div>
  );
}

interface NextQuestionsProps {
  next: CommentShape[];
  isAlone: boolean;
  names: boolean;
}

function NextQuestions({ next, isAlone, names }: NextQuestionsProps) {
  const { say } = useContext(LocaleContext);
  return (
    <section class={isAlone ? 'coming alone' : 'coming'}>
      <h2>{say('pages.stage.next')}</h2>
      <ol class="rows">
        {next.map((question) => (
          <li key={question.id}>
            <span class="tally-of">
              <Votes count={question.votes} />
            </span>
            <div>
              <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
              {names && question.author && <span class="help">{namedOr(question.author, '')}</span>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Says where to ask, and how many have. */
const Invitation = ({ context: { say }, thread, address, qr }: StageProps) => (
  <aside>
    <p class="invites">{say('pages.stage.nothing')}</p>
    <div class="qr" role="img" aria-label={address} dangerouslySetInnerHTML={{ __html: qr }} />
    <p class="address">{address.replace(/^https?:\/\//, '')}</p>
    <p class="readers" aria-live="off" />
    {thread.counts.questions > 0 && (
      <p class="readers-of">{say('pages.thread.asked', { count: thread.counts.questions })}</p>
    )}
  </aside>
);

const StageFoot = ({ context: { say }, here, names, theme }: StageProps) => (
  <footer>
    <a href={here}>{say('pages.thread.whole')}</a>
    <a href={withSetting(here, { names: !names, theme })}>
      {say(names ? 'pages.stage.hideNames' : 'pages.stage.showNames')}
    </a>
    <a href={withSetting(here, { names, theme: 'light' })}>{say('pages.stage.light')}</a>
    <a href={withSetting(here, { names, theme: 'dark' })}>{say('pages.stage.dark')}</a>
    <Button type="button" data-full hidden>
      {say('pages.stage.full')}
    </Button>
  </footer>
);
