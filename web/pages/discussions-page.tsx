import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { OnceField } from '../components/once-field.tsx';
import { DiscussionRow, RowsTable } from './discussion-row.tsx';
import { TextField } from './form-fields.tsx';
import { ListPages } from './list-part.tsx';
import type { OrganizedThread, ThreadChoice } from './organize-props.ts';
import { OrganizeShell } from './organize-shell.tsx';
import { SlowModeFields } from './slow-mode-fields.tsx';
import { ThreadFilter, threadsAt } from './thread-filter.tsx';
import type { PageContext } from './page.tsx';
import { ResendForm, type RefusedForm } from './refused-form.tsx';

export interface DiscussionsProps {
  context: PageContext;
  conference: ConferenceShape;
  threads: ThreadChoice;
  /** Progress of the last change of the conference through its threads. */
  progress: { threads: number; remaining: number };
  /** A refused title of a new discussion. */
  title: string;
  /** The form of a row that was refused, with what was typed. */
  kept: RefusedForm | null;
  isOrganizer: boolean;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/discussions`: every discussion with its counts, its state and what can be set on it. */
export function DiscussionsPage({ context, conference, threads, progress, title, kept, ...rest }: DiscussionsProps) {
  const { say } = context;
  const { isOrganizer, refusal } = rest;
  const here = `/organize/${conference.slug}/discussions`;
  return (
    <OrganizeShell
      context={context}
      part="discussions"
      title={say('pages.organize.threads', { total: threads.total })}
      refusal={refusal}
    >
      {kept && <ResendForm form={kept} />}
      {progress.remaining > 0 && (
        <p class="notice" role="status">
          {say('pages.organize.progress', progress)}
        </p>
      )}
      <section id="threads">
        <ThreadFilter threads={threads} here={here} say={say} />
        {threads.items.length > 0 && (
          <RowsTable say={say}>
            {threads.items.map((thread) => (
              <DiscussionRow key={thread.id} thread={thread} slug={conference.slug} say={say}>
                <RowMenu thread={thread} slug={conference.slug} query={threadsAt(threads, threads.page)} say={say} />
              </DiscussionRow>
            ))}
          </RowsTable>
        )}
        <ListPages part={threads} at={(page) => `${here}${threadsAt(threads, page)}#threads`} say={say} />
      </section>
      {isOrganizer && <NewDiscussion context={context} title={title} here={here} />}
    </OrganizeShell>
  );
}

interface RowMenuProps {
  thread: OrganizedThread;
  slug: string;
  /** The query of the list as it is shown. */
  query: string;
  say: PageContext['say'];
}

/** Draws the acts on a discussion: lock it, and set how it takes comments. */
function RowMenu({ thread, slug, query, say }: RowMenuProps) {
  if (thread.state === 'archived') return null;
  const here = `/organize/${slug}`;
  return (
    <details>
      <summary>{say('pages.discussions.change')}</summary>
      <LockForm thread={thread} action={`${here}/threads${query}`} say={say} />
      <form method="post" action={`${here}/discussions/settings${query}`} class="fields">
        <input type="hidden" name="threadId" value={thread.id} />
        <input type="hidden" name="version" value={thread.version} />
        {thread.talkId === null && (
          <label>
            {say('pages.organize.titleHas')} <input name="title" value={thread.title} required maxlength={300} />
          </label>
        )}
        <div class="two">
          <ScreeningField chosen={thread.screening} say={say} />
          <SlowModeFields slowMode={thread.slowMode} until={thread.typed.slowUntil} say={say} />
        </div>
        <div class="two">
          {(['opensAt', 'readonlyAt', 'archivedAt'] as const).map((name) => (
            <label key={name}>
              {say(`pages.discussions.${name}`)} <input name={name} type="datetime-local" value={thread.typed[name]} />
            </label>
          ))}
        </div>
        <p>
          <button>{say('pages.form.save')}</button>
        </p>
      </form>
    </details>
  );
}

function LockForm({ thread, action, say }: { thread: OrganizedThread; action: string; say: PageContext['say'] }) {
  if (!['open', 'questions', 'locked'].includes(thread.state)) return null;
  const isLocked = thread.state === 'locked';
  return (
    <form method="post" action={action} class="inline">
      <input type="hidden" name="threadId" value={thread.id} />
      <input type="hidden" name="version" value={thread.version} />
      <input type="hidden" name="state" value={isLocked ? 'open' : 'locked'} />
      <label>
        {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
      </label>
      <button>{say(isLocked ? 'pages.organize.unlock' : 'pages.organize.lock')}</button>
    </form>
  );
}

type NewDiscussionProps = Pick<DiscussionsProps, 'context' | 'title'> & { here: string };

const NewDiscussion = ({ context, title, here }: NewDiscussionProps) => (
  <form method="post" action={here} class="card fields" id="new">
    <OnceField context={context} />
    <h2>{context.say('pages.discussions.new')}</h2>
    <TextField
      name="title"
      label={context.say('pages.organize.titleHas')}
      value={title}
      required
      maxlength={300}
      help={context.say('pages.discussions.newHelp')}
    />
    <p>
      <button class="primary">{context.say('pages.discussions.open')}</button>
    </p>
  </form>
);

const ScreeningField = ({ chosen, say }: { chosen: string; say: PageContext['say'] }) => (
  <label>
    {say('pages.settingsOf.screeningLabel')}
    <select name="screening">
      {['none', 'first', 'all'].map((value) => (
        <option key={value} value={value} selected={value === chosen}>
          {say(`pages.settingsOf.screening.${value}`)}
        </option>
      ))}
    </select>
  </label>
);
