import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

interface ButtonProps {
  conference: ConferenceShape;
  say: PageContext['say'];
}

/** One press that ends taking part without an address. */
export const GuestsOff = ({ conference, say }: ButtonProps) =>
  conference.settings.guests === 'nothing' ? null : (
    <form method="post" action={`/organize/${conference.slug}/guests`} class="card" id="guests">
      <h2>{say('pages.guests.title')}</h2>
      <p class="help">{say('pages.guests.offHelp')}</p>
      <input type="hidden" name="guests" value="nothing" />
      <button>{say('pages.guests.off')}</button>
    </form>
  );

/** *Close now* once the last day is over, *Reopen* once it is closed. */
export function Closing({ conference, mayClose, say }: ButtonProps & { mayClose: boolean }) {
  const isClosed = conference.phase === 'readonly' || conference.phase === 'archived';
  if (!mayClose && !isClosed) return <p class="help">{say('pages.settingsOf.closeLater')}</p>;
  return (
    <form method="post" action={`/organize/${conference.slug}/closing`} class="card" id="closing">
      <h2>{say(`pages.settingsOf.${isClosed ? 'reopen' : 'close'}`)}</h2>
      <p class="help">{say(`pages.settingsOf.${isClosed ? 'reopenHelp' : 'closeHelp'}`)}</p>
      <button name="do" value={isClosed ? 'reopen' : 'close'} class={isClosed ? undefined : 'danger'}>
        {say(`pages.settingsOf.${isClosed ? 'reopen' : 'close'}`)}
      </button>
    </form>
  );
}

/** One press removes the demo; an own conference asks whether one is sure. */
export function Removal({
  conference,
  isDemo,
  error,
  say,
}: ButtonProps & { isDemo: boolean; error: string | undefined }) {
  const text = (part: string) => say(`pages.settingsOf.${isDemo ? 'removeDemo' : 'remove'}${part}`);
  return (
    <form method="post" action={`/organize/${conference.slug}/removal`} class="card" id="removal">
      <h2>{text('')}</h2>
      <p class="help">{text('Help')}</p>
      {!isDemo && (
        <p>
          <label>
            <input type="checkbox" name="sure" required aria-invalid={error ? 'true' : undefined} />{' '}
            {say('pages.settingsOf.removeSure')}
          </label>
        </p>
      )}
      <button class="danger">{text('')}</button>
    </form>
  );
}
