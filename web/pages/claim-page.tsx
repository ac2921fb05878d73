import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { Button } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

interface ClaimProps {
  context: PageContext;
  refusal: ProblemShape | null;
  /** The secret of an invitation that waits for a choice; empty without one. */
  token: string;
  /** The personas that could show the right. */
  choices: { id: string; name: string; conferenceTitle: string }[];
}

/** `/claim`: takes an invitation whose secret is in the fragment, which no server sees before the button is pressed. */
export function ClaimPage({ context, refusal, token, choices }: ClaimProps) {
  const { say, isSignedIn } = context;
  return (
    <Page {...context} width="form">
      <h1>{say('pages.claim.title')}</h1>
      {refusal && <Refusal {...refusal} fields={['token']} />}
      {choices.length > 0 && <BadgeChoiceForm say={say} token={token} choices={choices} />}
      {token === '' &&
        (isSignedIn ? (
          <form method="post" action="/claim" class="card" id="claim" data-forms>
            <p>{say('pages.claim.lead')}</p>
            <Field
              id="token"
              label={say('pages.claim.token')}
              required
              minlength={20}
              maxlength={2_000}
              autocomplete="off"
              spellcheck={false}
              help={say('pages.claim.tokenHelp')}
              fault={faultOf(refusal, 'token')}
            />
            <Button kind="primary" large>
              {say('pages.claim.take')}
            </Button>
          </form>
        ) : (
          <div class="card" id="claim" data-forms>
            <p>{say('pages.claim.what')}</p>
            <p>{say('pages.claim.signIn')}</p>
            <p>
              <a class="primary" href="/sign-in?next=%2Fclaim" data-keeps-fragment>
                {say('pages.signIn.link')}
              </a>
            </p>
          </div>
        ))}
    </Page>
  );
}

/** One persona shows a right, because several would tell that they belong to one person. */
function BadgeChoiceForm({ say, token, choices }: Pick<PageContext, 'say'> & Pick<ClaimProps, 'token' | 'choices'>) {
  return (
    <form method="post" action="/claim" class="card" id="badge">
      {token !== '' && <input type="hidden" name="token" value={token} />}
      <fieldset>
        <legend>{say('pages.claim.which')}</legend>
        {choices.map(({ id, name, conferenceTitle }) => (
          <p key={id}>
            <label>
              <input type="radio" name="personaId" value={id} required /> <b dir="auto">{name}</b> · {conferenceTitle}
            </label>
          </p>
        ))}
      </fieldset>
      <p class="help">{say('pages.claim.whichHelp')}</p>
      <Button kind="primary">{say('pages.claim.show')}</Button>
    </form>
  );
}
