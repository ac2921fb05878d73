import { useContext } from 'preact/hooks';
import { DateTime, TimeOfDay, WeekDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { TalkShape } from '../components/shapes.ts';
import { zoneNameOf } from '../components/zone-name.ts';

/** The times and places of a talk: one with its end, several each with its room. */
export function TalkTimes({ talk }: { talk: TalkShape }) {
  if (talk.slots.length < 2)
    return (
      <>
        {talk.startsAt && <FromTo startsAt={talk.startsAt} minutes={talk.durationMinutes} />}
        {talk.room && <span>{talk.room}</span>}
      </>
    );
  return (
    <>
      {talk.slots.map(({ startsAt, room }) => (
        <span key={`${startsAt} ${room}`}>
          <DateTime at={startsAt} zone />
          {room && `, ${room}`}
        </span>
      ))}
    </>
  );
}

/** The day, and from when to when, with the name of the zone. */
function FromTo({ startsAt, minutes }: { startsAt: string; minutes: number }) {
  const settings = useContext(LocaleContext);
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  return (
    <>
      <span>
        <WeekDay at={startsAt} />
      </span>
      <span class="from-to">
        <TimeOfDay at={startsAt} /> – <TimeOfDay at={endsAt} /> {zoneNameOf(startsAt, settings)}
      </span>
    </>
  );
}
