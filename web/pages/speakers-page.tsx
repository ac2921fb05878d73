import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { Toast } from '../components/toast.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { type SpeakerChoice, SpeakersSection } from './speakers-section.tsx';
import { AddressesForm, MailForm, type SpeakersFormsProps } from './speakers-forms.tsx';

/** The outcome of the form that mails speakers. */
export interface MailedSpeakers {
  kind: string;
  sent: number;
  alreadySent: number;
  alreadyAt: string | null;
}

export interface SpeakersPageProps extends SpeakersFormsProps {
  conference: ConferenceShape;
  speakers: SpeakerChoice;
  mailed: MailedSpeakers | null;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/speakers`: who speaks, how each is invited, and the e-mails to them. */
export function SpeakersPage(props: SpeakersPageProps) {
  const { context, conference, speakers, mailed, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  return (
    <OrganizeShell
      context={context}
      part="team"
      title={say('pages.speakers.title')}
      lead={<a href={`${here}/team`}>{say('pages.organize.parts.team')}</a>}
      refusal={refusal}
    >
      {mailed && <MailedNotice mailed={mailed} say={say} />}
      {speakers.total === 0 ? (
        <EmptyState action={<a href={`${here}/programme`}>{say('pages.organize.parts.programme')}</a>}>
          {say('pages.speakers.nobody')}
        </EmptyState>
      ) : (
        <>
          <AddressesForm {...props} here={here} />
          <MailForm {...props} here={here} />
          <form method="post" action={`${here}/speaker-links`} class="card" id="links">
            <h2>{say('pages.speakers.byHand')}</h2>
            <p class="help">{say('pages.organize.allLinksHelp')}</p>
            <button>{say('pages.organize.allLinks')}</button>
          </form>
          <SpeakersSection speakers={speakers} here={here} say={say} />
        </>
      )}
    </OrganizeShell>
  );
}

function MailedNotice({
  mailed: { kind, sent, alreadySent, alreadyAt },
  say,
}: {
  mailed: MailedSpeakers;
  say: PageContext['say'];
}) {
  if (kind === 'test') return <Toast>{say('pages.speakers.testSent')}</Toast>;
  return (
    <div class="notice" role="status">
      <p>{say(sent === 0 ? 'pages.speakers.sentNone' : 'pages.speakers.sent', { count: sent })}</p>
      {alreadySent > 0 && (
        <p>
          {say('pages.speakers.alreadySent', { count: alreadySent })}{' '}
          {alreadyAt && (
            <>
              {say('pages.speakers.lastAt')} <DateTime at={alreadyAt} zone />
            </>
          )}
        </p>
      )}
    </div>
  );
}
