import { CopyField } from '../components/copy-field.tsx';
import { DateTime } from '../components/date-time.tsx';
import { OnceField } from '../components/once-field.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { GrantsSection } from './grants-section.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import type { GrantChoice, InvitationsShape, ThreadChoice } from './organize-props.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** The form that invites by e-mail, as typed. */
export interface InvitingChoice {
  addresses: string;
  role: string;
  talkId: string;
}

/** A line of the form whose person was mailed the same before, and when. */
export interface AlreadySent {
  line: number;
  at: string;
}

type Talks = ThreadChoice['talks'];

export interface TeamProps {
  context: PageContext;
  conference: ConferenceShape;
  talks: Talks;
  grants: GrantChoice;
  invitations: InvitationsShape;
  /** A link that was just made; shown once. */
  link: string | null;
  choice: InvitingChoice;
  /** The e-mail that the form would send; null before it was asked for. */
  email: { subject: string; text: string } | null;
  /** Lines that got nothing twice, and how many e-mails the others got. */
  already: AlreadySent[];
  sent: number;
  reminded: { sent: number; alreadySent: number } | null;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/team`: who has a role, and invitations by e-mail or by a link. */
export function TeamPage(props: TeamProps) {
  const { context, conference, talks, grants, invitations, link, choice, email, already, reminded, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  // Made once: with a language and options, `localeCompare` makes one for each comparison.
  const collator = new Intl.Collator(conference.locale, { numeric: true });
  const sorted = talks.toSorted((a, b) => collator.compare(a.title, b.title));
  return (
    <OrganizeShell context={context} part="team" refusal={refusal}>
      {link && (
        <div class="notice">
          <CopyField id="invitation" label={say('pages.organize.invitation')} value={link} />
        </div>
      )}
      {already.length > 0 && <AlreadySentNotice already={already} sent={props.sent} say={say} />}
      {reminded && (
        <p class="notice" role="status">
          {say(reminded.sent === 0 ? 'pages.speakers.sentNone' : 'pages.speakers.sent', { count: reminded.sent })}{' '}
          {reminded.alreadySent > 0 && say('pages.speakers.alreadySent', { count: reminded.alreadySent })}
        </p>
      )}
      <p>
        <a class="more" href={`${here}/speakers`}>
          {say('pages.speakers.link')}
        </a>
      </p>
      <InvitingForm talks={sorted} here={here} choice={choice} email={email} say={say} />
      <LinkForms talks={sorted} here={here} context={context} />
      <GrantsSection grants={grants} talks={talks} here={here} say={say} />
      {invitations.items.length > 0 && (
        <InvitationsSection invitations={invitations} talks={talks} here={here} say={say} />
      )}
    </OrganizeShell>
  );
}

/** Says which lines were sent before, and when, so that a second press is known to have done nothing. */
const AlreadySentNotice = ({ already, sent, say }: Pick<TeamProps, 'already' | 'sent'> & Pick<FormsProps, 'say'>) => (
  <div class="notice" role="status">
    {sent > 0 && <p>{say('pages.speakers.sent', { count: sent })}</p>}
    <p>{say('pages.team.alreadySent')}</p>
    <ul>
      {already.map(({ line, at }) => (
        <li key={line}>
          {say('pages.team.line', { line })} · <DateTime at={at} zone />
        </li>
      ))}
    </ul>
  </div>
);

interface FormsProps {
  talks: Talks;
  here: string;
  say: PageContext['say'];
}

/** Invites by e-mail: addresses, a role, and the e-mail to look at before it is sent. */
function InvitingForm({ talks, here, choice, email, say }: FormsProps & Pick<TeamProps, 'choice' | 'email'>) {
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
      {email && (
        <figure class="quotation" role="status">
          <p class="help">{say('pages.team.preview')}</p>
          <p>
            <b>{email.subject}</b>
          </p>
          <pre class="said">{email.text}</pre>
        </figure>
      )}
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

/** Links to send by other means. */
const LinkForms = ({ talks, here, context }: Pick<TeamProps, 'talks' | 'context'> & { here: string }) => {
  const { say } = context;
  return (
    <details class="card" id="links">
      <summary>{say('pages.team.byLink')}</summary>
      <form method="post" action={`${here}/invitations`} class="fields">
        <OnceField context={context} />
        <label>
          {say('pages.organize.role')}{' '}
          <select name="role">
            <option value="moderator">{say('pages.role.moderator')}</option>
            <option value="organizer">{say('pages.role.organizer')}</option>
          </select>
        </label>
        <label>
          {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
        </label>
        <p>
          <button>{say('pages.organize.makeLink')}</button>
        </p>
      </form>
      {talks.length > 0 && (
        <form method="post" action={`${here}/invitations`} class="fields" id="invite-speaker">
          <OnceField context={context} />
          <input type="hidden" name="role" value="speaker" />
          <label>
            {say('pages.organize.speakerOf')}{' '}
            <select name="talkId">
              <TalkOptions talks={talks} chosen="" />
            </select>
          </label>
          <label>
            {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
          </label>
          <p>
            <button>{say('pages.organize.makeLink')}</button>
          </p>
        </form>
      )}
    </details>
  );
};

const TalkOptions = ({ talks, chosen }: { talks: Talks; chosen: string }) => (
  <>
    {talks.map(({ talkId, title }) => (
      <option key={talkId} value={talkId} selected={talkId === chosen}>
        {title}
      </option>
    ))}
  </>
);
