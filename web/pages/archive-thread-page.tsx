import { EmptyState } from '../components/empty-state.tsx';
import { Names } from '../components/name.tsx';
import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape, TalkShape, ThreadShape } from '../components/shapes.ts';
import { contributionsIn } from '../components/contributions.ts';
import { tallyOf } from '../components/questions-section.tsx';
import { TalkExtras } from '../components/talk-extras.tsx';
import { ArchiveCommentBranch, type ArchiveBranch } from './archive-comment-branch.tsx';
import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { TalkTimes } from './talk-times.tsx';
import { Chip } from '../components/chip.tsx';

export interface ArchiveThreadProps {
  context: ArchiveContext;
  thread: ThreadShape;
  talk: TalkShape | null;
  /** The way to its recap; null without one. */
  recap: string | null;
  number: number;
  isLast: boolean;
  /** On the first page: answered questions. */
  answered: { question: CommentShape; answer: CommentShape | null }[];
  branches: ArchiveBranch[];
  placeOf: (id: string) => string;
}

/** `{locale}/t/{thread}.html`: questions with their answers first, then all comments in order. */
export function ArchiveThreadPage(props: ArchiveThreadProps) {
  const { context, thread, recap, number, answered, branches, placeOf } = props;
  const { say } = context;
  const over: ThreadShape = { ...thread, state: 'archived', live: false };
  const shown = { thread: over, here: '', sort: 'oldest' as const, mine: null, personas: [], placeOf };
  return (
    <ArchiveLayout context={context}>
      <ArchivedTalk {...props} />
      {number === 1 && recap !== null && (
        <p>
          <a href={recap}>{say('pages.recap.link')}</a>
        </p>
      )}
      {number === 1 && thread.counts.questions > 0 && <p class="tally">{tallyOf(thread.counts, say)}</p>}
      {answered.length > 0 && <AnsweredQuestions answered={answered} placeOf={placeOf} />}
      <section>
        <h2>
          {number === 1
            ? say('pages.thread.count', { count: contributionsIn(thread) })
            : say('pages.archive.page', { number })}
        </h2>
        {branches.length === 0 && <EmptyState>{say('pages.thread.empty')}</EmptyState>}
        <ol class="comments">
          {branches.map((branch) => (
            <li key={`${branch.root.id}${branch.isContinued}`}>
              <ArchiveCommentBranch {...branch} shown={shown} />
            </li>
          ))}
        </ol>
      </section>
      <OtherPages {...props} />
    </ArchiveLayout>
  );
}

export const pageFile = (slug: string, number: number): string =>
  number === 1 ? `${slug}.html` : `${slug}.${number}.html`;

export function ArchiveAnswerText({ comment, place }: { comment: CommentShape; place: string }) {
  const { say } = useContext(LocaleContext);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      <p class="help">
        <a href={place}>
          <span dir="auto">{namedOr(comment.author, say('pages.thread.anonymous'))}</span> ·{' '}
          <DateTime at={comment.createdAt} />
        </a>
      </p>
    </>
  );
}

function ArchiveTalkFacts({ talk }: { talk: TalkShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      {talk.subtitle && <p class="subtitle">{talk.subtitle}</p>}
      <p class="facts">
        {talk.speakers.length > 0 && (
          <span class="speakers">
            <Names of={talk.speakers} />
          </span>
        )}
        <TalkTimes talk={talk} />
        {talk.status === 'cancelled' && <Chip>{say('pages.conference.cancelled')}</Chip>}
      </p>
    </>
  );
}

function AnsweredQuestions({ answered, placeOf }: Pick<ArchiveThreadProps, 'answered' | 'placeOf'>) {
  const { say } = useContext(LocaleContext);
  return (
    <section class="answered">
      <h2>{say('pages.archive.answered')}</h2>
      {answered.map(({ question, answer }) => (
        <article key={question.id} class="pair">
          <ArchiveAnswerText comment={question} place={placeOf(question.id)} />
          {answer && (
            <div class="reply">
              <ArchiveAnswerText comment={answer} place={placeOf(answer.id)} />
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

/** The ways to the page before and to the page after; nothing where there is one page. */
function OtherPages({ context: { say }, thread, number, isLast }: ArchiveThreadProps) {
  if (number === 1 && isLast) return null;
  return (
    <nav class="seg" aria-label={say('pages.archive.pages')}>
      {number > 1 && (
        <a rel="prev" href={pageFile(thread.slug, number - 1)}>
          {say('pages.archive.before')}
        </a>
      )}
      {!isLast && (
        <a rel="next" href={pageFile(thread.slug, number + 1)}>
          {say('pages.archive.after')}
        </a>
      )}
    </nav>
  );
}

/** The title, and on the first page what the programme says of the talk. */
function ArchivedTalk({ context: { say, conference }, thread, talk, number }: ArchiveThreadProps) {
  const isFirst = talk !== null && number === 1;
  return (
    <article class="talk">
      <h1 lang={talk?.language || conference.locale}>{thread.title}</h1>
      {isFirst && <ArchiveTalkFacts talk={talk} />}
      {isFirst && talk.abstractHtml && (
        <div
          class="abstract"
          lang={talk.language || undefined}
          dangerouslySetInnerHTML={{ __html: talk.abstractHtml }}
        />
      )}
      {isFirst && <TalkExtras talk={talk} say={say} />}
    </article>
  );
}
