import { namedOr } from '../components/author-name.ts';
import { Announcement, tallyOf } from '../components/questions-section.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Votes } from '../components/vote-button.tsx';
import { CommentText, DeskButton, HiddenFields } from './desk-button.tsx';
import { NoteModeration } from './desk-note-moderation.tsx';
import { MoreActions, OwnQuestion } from './desk-own-question.tsx';
import type { DeskProps } from './desk-props.ts';
import { ThreadControls } from './desk-thread-controls.tsx';
import { Page } from './page.tsx';
import { ResendForm } from './refused-form.tsx';

/**
 * `/c/{conference}/t/{thread}/desk`: the questions for those who answer, usable with one thumb. Every button is a form.
 */
export function DeskPage(props: DeskProps) {
  const { context, thread, here, refusal, questions, held, settled, mine } = props;
  const { say } = context;
  const own = questions.filter(({ id }) => mine.includes(id));
  const others = questions.filter(({ id, question }) => question?.status === 'taken' && !mine.includes(id));
  const open = questions.filter(({ question }) => question?.status === 'open');
  return (
    <Page {...context}>
      <div id="desk" data-thread={thread.id}>
        <h1>{say('pages.desk.title')}</h1>
        <p>
          <a href={here}>{thread.title}</a> · <a href={`${here}/stage`}>{say('pages.thread.stage')}</a>
          {props.mayRecap && (
            <>
              {' '}
              · <a href={`${here}/recap/edit`}>{say('pages.recap.link')}</a>
            </>
          )}
        </p>
        <p class="lost" role="status" hidden>
          {say('pages.stage.lost')}
        </p>
        {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
        {props.kept && <ResendForm form={props.kept} />}
        <div class="desk-bar">
          {thread.live && <span class="chip live">{say('pages.thread.live')}</span>}
          <span class="tally">{thread.counts.questions > 0 && tallyOf(thread.counts, say)}</span>
          <DeskButton
            here={here}
            act={thread.live ? 'unlive' : 'live'}
            label={say(thread.live ? 'pages.desk.endLive' : 'pages.desk.beginLive')}
          />
        </div>
        {own.map((question) => (
          <OwnQuestion key={question.id} question={question} others={questions} {...props} />
        ))}
        {others.map((question) => (
          <article key={question.id} class="card taken">
            <p class="help">{say('pages.desk.takenByOther')}</p>
            <CommentText comment={question} />
            {props.isModerator && <DeskButton here={here} act="open" id={question.id} label={say('pages.desk.back')} />}
          </article>
        ))}
        {props.announcement && (
          <div class="card">
            <Announcement said={props.announcement} />
            <DeskButton here={here} act="takedown" label={say('pages.desk.takeDown')} />
          </div>
        )}
        <h2>{say('pages.desk.open', { count: props.open })}</h2>
        {open.length === 0 && <p class="empty">{say('pages.desk.nothing')}</p>}
        <ol class="desk-queue">
          {open.map((question) => (
            <li key={question.id} class="card" id={`q-${question.id}`} tabIndex={-1}>
              <CommentText comment={question} />
              <span class="vote still">
                <Votes count={question.votes} />
              </span>
              <p class="help">
                {question.guestVotes > 0 && `${say('pages.desk.guestVotes', { count: question.guestVotes })} · `}
                {namedOr(question.author, say('pages.thread.anonymous'))}
              </p>
              <DeskButton here={here} act="taken" id={question.id} label={say('pages.desk.take')} primary />
              <MoreActions question={question} others={questions} {...props} />
            </li>
          ))}
        </ol>
        {held.length > 0 && <h2>{say('pages.desk.held', { count: held.length })}</h2>}
        {held.map((comment) => (
          <article key={comment.id} class="card">
            <CommentText comment={comment} />
            <DeskButton
              here={here}
              act="release"
              id={comment.id}
              label={say('pages.organize.release')}
              primary
              extra={{ revision: String(comment.revision) }}
            />
            <details id={`w-${comment.id}`}>
              <summary>{say('pages.organize.withhold')}</summary>
              <form method="post" action={`${here}/desk`}>
                <HiddenFields act="withhold" id={comment.id} />
                <label>
                  {say('pages.organize.rule')}{' '}
                  <select name="rule">
                    {props.rules.map(({ key, title }) => (
                      <option key={key} value={key}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
                </label>
                <button>{say('pages.organize.withhold')}</button>
              </form>
            </details>
          </article>
        ))}
        <ThreadControls {...props} />
        {settled.length > 0 && (
          <details id="settled">
            <summary>{say('pages.desk.settled', { count: settled.length })}</summary>
            {settled.map((question) => (
              <article key={question.id} class="card">
                <CommentText comment={question} />
                <p class="help">
                  {say(`pages.thread.question.${question.question?.status ?? 'open'}`)}
                  {question.question?.reason !== undefined && (
                    <>
                      {' '}
                      · <span dir="auto">{question.question.reason}</span>
                    </>
                  )}
                </p>
                {props.isModerator && <NoteModeration question={question} here={here} rules={props.rules} say={say} />}
                {question.question?.status !== 'answered' && (
                  <DeskButton here={here} act="open" id={question.id} label={say('pages.desk.reopen')} />
                )}
              </article>
            ))}
          </details>
        )}
        <p class="help keys">{say('pages.desk.keys')}</p>
      </div>
    </Page>
  );
}
