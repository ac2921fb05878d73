import { Day } from '../components/date-time.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';

/** The passkeys. Adding one needs a script, so the form for it is shown by a script. */
export function PasskeysSection({ context: { say }, passkeys, organizes }: MeProps) {
  return (
    <MeSection id="passkeys" title={say('pages.passkeys.title')}>
      <p class="help">{say('pages.passkeys.help')}</p>
      {organizes.length > 0 && passkeys.length === 0 && <p class="notice">{say('pages.passkeys.recommended')}</p>}
      {passkeys.length > 0 && (
        <ul class="cards">
          {passkeys.map(({ id, name, madeOn, usedOn }) => (
            <li key={id}>
              <form method="post" action={`/me/passkeys/${id}`} class="row">
                <span>
                  <b dir="auto">{name || say('pages.passkeys.unnamed')}</b>{' '}
                  <span class="help">
                    {say('pages.passkeys.made')} <Day on={madeOn} />
                    {usedOn && (
                      <>
                        , {say('pages.passkeys.used')} <Day on={usedOn} />
                      </>
                    )}
                  </span>
                </span>
                <Button>{say('pages.passkeys.remove')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form id="add-passkey" class="tile" data-failed={say('pages.passkeys.failed')} hidden>
        <Field id="passkey-name" name="name" label={say('pages.passkeys.name')} maxlength={60} autocomplete="off" />
        <Button kind="primary">{say('pages.passkeys.add')}</Button>
        <p class="refusal" role="alert" hidden />
      </form>
      <noscript>
        <p class="help">{say('pages.passkeys.needsScript')}</p>
      </noscript>
    </MeSection>
  );
}
