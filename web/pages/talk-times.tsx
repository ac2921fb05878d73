import { DateTime } from '../components/date-time.tsx';
import type { TalkShape } from '../components/shapes.ts';

/** The times and places of a talk. */
export function TalkTimes({ talk }: { talk: TalkShape }) {
  if (talk.slots.length < 2)
    return (
      <>
        {talk.startsAt && (
          <span>
            <DateTime at={talk.startsAt} zone />
          </span>
        )}
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
