import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { Words } from '../../locales/words.ts';

/** A notice that concerned a reader, with its outcome, as the API has it. */
export interface NoticeShape {
  id: string;
  kind: string;
  at: string;
  title: string;
  url: string | null;
  fate: 'waiting' | 'sent' | 'digest' | 'held' | 'void';
  rule: string | null;
  sentAt: string | null;
  dueAt: string | null;
}

interface NoticesSectionProps {
  say: Words;
  notices: readonly NoticeShape[];
  next: string | null;
}

/** Draws the notices with their outcome, a sentence each. */
export const NoticesSection = ({ say, notices, next }: NoticesSectionProps) => (
  <section id="notices">
    <h2>{say('pages.email.notices')}</h2>
    <p>{say('pages.email.noticesHelp')}</p>
    {notices.length === 0 && <EmptyState>{say('pages.email.noNotices')}</EmptyState>}
    <ul class="cards">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} say={say} notice={notice} />
      ))}
    </ul>
    {next !== null && (
      <p>
        <a class="more" rel="next" href={`/me/email?cursor=${encodeURIComponent(next)}#notices`}>
          {say('pages.email.earlier')}
        </a>
      </p>
    )}
  </section>
);

function NoticeLine({ say, notice }: { say: Words; notice: NoticeShape }) {
  const { kind, title, url, at } = notice;
  const what = say(`pages.email.what.${kind}`);
  return (
    <li>
      <span>
        <DateTime at={at} /> · {title === '' && url !== null ? <a href={url}>{what}</a> : what}
        {title !== '' && (
          <>
            {' '}
            {url === null ? (
              <span dir="auto">{title}</span>
            ) : (
              <a href={url} dir="auto">
                {title}
              </a>
            )}
          </>
        )}
      </span>
      <br />
      <span class="help">
        <Fate say={say} notice={notice} />
      </span>
    </li>
  );
}

/** Draws the outcome of a notice; the time of the e-mail where there is one. */
function Fate({ say, notice: { fate, rule, sentAt, dueAt } }: { say: Words; notice: NoticeShape }) {
  const at = sentAt ?? dueAt;
  return (
    <>
      {say(`pages.email.fates.${fate === 'sent' ? 'sent' : `${fate}.${rule ?? 'now'}`}`)}
      {at !== null && (
        <>
          {' '}
          · <DateTime at={at} />
        </>
      )}
    </>
  );
}
