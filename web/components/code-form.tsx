import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import { isWholeCode } from './whole-code.ts';
import { Refusal } from './refusal.tsx';
import type { DraftPartProps } from './thread-props.ts';

/** Milliseconds after which the same code can be sent again. */
const AGAIN_MS = 3_000;

/** The step after a guest's comment: its code, or another code for the same words. */
export const CodeForms = (step: DraftPartProps) => (
  <div class={`code-step${step.draft.isOpen ? ' open' : ''}`}>
    <CodeForm {...step} />
    <NewCodeForm {...step} />
  </div>
);

/** The step after a guest's comment. Without a script the address is typed once more, because it is never sent back. */
function CodeForm({ props, draft, actions }: DraftPartProps) {
  const { say } = useContext(LocaleContext);
  return (
    <form
      class="write code"
      id="write"
      method="post"
      action="/sign-in"
      onSubmit={actions ? once(actions.confirm) : undefined}
    >
      <h2>{say('pages.form.codeTitle')}</h2>
      <p role="status">
        {say('pages.form.codeSent')}{' '}
        {props.thread.screening !== 'none' && say(`pages.form.screened.${props.thread.screening}`)}
      </p>
      {draft.refusal && (
        <Refusal title={draft.refusal.title} detail={draft.refusal.detail} errors={draft.refusal.errors} />
      )}
      <input type="hidden" name="next" value={props.here} />
      {!actions && (
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
      )}
      <p>
        <label for="code">{say('pages.signIn.code')}</label>
        <input
          id="code"
          name="code"
          required
          maxlength={2_000}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="K7QM-2XRP"
          class="code"
          onInput={actions ? sendWhole : undefined}
        />
      </p>
      <button class="primary">{say('pages.form.confirm')}</button>
    </form>
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

/** Asks for another code for the same words. */
function NewCodeForm({ props, draft, actions }: DraftPartProps) {
  const { say } = useContext(LocaleContext);
  return (
    <form class="write code again" method="post" action={`${props.here}/codes`} onSubmit={actions?.newCode}>
      <p class="help" role="status">
        {say(draft.step === 'code-again' ? 'pages.form.newCodeSent' : 'pages.form.newCodeHelp')}
      </p>
      {!actions && (
        <p>
          <label for="new-code-email">{say('pages.form.email')}</label>
          <input id="new-code-email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
      )}
      <button>{say('pages.form.newCode')}</button>
    </form>
  );
}
