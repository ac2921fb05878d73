import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { plainText } from '../components/plain-text.ts';
import type { CommentShape } from '../components/shapes.ts';
import { Chip, CHIP_OF_STATUS, type ChipKind } from '../components/chip.tsx';

export interface OwnQuestionsProps {
  context: PageContext;
  talks: { threadId: string; title: string; path: string; open: number; taken: number; questions: CommentShape[] }[];
  asked: (CommentShape & { path: string; timeZone: string })[];
  next: string | null;
}

/** `/me/questions`: questions that wait for the reader's answer, also weeks later, and the reader's own questions. */
export function OwnQuestionsPage({ context, talks, asked, next }: OwnQuestionsProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.mine.title')}</h1>
      <section id="talks">
        <h2>{say('pages.mine.talks')}</h2>
        {talks.length === 0 && <EmptyState>{say('pages.mine.noTalks')}</EmptyState>}
        {talks.map((talk) => (
          <TalkThatWaits key={talk.threadId} talk={talk} say={say} />
        ))}
      </section>
      <section id="asked">
        <h2>{say('pages.mine.asked')}</h2>
        {asked.length === 0 && (
          <EmptyState action={<a href="/">{say('pages.home.link')}</a>}>{say('pages.mine.nothingAsked')}</EmptyState>
        )}
        <ul class="cards">
          {asked.map((question) => (
            <AskedQuestion key={question.id} question={question} say={say} />
          ))}
        </ul>
        {next && (
          <p>
            <a class="more" rel="next" href={`/me/questions?cursor=${encodeURIComponent(next)}`}>
              {say('pages.more')}
            </a>
          </p>
        )}
      </section>
    </Page>
  );
}

/** A question in sight by what became of it; one that waits for a moderator as held. */
function chipOf({ state, question }: CommentShape): ChipKind {
  if (state === 'visible') return CHIP_OF_STATUS[question?.status ?? 'open'];
  return state === 'held' ? 'held' : 'neutral';
}

interface TalkThatWaitsProps {
  talk: OwnQuestionsProps['talks'][number];
  say: PageContext['say'];
}

/** A talk of the reader, and its questions without an answer. */
const TalkThatWaits = ({ talk: { title, path, open, taken, questions }, say }: TalkThatWaitsProps) => (
  <article class="card">
    <h3>
      <a href={`${path}/desk`}>{title}</a>
    </h3>
    <p class="help">{say('pages.mine.waits', { count: open + taken })}</p>
    <ol class="queue">
      {questions.map((question) => (
        <li key={question.id}>
          <a href={`${path}/desk#q-${question.id}`} class="words" dir="auto">
            {plainText(question.html, 1_000)}
          </a>{' '}
          {question.votes > 0 && <span class="votes">{say('pages.thread.votes', { count: question.votes })}</span>}
        </li>
      ))}
    </ol>
  </article>
);

interface AskedQuestionProps {
  question: OwnQuestionsProps['asked'][number];
  say: PageContext['say'];
}

/** The reader's own question, and what became of it. */
const AskedQuestion = ({ question, say }: AskedQuestionProps) => (
  <li>
    <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
    <p class="help">
      <DateTime at={question.createdAt} timeZone={question.timeZone} /> ·{' '}
      <Chip kind={chipOf(question)}>
        {say(
          question.state === 'visible'
            ? `pages.thread.question.${question.question?.status ?? 'open'}`
            : `pages.mine.${question.state}`,
        )}
      </Chip>{' '}
      {question.question?.reason}
      {(question.state === 'visible' || question.state === 'held') && (
        <>
          {' '}
          ·{' '}
          <a href={question.state === 'held' ? `${question.path}#own` : `${question.path}/q/${question.id}`}>
            {say('pages.thread.inDiscussion')}
          </a>
        </>
      )}
    </p>
  </li>
);
