import { OnceField } from '../components/once-field.tsx';
import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { NAME_UNITS } from '../components/name-units.ts';
import { Refusal } from '../components/refusal.tsx';
import { Page } from './page.tsx';
import { Candidates, Quoted } from './recap-candidates.tsx';
import type { PersonalRecapEditorProps } from './recap-editor-props.ts';
import { RecapPreview } from './recap-parts.tsx';
import { RecapVersions } from './recap-versions.tsx';

/**
 * `/c/{conference}/recaps/new` and `…/{recap}/edit`: the recap of a participant. One form, whose buttons all work
 * without a script; a script updates the preview while typing, and puts a section where the cursor is.
 */
export function PersonalRecapEditorPage(props: PersonalRecapEditorProps) {
  const { context, conference, published, state, refusal, said, title, markdown, parts, action } = props;
  const { say } = context;
  const here = `/c/${conference.slug}`;
  return (
    <Page {...context}>
      <p class="dots">
        <a href={here} lang={conference.locale}>
          {conference.title}
        </a>
        <a href={`${here}/recaps`}>{say('pages.recaps.title')}</a>
        {published && <a href={published}>{say('pages.recap.read')}</a>}
      </p>
      <h1>{say('pages.recaps.write')}</h1>
      {said && (
        <p class="notice" role="status">
          {say(`pages.recaps.said.${said === 'draft' && published ? 'beside' : said}`)}
        </p>
      )}
      {state !== 'new' && state !== 'published' && said === null && (
        <p class={state === 'draft' ? 'help' : 'closed'}>{say(`pages.recaps.stateHelp.${state}`)}</p>
      )}
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <OtherVersion {...props} />
      <RecapForm {...props} />
      <h2 id="preview-of">{say('pages.recap.preview')}</h2>
      <section id="preview" class="recap" aria-labelledby="preview-of" aria-live="polite">
        {title && (
          <p class="preview-title" dir="auto">
            {title}
          </p>
        )}
        <RecapPreview parts={parts} markdown={markdown} />
      </section>
      <RecapVersions versions={props.versions} action={action} />
    </Page>
  );
}

/** Under which name a recap is published: chosen once, with its first version. */
function WriterFields({ state, personas, personaId, name }: PersonalRecapEditorProps) {
  const { say } = useContext(LocaleContext);
  if (state !== 'new') return null;
  if (personas.length === 0)
    return (
      <p>
        <label for="name">{say('pages.form.name')}</label>
        <input id="name" name="name" maxlength={NAME_UNITS} autocomplete="nickname" value={name} />
      </p>
    );
  if (personas.length === 1) return <p class="help">{say('pages.form.as', { name: personas[0]!.name })}</p>;
  return (
    <p>
      <label for="personaId">{say('pages.form.persona')}</label>
      <select id="personaId" name="personaId">
        {personas.map((persona) => (
          <option key={persona.id} value={persona.id} selected={persona.id === personaId}>
            {persona.name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Adds a section that begins with a talk; at the end of the text without a script. */
function TalkSection({ talks, action }: PersonalRecapEditorProps) {
  const { say } = useContext(LocaleContext);
  if (talks.length === 0) return null;
  return (
    <p class="inline">
      <label>
        {say('pages.recaps.talk')}
        <select name="talk">
          {talks.map(({ slug, title, line }) => (
            <option key={slug} value={slug} data-line={line}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button name="act" value="talk" formaction={`${action}#markdown`}>
        {say('pages.recaps.addTalk')}
      </button>
    </p>
  );
}

/** The signs of Markdown that a recap knows. */
function MarkdownHelp() {
  const { say } = useContext(LocaleContext);
  const signs = ['heading', 'smaller', 'bold', 'italic', 'quote', 'list', 'link', 'talk', 'place'] as const;
  return (
    <details>
      <summary>{say('pages.recaps.signs.title')}</summary>
      <dl class="facts-list">
        {signs.map((sign) => (
          <>
            <dt>
              <code>{say(`pages.recaps.signs.${sign}.typed`)}</code>
            </dt>
            <dd>{say(`pages.recaps.signs.${sign}.shown`)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** After a refusal, because it was saved in another window: that version, to be compared and copied. */
function OtherVersion({ other }: PersonalRecapEditorProps) {
  const { say } = useContext(LocaleContext);
  if (other === null) return null;
  return (
    <section class="card">
      <h2>{say('pages.recaps.other')}</h2>
      <p class="help">{say('pages.recaps.otherHelp')}</p>
      <p dir="auto">
        <b>{other.title}</b>
      </p>
      <label for="other" class="unseen">
        {say('pages.recaps.other')}
      </label>
      <textarea id="other" rows={8} readOnly dir="auto" value={other.markdown} />
    </section>
  );
}

function RecapForm(props: PersonalRecapEditorProps) {
  const { context, published, title, markdown, items, action } = props;
  const { say } = context;
  return (
    <form method="post" action={action} id="recap" novalidate>
      {/* The first button of a form is what the Enter key presses: it must change nothing. */}
      <button name="act" value="preview" class="first" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="version" value={props.version} />
      <OnceField context={context} />
      {items.map(({ id }) => (
        <input key={id} type="hidden" name="items" value={id} />
      ))}
      <WriterFields {...props} />
      <p>
        <label for="title">{say('pages.recaps.titleField')}</label>
        <input id="title" name="title" dir="auto" value={title} autocomplete="off" />
      </p>
      <label for="markdown">{say('pages.recap.text')}</label>
      <textarea
        id="markdown"
        name="markdown"
        rows={18}
        dir="auto"
        aria-describedby="markdown-help"
        // A limit here would cut a pasted text without a word; the server says what is too long, and keeps it.
        value={markdown}
      />
      <p class="help" id="markdown-help">
        {say('pages.recaps.textHelp')}
      </p>
      <MarkdownHelp />
      <TalkSection {...props} />
      <Quoted items={items} action={action} />
      <Candidates {...props} />
      <SaveButtons published={published} action={action} say={say} />
    </form>
  );
}

interface SaveButtonsProps {
  published: string | null;
  action: string;
  say: PersonalRecapEditorProps['context']['say'];
}

const SaveButtons = ({ published, action, say }: SaveButtonsProps) => (
  <div class="save">
    <button name="act" value="preview" formaction={`${action}#preview`}>
      {say('pages.recap.preview')}
    </button>
    <button name="act" value="draft">
      {say('pages.recap.saveDraft')}
    </button>
    <button name="act" value="publish" class="primary">
      {say(published ? 'pages.recaps.publishChanges' : 'pages.recap.publish')}
    </button>
  </div>
);
