import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { Page, type PageContext } from './page.tsx';

interface PlacedTalk {
  talk: TalkShape;
  /** The path of its thread; null without one. */
  path: string | null;
}

interface RoomProps {
  context: PageContext;
  conference: ConferenceShape;
  room: string;
  next: PlacedTalk | null;
  last: PlacedTalk | null;
}

/** `/c/{conference}/room/{room}` while nothing is on there: what comes, and what was. */
export function RoomPage({ context, conference, room, next, last }: RoomProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1 dir="auto">{room}</h1>
      {next ? (
        <section class="card">
          <h2>{say('pages.room.next')}</h2>
          <RoomTalk {...next} />
        </section>
      ) : (
        <EmptyState action={<a href={`/c/${conference.slug}?show=programme`}>{say('pages.sections.programme')}</a>}>
          {say('pages.room.nothing')}
        </EmptyState>
      )}
      {last && (
        <section class="card">
          <h2>{say('pages.room.last')}</h2>
          <RoomTalk {...last} />
        </section>
      )}
    </Page>
  );
}

const RoomTalk = ({ talk, path }: PlacedTalk) => (
  <>
    <h3>{path ? <a href={path}>{talk.title}</a> : talk.title}</h3>
    <p class="help">
      {talk.startsAt && <DateTime at={talk.startsAt} />}
      {talk.speakers.length > 0 && <span dir="auto"> · {talk.speakers.map(({ name }) => name).join(', ')}</span>}
    </p>
  </>
);
