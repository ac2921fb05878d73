import { OnceField } from '../components/once-field.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import type { MeProps } from './me-props.ts';
import { MePart } from './me-section.tsx';
import { ProfileFields } from './profile-fields.tsx';

export function PersonasSection(props: MeProps) {
  const { context, personas, conferences, mustChoose, refusedProfile } = props;
  const { say } = context;
  return (
    <MePart id="profiles" title={say('pages.me.personas')}>
      <p class="help">{say('pages.me.personasHelp')}</p>
      {mustChoose && (
        <p>
          <ButtonLink href="/claim">{say('pages.claim.chooseLink')}</ButtonLink>
        </p>
      )}
      {personas.length === 0 && <EmptyState>{say('pages.me.noPersonas')}</EmptyState>}
      {personas.map(({ id, version, conferenceTitle, page, ...profile }) => (
        <div key={id} class="tile">
          <form method="post" action={`/me/personas/${id}`}>
            <input type="hidden" name="version" value={version} />
            <p class="help">{conferenceTitle}</p>
            <ProfileFields say={say} of={id} profile={refusedProfile?.id === id ? refusedProfile : profile} />
            <p class="inline">
              <Button>{say('pages.form.save')}</Button>
              {page !== null && (
                <ButtonLink kind="quiet" href={page}>
                  {say('pages.me.authorPage')}
                </ButtonLink>
              )}
            </p>
          </form>
          <details>
            <summary>{say('pages.me.withdrawPersona')}</summary>
            <form method="post" action={`/me/personas/${id}/withdrawal`}>
              <p>{say('pages.me.withdrawPersonaHelp')}</p>
              <Button kind="danger">{say('pages.me.withdrawPersonaNow')}</Button>
            </form>
          </details>
        </div>
      ))}
      {conferences.length > 0 && <NewPersona {...props} />}
    </MePart>
  );
}

/** Another name in a conference in which the reader has one, or from which they come. */
function NewPersona({ context, conferences, refusedProfile }: MeProps) {
  const { say } = context;
  const refused = refusedProfile?.id === undefined ? refusedProfile : null;
  return (
    <details class="tile" id="new-profile" open={refused !== null}>
      <summary>{say('pages.me.newPersona')}</summary>
      <form method="post" action="/me/personas">
        <OnceField context={context} />
        <p class="help">{say('pages.me.newPersonaHelp')}</p>
        <Field
          id="conference"
          label={say('pages.me.conference')}
          options={conferences.map(({ slug, title }) => [slug, title])}
        />
        <ProfileFields say={say} of="new" profile={refused} />
        <Button>{say('pages.form.save')}</Button>
      </form>
    </details>
  );
}
