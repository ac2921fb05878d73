import { namedOr } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { plainText } from '../components/plain-text.ts';
import type { CommentShape, ThreadShape } from '../components/shapes.ts';

export interface QuestionPageProps {
  context: PageContext;
  thread: ThreadShape;
  question: CommentShape;
  answer: CommentShape | null;
  here: string;
  address: string;
}

/** `/c/{conference}/t/{thread}/q/{id}`: one question with its outcome, for a reader who was sent its address. */
export function QuestionPage({ context, thread, question, answer, here, address }: QuestionPageProps) {
  const { say } = context;
  const { status = 'open', reason, mergedInto } = question.question ?? {};
  const structured = answer && questionAsData(question, answer, address);
  const also = (
    <>
      <link rel="canonical" href={address} />
      {structured && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(structured).replace(/</g, '\\u003c') }}
        />
      )}
    </>
  );
  return (
    <Page {...context} also={also}>
      <p>
        <a href={here}>{thread.title}</a>
      </p>
      <article class="asked">
        <h1 class="words" dir="auto">
          {plainText(question.html, 500)}
        </h1>
        <p class="help">
          {namedOr(question.author, say('pages.thread.nobody'))} · <DateTime at={question.createdAt} /> ·{' '}
          <span class={`badge ${status}`}>{say(`pages.thread.question.${status}`)}</span>{' '}
          {question.votes > 0 && say('pages.thread.votes', { count: question.votes })}
        </p>
        {answer && (
          <section class="card" aria-label={say('pages.thread.answerBadge')}>
            <p class="help">
              <b dir="auto">{namedOr(answer.author, say('pages.thread.nobody'))}</b>{' '}
              {answer.author?.roles.map((role) => (
                <span key={role} class="badge">
                  {say(`pages.role.${role}`)}
                </span>
              ))}{' '}
              · <DateTime at={answer.createdAt} />
            </p>
            <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: answer.html }} />
          </section>
        )}
        {!answer && status === 'answered' && (
          <p class="card">
            {say('pages.thread.aloud')}
            {reason && (
              <>
                <br />
                <span dir="auto">{reason}</span>
              </>
            )}
          </p>
        )}
        {status === 'declined' && reason && (
          <p class="card" dir="auto">
            {reason}
          </p>
        )}
        {mergedInto && (
          <p>
            <a href={`${here}/q/${mergedInto}`}>{say('pages.thread.mergedInto')}</a>
          </p>
        )}
        <p>
          <a href={`${here}?comment=${question.id}#c-${question.id}`}>{say('pages.thread.inDiscussion')}</a>
        </p>
      </article>
    </Page>
  );
}

/** Structured data. Only a public question with a written answer is a question-and-answer page. */
function questionAsData(question: CommentShape, answer: CommentShape, address: string): object {
  const by = ({ author }: CommentShape): object => (author ? { author: { '@type': 'Person', name: author.name } } : {});
  const facts = (comment: CommentShape): object => ({
    text: plainText(comment.html, 10_000),
    datePublished: comment.createdAt,
    upvoteCount: comment.votes,
    ...by(comment),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: plainText(question.html, 110),
      answerCount: 1,
      ...facts(question),
      url: address,
      acceptedAnswer: { '@type': 'Answer', ...facts(answer), url: address },
    },
  };
}
