import { Announcement } from '../components/questions-section.tsx';
import { DeskButton, DeskForm, NameField, sentTo } from './desk-form.tsx';
import type { DeskProps } from './desk-props.ts';
import { Button } from '../components/button.tsx';

/** The announcement to the room: the one that is shown, and the next. */
export function AnnouncementControls({ desk }: { desk: DeskProps }) {
  const { say } = desk.context;
  return (
    <section class="card" id="announce">
      <h2>{say('pages.desk.announce')}</h2>
      {desk.announcement && (
        <>
          <Announcement said={desk.announcement} />
          <DeskButton desk={desk} act="takedown" id={desk.announcement.id} label={say('pages.desk.takeDown')} />
        </>
      )}
      <DeskForm desk={desk} act="announce">
        {(typed) => (
          <>
            <label>
              <span class="help">{say('pages.desk.announceHelp')}</span>
              <textarea name="body" rows={2} required minlength={2} maxlength={1000} dir="auto">
                {typed['body'] ?? ''}
              </textarea>
            </label>
            <NameField desk={desk} typed={typed} />
            <Button>{say('pages.desk.say')}</Button>
          </>
        )}
      </DeskForm>
    </section>
  );
}

const INTERVALS = [0, 30, 60, 300, 900, 3600];
const DURATIONS = [15, 30, 60, 0];

/** Slow mode, for moderators. */
export function SlowModeControls({ desk }: { desk: DeskProps }) {
  const { say } = desk.context;
  const { slowMode } = desk.thread;
  if (!desk.isModerator) return null;
  return (
    <details id="slow" class="card" open={sentTo(desk, 'slow') !== null}>
      <summary>{say('pages.desk.slow')}</summary>
      <DeskForm desk={desk} act="slow" version={desk.version}>
        {(typed) => (
          <>
            <IntervalField chosen={typed['interval'] ?? String(slowMode?.interval ?? 0)} say={say} />
            <label>
              {say('pages.desk.slowFor')}{' '}
              <select name="minutes">
                {DURATIONS.map((minutes) => (
                  <option key={minutes} value={minutes} selected={typed['minutes'] === String(minutes)}>
                    {minutes === 0 ? say('pages.desk.slowOpen') : say('pages.desk.minutes', { count: minutes })}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {say('pages.organize.reason')} <input name="reason" maxlength={1000} value={typed['reason']} dir="auto" />
            </label>
            <Button>{say('pages.desk.setSlow')}</Button>
          </>
        )}
      </DeskForm>
    </details>
  );
}

const IntervalField = ({ chosen, say }: { chosen: string; say: DeskProps['context']['say'] }) => (
  <label>
    {say('pages.desk.slowEvery')}{' '}
    <select name="interval">
      {INTERVALS.map((seconds) => (
        <option key={seconds} value={seconds} selected={String(seconds) === chosen}>
          {seconds === 0 ? say('pages.desk.slowOff') : say('pages.desk.seconds', { count: seconds })}
        </option>
      ))}
    </select>
  </label>
);
