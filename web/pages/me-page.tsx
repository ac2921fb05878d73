import { Refusal } from '../components/refusal.tsx';
import { LeavingSection } from './leaving-section.tsx';
import { DecisionsSection } from './me-decisions.tsx';
import { PasskeysSection } from './me-passkeys.tsx';
import { PersonasSection } from './me-personas.tsx';
import type { MeProps } from './me-props.ts';
import { SessionsSection } from './me-sessions.tsx';
import { SettingsSection } from './me-settings.tsx';
import { Page } from './page.tsx';

/** `/me`: the account, its personas, its ways to sign in. */
export function MePage(props: MeProps) {
  const { context, emailMasked, organizes, refusal } = props;
  const isGuest = emailMasked === null;
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.me.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {isGuest ? (
        <GuestNotice {...props} />
      ) : (
        <p>
          {say('pages.me.address', { masked: emailMasked })} <a href="/privacy">{say('pages.privacy.link')}</a>
        </p>
      )}
      <p>
        <a href="/me/questions">{say('pages.me.questions')}</a>
        {!isGuest && (
          <>
            {' · '}
            <a href="/me/tokens">{say('pages.tokens.link')}</a>
          </>
        )}
      </p>
      {organizes.length > 0 && (
        <section>
          <h2>{say('pages.me.organizes')}</h2>
          <ul>
            {organizes.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/organize/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PersonasSection {...props} />
      <DecisionsSection {...props} />
      {!isGuest && <PasskeysSection {...props} />}
      <SessionsSection {...props} />
      <SettingsSection {...props} />
      <LeavingSection say={say} goneWithin={props.goneWithin} />
    </Page>
  );
}

/** What a guest has, for how long, and how to keep it. */
function GuestNotice({ context: { say }, guestDays }: MeProps) {
  return (
    <div class="card">
      <p>
        {say('pages.me.isGuest')} {say('pages.me.guestDays', { days: guestDays })}{' '}
        <a href="/privacy">{say('pages.privacy.link')}</a>
      </p>
      <p>
        <a href="/sign-in?next=%2Fme">{say('pages.me.addAddress')}</a>
      </p>
    </div>
  );
}
