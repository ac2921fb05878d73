import { useContext } from 'preact/hooks';
import { DateTime, formatDateTime } from './date-time.tsx';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import type { SlowModeShape, ThreadShape } from './shapes.ts';

interface StateBannerProps {
  thread: ThreadShape;
  archiveUrl?: string | null | undefined;
}

/** Under the title: why not everything can be posted now, until when, and a moderator's reason. */
export function StateBanner({ thread, archiveUrl }: StateBannerProps) {
  return (
    <>
      {thread.state !== 'open' && <ClosedNotice thread={thread} archiveUrl={archiveUrl} />}
      {thread.slowMode && (thread.state === 'open' || thread.state === 'questions') && (
        <SlowModeNotice slowMode={thread.slowMode} />
      )}
    </>
  );
}

function ClosedNotice({ thread, archiveUrl }: StateBannerProps) {
  const { say, locale, timeZone } = useContext(LocaleContext);
  const day = (at: string): string => formatDateTime(at, { locale, timeZone, time: false });
  const { state, lockReason, startsAt, phases } = thread;
  const isOver = state === 'readonly' || state === 'archived';
  const [before, after] = say(`pages.thread.closed.${state}`, {
    closed: day(phases.readonlyAt),
    since: day(state === 'archived' ? phases.archivedAt : phases.readonlyAt),
  }).split('{at}');
  return (
    <p class={`closed ${state}`} id={state === 'questions' ? undefined : 'write'}>
      <Icon name={state === 'questions' ? 'ask' : 'lock'} />{' '}
      <span>
        {before}
        {after !== undefined && <DateTime at={state === 'questions' ? startsAt : phases.opensAt} zone />}
        {after}
        {lockReason && (
          <>
            {' '}
            {say('pages.thread.lockReason')} <span dir="auto">{lockReason}</span>
          </>
        )}
        {isOver && archiveUrl && (
          <>
            {' '}
            <a href={archiveUrl} rel="noopener noreferrer">
              {say('pages.ending.archive')}
            </a>
          </>
        )}
      </span>
    </p>
  );
}

function SlowModeNotice({ slowMode: { interval, reason, until } }: { slowMode: SlowModeShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="closed slow">
      <Icon name="calendar" />{' '}
      <span>
        {interval < 60
          ? say('pages.thread.slowMode', { seconds: interval, reason })
          : say('pages.thread.slowMinutes', { count: interval / 60, reason })}
        {until && (
          <>
            {' '}
            {say('pages.thread.slowUntil')} <DateTime at={until} zone />
          </>
        )}
      </span>
    </p>
  );
}
