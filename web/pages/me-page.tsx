import { ButtonLink } from '../components/button.tsx';
import { Refusal } from '../components/refusal.tsx';
import { LeavingSection } from './leaving-section.tsx';
import { DecisionsSection } from './me-decisions.tsx';
import { PasskeysSection } from './me-passkeys.tsx';
import { PersonasSection } from './me-personas.tsx';
import type { MeProps } from './me-props.ts';
import { MePart } from './me-section.tsx';
import { RecapsSection } from './me-recaps.tsx';
import { SessionsSection } from './me-sessions.tsx';
import { SettingsSection } from './me-settings.tsx';
import { Page } from './page.tsx';

/** `/me`: who the reader is here, what they said, their e-mails, their ways to sign in, their data. */
export function MePage(props: MeProps) {
  const { context, emailMasked, refusal } = props;
  const { say } = context;
  return (
    <Page {...context} width="page">
      <div class="parted">
        <nav class="parts" aria-label={say('pages.me.parts')}>
          {partsOf(props).map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <div>
          <h1>{say('pages.me.title')}</h1>
          {refusal && <Refusal {...refusal} />}
          {emailMasked === null ? (
            <GuestNotice {...props} />
          ) : (
            <p class="lead">
              {say('pages.me.address', { masked: emailMasked })} <a href="/privacy">{say('pages.privacy.link')}</a>
            </p>
          )}
          <PersonasSection {...props} />
          <OrganizedPart {...props} />
          <MePart id="contributions" title={say('pages.me.contributions')}>
            <p>
              <ButtonLink href="/me/questions">{say('pages.me.questions')}</ButtonLink>
            </p>
            <RecapsSection {...props} />
            <DecisionsSection {...props} />
          </MePart>
          <SettingsSection {...props} />
          <SecurityPart {...props} />
          <LeavingSection say={say} goneWithin={props.goneWithin} />
        </div>
      </div>
    </Page>
  );
}

/** The parts of the page, by their ids. */
const partsOf = ({ context: { say }, organizes, emailMasked }: MeProps): [id: string, title: string][] => [
  ['profiles', say('pages.me.personas')],
  ...(organizes.length > 0 ? ([['organized', say('pages.me.organizes')]] satisfies [string, string][]) : []),
  ['contributions', say('pages.me.contributions')],
  ['settings', say(emailMasked === null ? 'pages.me.language' : 'pages.me.settings')],
  ['security', say('pages.me.security')],
  ['leaving', say('pages.me.data')],
];

/** The conferences that the reader organizes or moderates. */
const OrganizedPart = ({ context: { say }, organizes }: MeProps) =>
  organizes.length === 0 ? null : (
    <MePart id="organized" title={say('pages.me.organizes')}>
      <ul class="cards">
        {organizes.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/organize/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </MePart>
  );

/** Draws the rights of a guest, for how long, and how to keep them. */
const GuestNotice = ({ context: { say }, guestDays }: MeProps) => (
  <div class="notice">
    <p>
      {say('pages.me.isGuest')} {say('pages.me.guestDays', { days: guestDays })}{' '}
      <a href="/privacy">{say('pages.privacy.link')}</a>
    </p>
    <p>
      <ButtonLink kind="primary" href="/sign-in?next=%2Fme">
        {say('pages.me.addAddress')}
      </ButtonLink>
    </p>
  </div>
);

/** The ways to sign in: passkeys, sessions, tokens. */
function SecurityPart(props: MeProps) {
  const { context, emailMasked } = props;
  const { say } = context;
  return (
    <MePart id="security" title={say('pages.me.security')}>
      {emailMasked !== null && <PasskeysSection {...props} />}
      <SessionsSection {...props} />
      {emailMasked !== null && (
        <section>
          <p>
            <a href="/me/tokens">{say('pages.tokens.link')}</a>
          </p>
        </section>
      )}
    </MePart>
  );
}
