import { DateTime } from '../components/date-time.tsx';
import type { PageContext } from './page.tsx';
import type { InvitationsShape, ThreadChoice } from './organize-props.ts';

/** The open invitations, each with the button that cancels it. */
export function InvitationsSection({
  invitations: { items, next },
  talks,
  here,
  say,
}: Pick<ThreadChoice, 'talks'> & { invitations: InvitationsShape; here: string; say: PageContext['say'] }) {
  const titles = new Map(talks.map(({ talkId, title }) => [talkId, title]));
  return (
    <section id="invitations">
      <h2>{say('pages.organize.openLinks')}</h2>
      <p class="help">{say('pages.organize.openLinksHelp')}</p>
      {items.some(({ mailedAt, role }) => mailedAt !== null && role !== 'speaker') && (
        <form method="post" action={`${here}/invitations/reminders`} id="remind">
          <button>{say('pages.team.remind')}</button>
        </form>
      )}
      <ul class="cards">
        {items.map((invitation) => (
          <InvitationLine
            key={invitation.id}
            invitation={invitation}
            talk={titles.get(invitation.talkId ?? '')}
            here={here}
            say={say}
          />
        ))}
      </ul>
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}/team?cursor=${encodeURIComponent(next)}#invitations`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </section>
  );
}

interface InvitationLineProps {
  invitation: InvitationsShape['items'][number];
  /** Title of the talk whose speaker is invited. */
  talk: string | undefined;
  here: string;
  say: PageContext['say'];
}

function InvitationLine({ invitation, talk = '', here, say }: InvitationLineProps) {
  const { id, role, talkId, name, state, expiresAt, mailedAt } = invitation;
  return (
    <li>
      <form method="post" action={`${here}/invitations/cancelled`}>
        <input type="hidden" name="invitationId" value={id} />
        <b dir="auto">
          {name ??
            say(state === 'sent' || state === 'returned' ? 'pages.organize.forInvited' : 'pages.organize.forSomebody')}
        </b>{' '}
        <span class="badge">{say(`pages.role.${role}`)}</span> {talkId !== null && <span>{talk}</span>}{' '}
        <span class="badge">{say(`pages.team.states.${state}`)}</span>{' '}
        {state === 'sent' && mailedAt && <DateTime at={mailedAt} zone />}{' '}
        {state === 'ended' ? (
          <span class="help">{say('pages.organize.linkEnded')}</span>
        ) : (
          <span class="help">
            {say('pages.organize.until')} <DateTime at={expiresAt} zone />
          </span>
        )}{' '}
        <button class="link">{say('pages.organize.cancelLink')}</button>
      </form>
    </li>
  );
}
