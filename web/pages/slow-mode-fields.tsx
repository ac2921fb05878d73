import type { SlowModeShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

/** Seconds between two contributions that slow mode offers; 0 is off. */
const INTERVALS = [0, 30, 60, 300, 900, 3600] as const;

interface SlowModeFieldsProps {
  slowMode: SlowModeShape | null;
  /** The end by the clock of the conference, as such a field shows it; empty without one. */
  until: string;
  say: PageContext['say'];
}

/** Draws the pause between one person's comments, the reason, and the end. */
export const SlowModeFields = ({ slowMode, until, say }: SlowModeFieldsProps) => (
  <>
    <label>
      {say('pages.desk.slow')}
      <select name="interval">
        {INTERVALS.map((seconds) => (
          <option key={seconds} value={seconds} selected={seconds === (slowMode?.interval ?? 0)}>
            {seconds === 0 ? say('pages.desk.slowOff') : say('pages.discussions.every', { seconds })}
          </option>
        ))}
      </select>
    </label>
    <label>
      {say('pages.discussions.slowReason')} <input name="slowReason" value={slowMode?.reason ?? ''} maxlength={1000} />
    </label>
    <label>
      {say('pages.discussions.slowUntil')} <input name="slowUntil" type="datetime-local" value={until} />
    </label>
  </>
);
