import type { PageContext } from './page.tsx';

interface SanctionFieldsProps {
  say: PageContext['say'];
  kindId: string;
  daysId: string;
}

/** The kind of a sanction, and for how many days; none are for good. */
export const SanctionFields = ({ say, kindId, daysId }: SanctionFieldsProps) => (
  <>
    <p>
      <label for={kindId}>{say('pages.queue.what')}</label>
      <select id={kindId} name="kind">
        <option value="mute">{say('pages.queue.mute')}</option>
        <option value="suspend">{say('pages.queue.suspend')}</option>
      </select>
    </p>
    <p>
      <label for={daysId}>{say('pages.queue.howLong')}</label>
      <select id={daysId} name="days">
        {[1, 7, 30].map((days) => (
          <option key={days} value={days}>
            {say('pages.queue.days', { count: days })}
          </option>
        ))}
        <option value="">{say('pages.queue.forGood')}</option>
      </select>
    </p>
  </>
);
