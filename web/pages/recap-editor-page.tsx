import { useContext } from 'preact/hooks';
import { Moment } from '../components/date-time.tsx';
import { Page, Refusal, type Frame } from '../components/page.tsx';
import { RecapParts, type RecapPart } from './recap-page.tsx';
import { Scene } from '../components/locale-context.ts';
import type { Comment, ProblemDocument } from '../components/shapes.ts';

export interface RecapEditorProps {
  frame: Frame;
  title: string;
  here: string;
  discussion: string;
  refusal: ProblemDocument | null;
  isSaved: boolean;
  markdown: string;
  items: Comment[];
  parts: RecapPart[];
  /** What may be quoted: of a thread, or of the one that is looked through. */
  candidates: Comment[];
  threads: { slug: string; title: string }[];
  thread: string;
  versions: { version: number; published: boolean; savedAt: string }[];
}

/**
 * `…/recap/edit`: writing around quotations. One form, every button of it works without a script; with one, the preview
 * follows the typing.
 */
export function RecapEditorPage(props: RecapEditorProps) {
  const { frame, title, here, discussion, refusal, isSaved, markdown, items, parts, versions } = props;
  const { say } = frame;
  return (
    <Page {...frame}>
      <p>
        <a href={discussion}>{title}</a> · <a href={here}>{say('pages.recap.read')}</a>
      </p>
      <h1>{say('pages.recap.title', { title })}</h1>
      {isSaved && (
        <p class="notice" role="status">
          {say('pages.recap.saved')}
        </p>
      )}
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action={`${here}/edit`} id="recap">
        {/* The first button of a form is what the Enter key presses: it must change nothing. */}
        <button name="act" value="preview" class="first" tabIndex={-1} aria-hidden="true" />
        {items.map(({ id }) => (
          <input key={id} type="hidden" name="items" value={id} />
        ))}
        <label for="markdown">{say('pages.recap.text')}</label>
        <textarea
          id="markdown"
          name="markdown"
          rows={12}
          maxlength={20_000}
          aria-describedby="markdown-help"
          value={markdown}
        />
        <p class="help" id="markdown-help">
          {say('pages.recap.textHelp')}
        </p>
        <Quoted items={items} here={here} />
        <Candidates {...props} />
        <div class="save">
          <button name="act" value="preview" formaction={`${here}/edit#preview`}>
            {say('pages.recap.preview')}
          </button>
          <button name="act" value="draft">
            {say('pages.recap.saveDraft')}
          </button>
          <button name="act" value="publish" class="primary">
            {say('pages.recap.publish')}
          </button>
        </div>
      </form>
      <h2>{say('pages.recap.preview')}</h2>
      <section id="preview" class="recap" aria-label={say('pages.recap.preview')} aria-live="polite">
        <RecapParts parts={parts} />
      </section>
      {versions.length > 0 && (
        <details>
          <summary>{say('pages.recap.versions', { count: versions.length })}</summary>
          <ul class="cards">
            {versions.map(({ version, published, savedAt }) => (
              <li key={version}>
                <a href={`${here}/edit?version=${version}`}>{say('pages.recap.version', { version })}</a> ·{' '}
                <Moment at={savedAt} /> {published && <span class="badge">{say('pages.recap.published')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}

/** What is quoted, in order; a quotation whose words are gone says so. */
function Quoted({ items, here }: { items: Comment[]; here: string }) {
  const { say } = useContext(Scene);
  return (
    <section id="quoted">
      <h2>{say('pages.recap.quoted', { count: items.length })}</h2>
      {items.length === 0 && <p class="empty">{say('pages.recap.nothingQuoted')}</p>}
      <ol class="quoted">
        {items.map((comment, i) => (
          <li key={comment.id}>
            <p class="place">
              <code>[{i + 1}]</code>
            </p>
            <Excerpt comment={comment} />
            <div class="moves">
              <button
                name="act"
                value={`up:${comment.id}`}
                formaction={`${here}/edit#quoted`}
                disabled={i === 0}
                aria-label={say('pages.recap.up', { number: i + 1 })}
              >
                ↑
              </button>
              <button
                name="act"
                value={`down:${comment.id}`}
                formaction={`${here}/edit#quoted`}
                disabled={i === items.length - 1}
                aria-label={say('pages.recap.down', { number: i + 1 })}
              >
                ↓
              </button>
              <button name="act" value={`remove:${comment.id}`} formaction={`${here}/edit#quoted`}>
                {say('pages.recap.remove')}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Candidates({ candidates, threads, thread, here }: RecapEditorProps) {
  const { say } = useContext(Scene);
  return (
    <section id="choose">
      <h2>{say('pages.recap.choose')}</h2>
      {threads.length > 0 && (
        <p class="inline">
          <label>
            {say('pages.recap.thread')}{' '}
            <select name="thread">
              {threads.map(({ slug, title }) => (
                <option key={slug} value={slug} selected={slug === thread}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button name="act" value="look" formaction={`${here}/edit#choose`}>
            {say('pages.recap.look')}
          </button>
        </p>
      )}
      <p class="inline">
        <label>
          {say('pages.recap.byLink')} <input name="link" maxlength={500} />
        </label>
        <button name="act" value="link" formaction={`${here}/edit#quoted`}>
          {say('pages.recap.add')}
        </button>
      </p>
      <ul class="candidates">
        {candidates.map((comment) => (
          <li key={comment.id}>
            <Excerpt comment={comment} />
            <div class="moves">
              <button
                name="act"
                value={`add:${comment.id}`}
                formaction={`${here}/edit#quoted`}
                aria-label={say('pages.recap.addOf', { name: comment.author?.name ?? say('pages.thread.nobody') })}
              >
                {say('pages.recap.add')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Excerpt({ comment }: { comment: Comment }) {
  const { say } = useContext(Scene);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <div class="excerpt">
      <p class="help">
        <b dir="auto">{comment.author?.name ?? say('pages.thread.nobody')}</b>
        {comment.kind === 'question' && <> · {say(`pages.thread.question.${comment.question?.status ?? 'open'}`)}</>}
        {comment.kind === 'answer' && <> · {say('pages.thread.answerBadge')}</>}
        {comment.votes > 0 && <> · {say('pages.thread.votes', { count: comment.votes })}</>}
      </p>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
    </div>
  );
}
