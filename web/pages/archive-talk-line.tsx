import { Names } from '../components/name.tsx';
import { TimeOfDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ArchiveContext } from './archive-layout.tsx';
import { CommentCount, type ListedTalk } from './talk-line.tsx';
import { Chip } from '../components/chip.tsx';

interface ArchiveTalkLineProps {
  context: ArchiveContext;
  talk: ListedTalk;
  hasRecap: boolean;
}

/** A talk in the list of the programme. */
export function ArchiveTalkLine({ context, talk, hasRecap }: ArchiveTalkLineProps) {
  const { locale, say, timeZone } = context;
  return (
    <LocaleContext.Provider value={{ locale, say, timeZone }}>
      <li class={talk.status}>
        <p class="hour">
          {talk.startsAt && <TimeOfDay at={talk.startsAt} />}
          {talk.room && <span class="room">{talk.room}</span>}
        </p>
        <div>
          <h3 lang={talk.language || undefined}>
            {talk.thread ? <a href={`t/${talk.thread.slug}.html`}>{talk.title}</a> : talk.title}
          </h3>
          <p>
            {talk.speakers.length > 0 && (
              <span class="speakers">
                <Names of={talk.speakers} />
              </span>
            )}
            {talk.track && <span class="track">{talk.track}</span>}
            {talk.status === 'cancelled' && <Chip>{say('pages.conference.cancelled')}</Chip>}
            {talk.thread && <CommentCount thread={talk.thread} />}
            {talk.thread && hasRecap && (
              <span>
                <a href={`t/${talk.thread.slug}.recap.html`}>{say('pages.recap.link')}</a>
              </span>
            )}
          </p>
        </div>
      </li>
    </LocaleContext.Provider>
  );
}
