import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import { Refusal } from './refusal.tsx';
import type { DraftPartProps } from './thread-props.ts';

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
    <form class="write code" id="write" method="post" action="/sign-in" onSubmit={actions?.confirm}>
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
        />
      </p>
      <button class="primary">{say('pages.form.confirm')}</button>
    </form>
  );
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
