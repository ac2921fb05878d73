import { Page, Refusal, type Frame } from '../components/page.tsx';
import { plain } from '../components/plain-text.ts';
import { Announcement } from '../components/questions-section.tsx';
import type { Comment, ProblemDocument, Thread } from '../components/shapes.ts';

export interface DeskProps {
  frame: Frame;
  thread: Thread;
  here: string;
  rules: { key: string; title: string }[];
  refusal: ProblemDocument | null;
  isModerator: boolean;
  mayRecap: boolean;
  announcement: Comment | null;
  questions: Comment[];
  held: Comment[];
  settled: Comment[];
  mine: string[];
  open: number;
  taken: number;
}

/** `/c/{conference}/t/{thread}/desk`: the questions for those who answer, one thumb wide. Every button is a form. */
export function DeskPage(props: DeskProps) {
  const { frame, thread, here, refusal, questions, held, settled, mine } = props;
  const { say } = frame;
  const own = questions.filter(({ id }) => mine.includes(id));
  const others = questions.filter(({ id, question }) => question?.status === 'taken' && !mine.includes(id));
  const open = questions.filter(({ question }) => question?.status === 'open');
  return (
    <Page {...frame}>
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
        <Act
          here={here}
          act={thread.live ? 'unlive' : 'live'}
          label={say(thread.live ? 'pages.desk.endLive' : 'pages.desk.beginLive')}
        />
        {thread.counts.questions > 0 && (
          <p class="tally">{say('pages.thread.tally', { ...thread.counts, count: thread.counts.questions })}</p>
        )}
        {own.map((question) => (
          <Mine key={question.id} question={question} others={questions} {...props} />
        ))}
        {others.map((question) => (
          <article key={question.id} class="card taken">
            <p class="help">{say('pages.desk.takenByOther')}</p>
            <Words comment={question} />
            {props.isModerator && <Act here={here} act="open" id={question.id} label={say('pages.desk.back')} />}
          </article>
        ))}
        {props.announcement && (
          <div class="card">
            <Announcement said={props.announcement} />
            <Act here={here} act="takedown" label={say('pages.desk.takeDown')} />
          </div>
        )}
        <h2>{say('pages.desk.open', { count: props.open })}</h2>
        {open.length === 0 && <p class="empty">{say('pages.desk.nothing')}</p>}
        <ol class="desk-queue">
          {open.map((question) => (
            <li key={question.id} class="card" id={`q-${question.id}`} tabIndex={-1}>
              <Words comment={question} />
              <p class="help">
                {say('pages.thread.votes', { count: question.votes })} ·{' '}
                {question.author?.name ?? say('pages.desk.anonymous')}
              </p>
              <Act here={here} act="taken" id={question.id} label={say('pages.desk.take')} primary />
              <More question={question} others={questions} {...props} />
            </li>
          ))}
        </ol>
        {held.length > 0 && <h2>{say('pages.desk.held', { count: held.length })}</h2>}
        {held.map((comment) => (
          <article key={comment.id} class="card">
            <Words comment={comment} />
            <Act
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
                <Hidden act="withhold" id={comment.id} />
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
        <Rest {...props} />
        {settled.length > 0 && (
          <details id="settled">
            <summary>{say('pages.desk.settled', { count: settled.length })}</summary>
            {settled.map((question) => (
              <article key={question.id} class="card">
                <Words comment={question} />
                <p class="help">
                  {say(`pages.thread.question.${question.question?.status ?? 'open'}`)}
                  {question.question?.reason !== undefined && (
                    <>
                      {' '}
                      · <span dir="auto">{question.question.reason}</span>
                    </>
                  )}
                </p>
                {props.isModerator && <NoteActs question={question} here={here} rules={props.rules} say={say} />}
                {question.question?.status !== 'answered' && (
                  <Act here={here} act="open" id={question.id} label={say('pages.desk.reopen')} />
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

interface NoteActsProps {
  question: Comment;
  here: string;
  rules: DeskProps['rules'];
  say: Frame['say'];
}

/** Moderators hide what was noted beside a question, or show it again; each time with a reason. */
function NoteActs({ question: { id, question }, here, rules, say }: NoteActsProps) {
  const isHidden = question?.noteWithheld === true;
  if (!isHidden && question?.reason === undefined) return null;
  const label = say(isHidden ? 'pages.desk.showNote' : 'pages.desk.hideNote');
  return (
    <>
      {isHidden && <p class="help">{say('pages.thread.noteWithheld')}</p>}
      <details id={`n-${id}`}>
        <summary>{label}</summary>
        <form method="post" action={`${here}/desk`}>
          <Hidden act={isHidden ? 'restore-note' : 'withhold-note'} id={id} />
          {!isHidden && (
            <label>
              {say('pages.organize.rule')}{' '}
              <select name="rule">
                {rules.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
          </label>
          <button>{label}</button>
        </form>
      </details>
    </>
  );
}

const Words = ({ comment }: { comment: Comment }) => (
  <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
);

function Hidden({ act, id }: { act: string; id?: string | undefined }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      {id && <input type="hidden" name="id" value={id} />}
    </>
  );
}

function Act({
  here,
  act,
  id,
  label,
  primary = false,
  extra = {},
}: {
  here: string;
  act: string;
  id?: string;
  label: string;
  primary?: boolean;
  extra?: Record<string, string>;
}) {
  return (
    <form method="post" action={`${here}/desk`} class="act">
      <Hidden act={act} id={id} />
      {Object.entries(extra).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class={primary ? 'primary' : ''} data-act={act}>
        {label}
      </button>
    </form>
  );
}

/** The question one is answering: aloud, with a line about it if one likes, or in writing. */
function Mine({ question, others, ...props }: DeskProps & { question: Comment; others: Comment[] }) {
  const {
    frame: { say },
    here,
  } = props;
  return (
    <article class="card taken own-taken" id={`q-${question.id}`} tabIndex={-1}>
      <h2>{say('pages.desk.yours')}</h2>
      <Words comment={question} />
      <form method="post" action={`${here}/desk`}>
        <Hidden act="answered" id={question.id} />
        <div class="inline aloud">
          <label>
            {say('pages.desk.note')} <input name="note" minlength={2} maxlength={900} />
          </label>
          <label>
            {say('pages.desk.minute')}{' '}
            <input name="minute" inputmode="numeric" pattern="[0-9]{1,3}" maxlength={3} size={3} />
          </label>
        </div>
        <button class="primary" data-act="answered">
          {say('pages.desk.aloud')}
        </button>
      </form>
      <details id={`a-${question.id}`}>
        <summary>{say('pages.desk.write')}</summary>
        <form method="post" action={`${here}/desk`}>
          <Hidden act="answer" id={question.id} />
          <label>
            {say('pages.desk.answer')} <textarea name="body" rows={4} required maxlength={10_000} />
          </label>
          <button class="primary">{say('pages.desk.send')}</button>
        </form>
      </details>
      <Act here={here} act="open" id={question.id} label={say('pages.desk.back')} />
      <More question={question} others={others} {...props} />
    </article>
  );
}

function More({ question, others, ...props }: DeskProps & { question: Comment; others: Comment[] }) {
  const {
    frame: { say },
    here,
  } = props;
  const targets = others.filter(({ id }) => id !== question.id);
  return (
    <details id={`m-${question.id}`}>
      <summary>{say('pages.desk.more')}</summary>
      <form method="post" action={`${here}/desk`}>
        <Hidden act="declined" id={question.id} />
        <label>
          {say('pages.desk.reason')} <input name="reason" required minlength={2} maxlength={1000} />
        </label>
        <button>{say('pages.desk.decline')}</button>
      </form>
      {targets.length > 0 && (
        <form method="post" action={`${here}/desk`}>
          <Hidden act="merged" id={question.id} />
          <label>
            {say('pages.desk.into')}{' '}
            <select name="mergedInto">
              {targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {plain(target.html)}
                </option>
              ))}
            </select>
          </label>
          <button>{say('pages.desk.merge')}</button>
        </form>
      )}
    </details>
  );
}

/** A line to everyone, and the pace of the thread. */
function Rest({ frame: { say }, here, thread, isModerator }: DeskProps) {
  return (
    <details id="rest">
      <summary>{say('pages.desk.rest')}</summary>
      <form method="post" action={`${here}/desk`}>
        <Hidden act="announce" />
        <label>
          {say('pages.desk.announce')} <input name="body" required minlength={2} maxlength={1000} />
        </label>
        <button>{say('pages.desk.say')}</button>
      </form>
      {isModerator && (
        <form method="post" action={`${here}/desk`}>
          <Hidden act="slow" />
          <label>
            {say('pages.desk.slow')}{' '}
            <select name="interval">
              {[0, 30, 60, 300, 900, 3600].map((seconds) => (
                <option key={seconds} value={seconds} selected={seconds === (thread.slowMode?.interval ?? 0)}>
                  {seconds === 0 ? say('pages.desk.slowOff') : say('pages.desk.seconds', { count: seconds })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('pages.desk.slowFor')}{' '}
            <select name="minutes">
              {[15, 30, 60, 0].map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes === 0 ? say('pages.desk.slowOpen') : say('pages.desk.minutes', { count: minutes })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('pages.organize.reason')} <input name="reason" maxlength={1000} />
          </label>
          <button>{say('pages.desk.setSlow')}</button>
        </form>
      )}
    </details>
  );
}
