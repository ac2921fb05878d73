import { useContext } from 'preact/hooks';
import { countDown, waitAgain } from './count-down.ts';
import { LocaleContext } from './locale-context.ts';
import { isWholeCode } from './whole-code.ts';
import { PageOfForm } from './own-comments.tsx';
import { Refusal } from './refusal.tsx';
import { formsOf, type DraftPartProps } from './thread-props.ts';
import { CodeField } from './code-field.tsx';
import { Field } from './field.tsx';

/** Milliseconds after which the same code can be sent again. */
const AGAIN_MS = 3_000;

/** The step after a guest's comment: what was written and where its code went, its code, or another one for it. */
export const CodeForms = (step: DraftPartProps) => {
  const { say } = useContext(LocaleContext);
  const { draft } = step;
  return (
    <div class={`write code-step${draft.isOpen ? ' open' : ''}`} id="write">
      <h2>{say('pages.form.codeTitle')}</h2>
      {draft.body.trim() !== '' && (
        <blockquote class="written" dir="auto" aria-label={say('pages.form.keptWords')}>
          {draft.body.trim()}
        </blockquote>
      )}
      <CodeForm {...step} />
      <NewCodeForm {...step} />
    </div>
  );
};

/** The address that the code went to, and the way to another one. */
function SentTo({ draft: { sent }, actions }: DraftPartProps) {
  const { say } = useContext(LocaleContext);
  if (!sent) return null;
  return (
    <p class="sent-to">
      <b dir="ltr">{sent.address}</b>{' '}
      <button
        class="link"
        type={actions ? 'button' : 'submit'}
        form="new-code"
        name="change"
        value="yes"
        onClick={actions?.rewrite}
      >
        {say('pages.signIn.change')}
      </button>
    </p>
  );
}

/** Without a script, and where the server does not know it, the address is typed once more: no page holds it. */
function AddressField({ id, draft, actions }: DraftPartProps & { id: string }) {
  const { say } = useContext(LocaleContext);
  if (actions) return null;
  if (draft.sent) return <input type="hidden" name="wrapped" value={draft.sent.wrapped} />;
  return (
    <Field
      id={id}
      name="email"
      label={say('pages.form.email')}
      type="email"
      required
      maxlength={254}
      autocomplete="email"
    />
  );
}

function CodeForm(step: DraftPartProps) {
  const { props, draft, actions } = step;
  const { say } = useContext(LocaleContext);
  return (
    <>
      <p role="status">
        {say('pages.form.codeSent')}{' '}
        {props.thread.screening !== 'none' && say(`pages.form.screened.${props.thread.screening}`)}
      </p>
      <SentTo {...step} />
      <form method="post" action="/sign-in" onSubmit={actions ? once(actions.confirm) : undefined}>
        {draft.refusal && (
          <Refusal title={draft.refusal.title} detail={draft.refusal.detail} errors={draft.refusal.errors} />
        )}
        <input type="hidden" name="next" value={props.here} />
        <AddressField id="email" {...step} />
        <CodeField autofocus={!actions && draft.sent !== null} onInput={actions ? sendWhole : undefined} />
        <button class="primary">{say('pages.form.confirm')}</button>
      </form>
    </>
  );
}

/** Sends a code as soon as it is whole. */
function sendWhole({ currentTarget }: Event): void {
  const { value, form } = currentTarget as HTMLInputElement;
  if (isWholeCode(value)) form?.requestSubmit();
}

/** Passes each code on once in a few seconds: a press of the button after it was sent by itself sends no second one. */
function once(confirm: (event: Event) => void): (event: Event) => void {
  return (event) => {
    const form = event.currentTarget as HTMLFormElement;
    const code = new FormData(form).get('code') as string;
    event.preventDefault();
    if (form.dataset['sent'] === code) return;
    form.dataset['sent'] = code;
    setTimeout(() => delete form.dataset['sent'], AGAIN_MS);
    confirm(event);
  };
}

/** Asks for another code for the same words, after a while. Without a script a stylesheet lets it wait. */
function NewCodeForm(step: DraftPartProps) {
  const { props, draft, actions } = step;
  const { say } = useContext(LocaleContext);
  const wait = (button: HTMLButtonElement | null): void => {
    if (button && actions) countDown(button, (seconds) => say('pages.signIn.againIn', { seconds }));
  };
  const sendNew = (event: Event): void => {
    const button = (event.currentTarget as HTMLFormElement).querySelector('button')!;
    waitAgain(button);
    wait(button);
    actions?.newCode(event);
  };
  return (
    <form
      class="again"
      id="new-code"
      method="post"
      action={`${formsOf(props)}/codes`}
      onSubmit={actions ? sendNew : undefined}
    >
      <p class="help" role={draft.step === 'code-again' ? 'status' : undefined}>
        {say(draft.step === 'code-again' ? 'pages.form.newCodeSent' : 'pages.form.newCodeHelp')}
      </p>
      <AddressField id="new-code-email" {...step} />
      {!actions && draft.sent && <KeptFields {...step} />}
      <button ref={wait} class={!actions && draft.sent ? 'after-a-while' : undefined}>
        {say('pages.form.newCode')}
      </button>
    </form>
  );
}

/** Carries what was written from page to page. */
function KeptFields({ props, draft }: DraftPartProps) {
  const fields = {
    body: draft.body,
    kind: draft.kind,
    name: draft.name,
    parentId: draft.replyTo ?? '',
    anonymous: draft.anonymous ? 'yes' : '',
    place: draft.isAsking ? 'questions' : '',
  };
  return (
    <>
      <PageOfForm at={props.at} />
      {Object.entries(fields).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
