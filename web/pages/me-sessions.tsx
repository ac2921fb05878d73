import { DateTime } from '../components/date-time.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';

export function SessionsSection({ context: { say }, sessions }: MeProps) {
  return (
    <MeSection id="sessions" title={say('pages.me.sessions')}>
      <ul class="cards">
        {sessions.map(({ id, begunAt, seenAt, current }) => (
          <li key={id}>
            <form method="post" action={`/me/sessions/${id}`} class="row">
              <span>
                {say('pages.me.since')} <DateTime at={begunAt} zone />{' '}
                <span class="help">
                  {say('pages.me.seen')} <DateTime at={seenAt} zone />
                </span>{' '}
                {current && <span class="badge">{say('pages.me.current')}</span>}
              </span>
              <button class="link">{say(current ? 'pages.me.signOut' : 'pages.me.endSession')}</button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions" class="card">
          <p class="help">{say('pages.me.endOthersHelp')}</p>
          <button>{say('pages.me.endOthers')}</button>
        </form>
      )}
    </MeSection>
  );
}
