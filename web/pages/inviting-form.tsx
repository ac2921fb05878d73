import type { PageContext } from './page.tsx';
import { type Talks, TalkOptions } from './talk-options.tsx';

/** The form that invites by e-mail, as typed. */
export interface InvitingChoice {
  addresses: string;
  role: string;
  talkId: string;
}

/** The e-mail that a form would send. */
export interface EmailToSend {
  subject: string;
  text: string;
}

interface InvitingFormProps {
  talks: Talks;
  here: string;
  choice: InvitingChoice;
  /** Null before it was asked for. */
  email: EmailToSend | null;
  say: PageContext['say'];
}

/** Invites by e-mail: addresses, a role, and the e-mail to look at before it is sent. */
export function InvitingForm({ talks, here, choice, email, say }: InvitingFormProps) {
  return (
    <form method="post" action={`${here}/invitations/emails`} class="card fields" id="invite">
      <h2>{say('pages.team.byEmail')}</h2>
      <p>
        <label for="addresses">{say('pages.team.addresses')}</label>
        <textarea
          id="addresses"
          name="addresses"
          rows={4}
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="addresses-help"
        >
          {choice.addresses}
        </textarea>
        <span class="help" id="addresses-help">
          {say('pages.team.addressesHelp')}
        </span>
      </p>
      <RoleFields talks={talks} choice={choice} say={say} />
      {email && <EmailPreview email={email} say={say} />}
      <p class="inline">
        <button class="primary" name="do" value="send">
          {say('pages.team.send')}
        </button>
        <button name="do" value="preview">
          {say('pages.team.look')}
        </button>
      </p>
    </form>
  );
}

interface RoleFieldsProps {
  talks: Talks;
  choice: InvitingChoice;
  say: PageContext['say'];
}

const RoleFields = ({ talks, choice, say }: RoleFieldsProps) => (
  <div class="two">
    <p>
      <label for="role">{say('pages.organize.role')}</label>
      <select id="role" name="role">
        {['moderator', 'organizer', 'speaker'].map((role) => (
          <option key={role} value={role} selected={role === choice.role}>
            {say(`pages.role.${role}`)}
          </option>
        ))}
      </select>
    </p>
    <p>
      <label for="talk">{say('pages.organize.speakerOf')}</label>
      <select id="talk" name="talkId" aria-describedby="talk-help">
        <option value="">{say('pages.team.wholeConference')}</option>
        <TalkOptions talks={talks} chosen={choice.talkId} />
      </select>
      <span class="help" id="talk-help">
        {say('pages.team.talkHelp')}
      </span>
    </p>
  </div>
);

const EmailPreview = ({ email, say }: { email: EmailToSend; say: PageContext['say'] }) => (
  <figure class="quotation" role="status">
    <p class="help">{say('pages.team.preview')}</p>
    <p>
      <b>{email.subject}</b>
    </p>
    <pre class="said">{email.text}</pre>
  </figure>
);
