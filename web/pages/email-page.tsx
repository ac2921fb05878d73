import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import type { Words } from '../../locales/words.ts';
import { NoticesSection, type NoticeShape } from './email-notices.tsx';
import { Page, type PageContext } from './page.tsx';

/** Kinds of e-mails with a switch, in the order of the page. */
const KINDS = ['answered', 'replies', 'outcomes', 'followed', 'waiting', 'queue'] as const;
const RHYTHMS = ['usual', 'daily', 'weekly', 'off'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** An account's choice of e-mails, as the API has it. */
export interface EmailSettingsShape {
  budget: number;
  digest: { rhythm: string; hour: number; timeZone: string | null };
  pausedUntil: string | null;
  words: boolean;
  kinds: Record<(typeof KINDS)[number], boolean>;
}

export interface EmailPageProps {
  context: PageContext;
  email: EmailSettingsShape;
  emailMasked: string;
  version: string;
  /** The first and the last day on which a pause may end. */
  pause: { first: string; last: string };
  zones: readonly string[];
  followed: readonly { threadId: string; title: string; conferenceTitle: string; path: string }[];
  notices: readonly NoticeShape[];
  /** Since when the address takes no e-mails; null while it takes them. */
  refusedSince: string | null;
  next: string | null;
  refusal: ProblemShape | null;
}

/** `/me/email`: which e-mails come, a pause, and what became of each notice of the last thirty days. */
export function EmailPage(props: EmailPageProps) {
  const { context, emailMasked, refusal, refusedSince } = props;
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href="/me">{say('pages.me.title')}</a>
      </p>
      <h1>{say('pages.email.title')}</h1>
      <p class="lead">{say('pages.email.lead', { address: emailMasked })}</p>
      {refusedSince !== null && (
        <p class="notice">
          {say('pages.email.refusedSince')} <DateTime at={refusedSince} zone />. {say('pages.email.refusedHelp')}
        </p>
      )}
      {refusal && <Refusal {...refusal} fields={['budget', 'timeZone', 'hour', 'pausedUntil']} />}
      <KindsForm {...props} />
      <PauseForm {...props} />
      <Followed {...props} />
      <NoticesSection say={say} notices={props.notices} next={props.next} />
    </Page>
  );
}

function KindsForm({ context: { say }, email, version, zones, refusal }: EmailPageProps) {
  const { digest, kinds } = email;
  return (
    <form method="post" action="/me/email" class="card" id="kinds">
      <h2>{say('pages.email.which')}</h2>
      <input type="hidden" name="version" value={version} />
      <fieldset>
        <legend>{say('pages.email.kindsLegend')}</legend>
        {KINDS.map((kind) => (
          <p key={kind}>
            <label class="choice">
              <input type="checkbox" name="kinds" value={kind} checked={kinds[kind]} />
              <span>{say(`pages.email.kinds.${kind}`)}</span>
            </label>
          </p>
        ))}
      </fieldset>
      <p class="row">
        <Button name="all" value="on" kind="quiet">
          {say('pages.email.allOn')}
        </Button>
        <Button name="all" value="off" kind="quiet">
          {say('pages.email.allOff')}
        </Button>
      </p>
      <Field
        id="budget"
        label={say('pages.email.budget')}
        type="number"
        min={0}
        max={20}
        required
        value={email.budget}
        help={say('pages.email.budgetHelp')}
        fault={faultOf(refusal, 'budget')}
      />
      <Field
        id="rhythm"
        label={say('pages.email.rhythm')}
        options={RHYTHMS.map((rhythm) => [rhythm, say(`pages.email.rhythms.${rhythm}`)])}
        chosen={digest.rhythm}
      />
      <Field
        id="hour"
        label={say('pages.email.hour')}
        options={HOURS.map((hour) => [hour, `${hour.padStart(2, '0')}:00`])}
        chosen={String(digest.hour)}
        fault={faultOf(refusal, 'hour')}
      />
      <Field
        id="timeZone"
        label={say('pages.email.timeZone')}
        options={[['', say('pages.email.zoneOfConference')], ...zones.map((zone) => [zone, zone] as const)]}
        chosen={digest.timeZone ?? ''}
        fault={faultOf(refusal, 'timeZone')}
      />
      <p>
        <label class="choice">
          <input type="checkbox" name="words" checked={email.words} aria-describedby="words-help" />
          <span>{say('pages.email.words')}</span>
        </label>
        <span class="help" id="words-help">
          {say('pages.email.wordsHelp')}
        </span>
      </p>
      <Button kind="primary">{say('pages.form.save')}</Button>
    </form>
  );
}

function PauseForm({ context: { say }, email, version, pause, refusal }: EmailPageProps) {
  const { pausedUntil } = email;
  return (
    <form method="post" action="/me/email/pause" class="card" id="pause">
      <h2>{say('pages.email.pause')}</h2>
      <input type="hidden" name="version" value={version} />
      {pausedUntil !== null && (
        <p class="notice">
          {say('pages.email.paused')} <DateTime at={`${pausedUntil}T12:00:00.000Z`} time={false} timeZone="UTC" />
        </p>
      )}
      <Field
        id="pausedUntil"
        label={say('pages.email.pausedUntil')}
        type="date"
        min={pause.first}
        max={pause.last}
        required
        value={pausedUntil ?? ''}
        help={say('pages.email.pauseHelp')}
        fault={faultOf(refusal, 'pausedUntil')}
      />
      <p class="row">
        <Button>{say('pages.email.begin')}</Button>
        {pausedUntil !== null && (
          <Button name="end" value="now" formnovalidate>
            {say('pages.email.end')}
          </Button>
        )}
      </p>
    </form>
  );
}

function Followed({ context: { say }, followed }: EmailPageProps) {
  return (
    <section id="followed">
      <h2>{say('pages.email.followed')}</h2>
      {followed.length === 0 && <EmptyState>{say('pages.email.followsNothing')}</EmptyState>}
      <ul class="cards">
        {followed.map((thread) => (
          <FollowedThread key={thread.threadId} say={say} {...thread} />
        ))}
      </ul>
    </section>
  );
}

function FollowedThread({
  say,
  threadId,
  title,
  conferenceTitle,
  path,
}: EmailPageProps['followed'][number] & { say: Words }) {
  return (
    <li>
      <form method="post" action={`/me/email/follows/${threadId}`} class="row">
        <span>
          <a href={path} dir="auto">
            {title}
          </a>
          <br />
          <span class="help" dir="auto">
            {conferenceTitle}
          </span>
        </span>
        <Button>{say('pages.email.unfollow')}</Button>
      </form>
    </li>
  );
}
