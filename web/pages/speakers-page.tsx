import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { Toast } from '../components/toast.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf, type ListPart } from './list-part.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** A speaker and how their invitation fares; never an address. */
interface SpeakerShape {
  id: string;
  name: string;
  talks: { id: string; title: string }[];
  state: string;
  mailedAt: string | null;
}

/** A page of the filtered speakers, and their number. */
export interface SpeakerChoice extends ListPart<SpeakerShape> {
  chosen: { who: string; state: string };
  states: { value: string; count: number }[];
}

/** The outcome of the form that mails speakers. */
export interface MailedSpeakers {
  kind: string;
  sent: number;
  alreadySent: number;
  alreadyAt: string | null;
}

export interface SpeakersPageProps {
  context: PageContext;
  conference: ConferenceShape;
  speakers: SpeakerChoice;
  counts: { ready: number; none: number; waiting: number };
  /** The lines of the form of addresses: as typed, else the names of those without one. */
  addresses: string;
  /** The e-mail that the first speaker would get; null without speakers. */
  email: { subject: string; text: string } | null;
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

type SpeakersFormProps = SpeakersPageProps & { here: string };

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

function AddressesForm({ context: { say }, addresses, here }: SpeakersFormProps) {
  return (
    <form method="post" action={`${here}/speakers/addresses`} class="card fields" id="addresses-form">
      <h2>{say('pages.speakers.addresses')}</h2>
      <p>
        <label for="addresses">{say('pages.speakers.lines')}</label>
        <textarea
          id="addresses"
          name="addresses"
          rows={8}
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="addresses-help"
        >
          {addresses}
        </textarea>
        <span class="help" id="addresses-help">
          {say('pages.speakers.linesHelp')}
        </span>
      </p>
      <p>
        <button>{say('pages.form.save')}</button>
      </p>
    </form>
  );
}

function MailForm({ context: { say }, counts, email, here }: SpeakersFormProps) {
  return (
    <form method="post" action={`${here}/speakers/invitations`} class="card fields" id="mail">
      <h2>{say('pages.team.byEmail')}</h2>
      <p>{say('pages.speakers.mailHelp')}</p>
      <p class="help">{say('pages.speakers.without', { count: counts.none })}</p>
      {email && (
        <details>
          <summary>{say('pages.team.look')}</summary>
          <figure class="quotation">
            <p>
              <b>{email.subject}</b>
            </p>
            <pre class="said">{email.text}</pre>
          </figure>
        </details>
      )}
      <p class="inline">
        <button class="primary" name="kind" value="invitation">
          {say('pages.speakers.send', { count: counts.ready })}
        </button>
        <button name="kind" value="reminder">
          {say('pages.speakers.remind', { count: counts.waiting })}
        </button>
        <button name="kind" value="test">
          {say('pages.speakers.test')}
        </button>
      </p>
    </form>
  );
}

function SpeakersSection({ speakers, here, say }: { speakers: SpeakerChoice; here: string; say: PageContext['say'] }) {
  const { chosen, states } = speakers;
  return (
    <section id="list">
      <h2>{say('pages.speakers.list', { total: speakers.total })}</h2>
      {needsFilter(speakers) && (
        <ListFilter
          action={`${here}/speakers#list`}
          words={{ name: 'who', label: say('pages.organize.who'), value: chosen.who }}
          choice={{
            name: 'state',
            label: say('pages.organize.state'),
            value: chosen.state,
            options: states.map((state) => ({ ...state, label: say(`pages.speakers.states.${state.value}`) })),
          }}
          say={say}
        />
      )}
      {speakers.found === 0 && <EmptyState>{say('pages.organize.noSuchGrant')}</EmptyState>}
      <ListRange part={speakers} say={say} />
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{say('pages.organize.who')}</th>
            <th scope="col">{say('pages.speakers.talks')}</th>
            <th scope="col">{say('pages.organize.state')}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.items.map(({ id, name, talks, state, mailedAt }) => (
            <tr key={id}>
              <td>
                <b dir="auto">{name}</b>
              </td>
              <td>
                {talks.map((talk) => (
                  <div key={talk.id}>{talk.title}</div>
                ))}
              </td>
              <td>
                <span class="badge">{say(`pages.speakers.states.${state}`)}</span>{' '}
                {state === 'sent' && mailedAt && <DateTime at={mailedAt} zone />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ListPages
        part={speakers}
        at={(page) => `${here}/speakers${queryOf({ ...chosen, page: pageField(page) })}#list`}
        say={say}
      />
    </section>
  );
}
