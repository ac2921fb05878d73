import { OnceField } from '../components/once-field.tsx';
import type { PageContext } from './page.tsx';
import { TalkOptions, type Talks } from './talk-options.tsx';

interface LinkFormsProps {
  talks: Talks;
  here: string;
  context: PageContext;
}

/** Links to send by other means. */
export const LinkForms = ({ talks, here, context }: LinkFormsProps) => {
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
      {talks.length > 0 && <SpeakerLinkForm talks={talks} here={here} context={context} />}
    </details>
  );
};

const SpeakerLinkForm = ({ talks, here, context }: LinkFormsProps) => (
  <form method="post" action={`${here}/invitations`} class="fields" id="invite-speaker">
    <OnceField context={context} />
    <input type="hidden" name="role" value="speaker" />
    <label>
      {context.say('pages.organize.speakerOf')}{' '}
      <select name="talkId">
        <TalkOptions talks={talks} chosen="" />
      </select>
    </label>
    <label>
      {context.say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
    </label>
    <p>
      <button>{context.say('pages.organize.makeLink')}</button>
    </p>
  </form>
);
