import { DateTime } from '../components/date-time.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';
import type { PageContext } from './page.tsx';
import { Chip } from '../components/chip.tsx';
import { Button, ButtonLink } from '../components/button.tsx';

export function SessionsSection({ context: { say }, sessions, emailMasked }: MeProps) {
  return (
    <MeSection id="sessions" title={say('pages.me.sessions')}>
      <ul class="cards">
        {sessions.map((session) => (
          <li key={session.id}>
            {session.current && emailMasked === null ? (
              <>
                <SessionTimes session={session} say={say} />
                <GuestSignOut id={session.id} say={say} />
              </>
            ) : (
              <form method="post" action={`/me/sessions/${session.id}`} class="row">
                <SessionTimes session={session} say={say} />
                <Button>{say(session.current ? 'pages.me.signOut' : 'pages.me.endSession')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions">
          <p class="help">{say('pages.me.endOthersHelp')}</p>
          <Button>{say('pages.me.endOthers')}</Button>
        </form>
      )}
    </MeSection>
  );
}

const SessionTimes = ({ session, say }: { session: MeProps['sessions'][number]; say: PageContext['say'] }) => (
  <span>
    {say('pages.me.since')} <DateTime at={session.begunAt} zone />{' '}
    <span class="help">
      {say('pages.me.seen')} <DateTime at={session.seenAt} zone />
    </span>{' '}
    {session.current && <Chip>{say('pages.me.current')}</Chip>}
  </span>
);

/** Asks before a guest signs out, because nothing leads back to an account without an address. */
const GuestSignOut = ({ id, say }: { id: string; say: PageContext['say'] }) => (
  <details id="sign-out">
    <summary>{say('pages.me.signOut')}</summary>
    <p>{say('pages.me.guestSignOut')}</p>
    <p class="row">
      <ButtonLink kind="primary" href="/sign-in?next=%2Fme">
        {say('pages.me.addAddress')}
      </ButtonLink>
    </p>
    <form method="post" action={`/me/sessions/${id}`}>
      <Button kind="danger">{say('pages.me.guestSignOutNow')}</Button>
    </form>
  </details>
);
