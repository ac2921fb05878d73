import { HiddenFields } from './desk-button.tsx';
import type { DeskProps } from './desk-props.ts';

/** The announcement, and slow mode. */
export function ThreadControls({ context: { say }, here, thread, version, isModerator }: DeskProps) {
  return (
    <details id="rest">
      <summary>{say('pages.desk.rest')}</summary>
      <form method="post" action={`${here}/desk`}>
        <HiddenFields act="announce" />
        <label>
          {say('pages.desk.announce')} <input name="body" required minlength={2} maxlength={1000} />
        </label>
        <button>{say('pages.desk.say')}</button>
      </form>
      {isModerator && (
        <form method="post" action={`${here}/desk`}>
          <HiddenFields act="slow" version={version} />
          <label>
            {say('pages.desk.slow')}{' '}
            <select name="interval">
              {[0, 30, 60, 300, 900, 3600].map((seconds) => (
                <option key={seconds} value={seconds} selected={seconds === (thread.slowMode?.interval ?? 0)}>
                  {seconds === 0 ? say('pages.desk.slowOff') : say('pages.desk.seconds', { count: seconds })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('pages.desk.slowFor')}{' '}
            <select name="minutes">
              {[15, 30, 60, 0].map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes === 0 ? say('pages.desk.slowOpen') : say('pages.desk.minutes', { count: minutes })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('pages.organize.reason')} <input name="reason" maxlength={1000} />
          </label>
          <button>{say('pages.desk.setSlow')}</button>
        </form>
      )}
    </details>
  );
}
