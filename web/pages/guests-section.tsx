import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

interface GuestsSectionProps {
  conference: ConferenceShape;
  here: string;
  say: PageContext['say'];
}

const CHOICES = ['nothing', 'vote', 'ask-live', 'everything-held'] as const;

/** What people without an address may do, and one button that ends it. */
export function GuestsSection({ conference, here, say }: GuestsSectionProps) {
  const { guests } = conference.settings;
  return (
    <section id="guests">
      <h2>{say('pages.guests.title')}</h2>
      <form method="post" action={`${here}/guests`} class="card">
        <label for="guests-choice">{say('pages.guests.label')}</label>
        <select id="guests-choice" name="guests" aria-describedby="guests-help">
          {CHOICES.map((choice) => (
            <option key={choice} value={choice} selected={choice === guests}>
              {say(`pages.guests.choices.${choice}`)}
            </option>
          ))}
        </select>
        <p class="help" id="guests-help">
          {say('pages.guests.help')}
        </p>
        <button>{say('pages.form.save')}</button>
      </form>
      {guests !== 'nothing' && (
        <form method="post" action={`${here}/guests`}>
          <input type="hidden" name="guests" value="nothing" />
          <button>{say('pages.guests.off')}</button>
        </form>
      )}
    </section>
  );
}
