import { Refusal } from '../components/refusal.tsx';
import { Page } from './page.tsx';
import { Candidates, Quoted } from './recap-candidates.tsx';
import type { RecapEditorProps } from './recap-editor-props.ts';
import { RecapPreview } from './recap-parts.tsx';
import { RecapVersions } from './recap-versions.tsx';

/**
 * `…/recap/edit`: writing around quotations. One form, whose buttons all work without a script; a script updates the
 * preview while typing.
 */
export function RecapEditorPage(props: RecapEditorProps) {
  const { context, title, here, action, discussion, refusal, isSaved, markdown, parts, versions } = props;
  const { say } = context;
  return (
    <Page {...context}>
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
      <EditorForm {...props} />
      <h2>{say('pages.recap.preview')}</h2>
      <section id="preview" class="recap" aria-label={say('pages.recap.preview')} aria-live="polite">
        <RecapPreview parts={parts} markdown={markdown} />
      </section>
      <RecapVersions versions={versions} action={action} />
    </Page>
  );
}

function EditorForm(props: RecapEditorProps) {
  const { context, action, markdown, items } = props;
  const { say } = context;
  return (
    <form method="post" action={action} id="recap">
      {/* The first button of a form is what the Enter key presses: it must change nothing. */}
      <button name="act" value="preview" class="first" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="version" value={props.version} />
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
      <Quoted items={items} action={action} />
      <Candidates {...props} />
      <div class="save">
        <button name="act" value="preview" formaction={`${action}#preview`}>
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
  );
}
