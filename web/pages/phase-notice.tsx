import { useContext } from 'preact/hooks';
import { formatDateTime } from '../components/date-time.tsx';
import { LocaleContext, type LocaleSettings } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';

/** From so many days on, the day on which a discussion ends is not worth telling. */
export const FAR_OFF_DAYS = 730;

export interface PhaseNoticeProps {
  conference: ConferenceShape;
  readonlyAt: string;
  archivedAt: string;
  daysAfter: number;
  /** Whether this reader gets an e-mail at the end; null on a page that is the same for all readers. */
  closingEmail: boolean | null;
}

/** Draws how a conference ends, before and after: since when, why, and where to find all of it. */
export function PhaseNotice(notice: PhaseNoticeProps) {
  const { conference, closingEmail } = notice;
  const locale = useContext(LocaleContext);
  const { say } = locale;
  const {
    phase,
    settings: { archiveUrl },
  } = conference;
  const sentence = sentenceOf(notice, locale);
  return (
    <>
      {sentence && (
        <p class={phase === 'after' ? 'help' : 'closed'}>
          {sentence}
          {archiveUrl && (
            <>
              {' '}
              <a href={archiveUrl} rel="noopener noreferrer">
                {say('pages.ending.archive')}
              </a>
            </>
          )}
        </p>
      )}
      {closingEmail !== null && phase !== 'archived' && (
        <form method="post" action={`/c/${conference.slug}/closing-letter`} class="closing-letter">
          {closingEmail && <span class="help">{say('pages.ending.asked')} </span>}
          <button class="link" name="wanted" value={closingEmail ? 'no' : 'yes'}>
            {say(closingEmail ? 'pages.ending.stop' : 'pages.ending.ask')}
          </button>
        </form>
      )}
    </>
  );
}

/** Says until when it is open, or since when it is closed; null where there is nothing worth telling. */
function sentenceOf(
  { conference, readonlyAt, archivedAt, daysAfter }: PhaseNoticeProps,
  { say, locale, timeZone }: LocaleSettings,
): string | null {
  const day = (at: string): string => formatDateTime(at, { locale, timeZone, time: false });
  switch (conference.phase) {
    case 'archived':
      return say('pages.ending.archived', { closed: day(readonlyAt), since: day(archivedAt) });
    case 'readonly':
      return say('pages.ending.readonly', { since: day(readonlyAt), days: daysAfter, archived: day(archivedAt) });
    case 'after':
      return conference.settings.readonlyAfterDays > FAR_OFF_DAYS
        ? null
        : say('pages.ending.until', { date: day(readonlyAt) });
    default:
      return null;
  }
}
