import type { EmailToSend } from './inviting-form.tsx';
import type { PageContext } from './page.tsx';

export interface SpeakersFormsProps {
  context: PageContext;
  counts: { ready: number; none: number; waiting: number };
  /** The lines of the form of addresses: as typed, else the names of those without one. */
  addresses: string;
  /** The e-mail that the first speaker would get; null without speakers. */
  email: EmailToSend | null;
}

type SpeakersFormProps = SpeakersFormsProps & { here: string };

export function AddressesForm({ context: { say }, addresses, here }: SpeakersFormProps) {
  return (
    <form method="post" action={`${here}/speakers/addresses`} class="card fields" id="addresses-form">
      <h2>{say('pages.speakers.addresses')}</h2>
      <p>
        <label for="addresses">{say('pages.speakers.lines')}</label>
        <textarea
          id="addresses"
          name="addresses"
          rows={8}
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="addresses-help"
        >
          {addresses}
        </textarea>
        <span class="help" id="addresses-help">
          {say('pages.speakers.linesHelp')}
        </span>
      </p>
      <p>
        <button>{say('pages.form.save')}</button>
      </p>
    </form>
  );
}

export function MailForm({ context: { say }, counts, email, here }: SpeakersFormProps) {
  return (
    <form method="post" action={`${here}/speakers/invitations`} class="card fields" id="mail">
      <h2>{say('pages.team.byEmail')}</h2>
      <p>{say('pages.speakers.mailHelp')}</p>
      <p class="help">{say('pages.speakers.without', { count: counts.none })}</p>
      {email && (
        <details>
          <summary>{say('pages.team.look')}</summary>
          <figure class="quotation">
            <p>
              <b>{email.subject}</b>
            </p>
            <pre class="said">{email.text}</pre>
          </figure>
        </details>
      )}
      <p class="inline">
        <button class="primary" name="kind" value="invitation">
          {say('pages.speakers.send', { count: counts.ready })}
        </button>
        <button name="kind" value="reminder">
          {say('pages.speakers.remind', { count: counts.waiting })}
        </button>
        <button name="kind" value="test">
          {say('pages.speakers.test')}
        </button>
      </p>
    </form>
  );
}
