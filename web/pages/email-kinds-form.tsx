import { Button } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

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

interface KindsFormProps {
  context: PageContext;
  email: EmailSettingsShape;
  version: string;
  zones: readonly string[];
  refusal: ProblemShape | null;
}

/** The form of which e-mails come, how many a day, and when a digest comes. */
export function KindsForm(props: KindsFormProps) {
  const {
    context: { say },
    email,
    version,
    refusal,
  } = props;
  return (
    <form method="post" action="/me/email" class="card" id="kinds">
      <h2>{say('pages.email.which')}</h2>
      <input type="hidden" name="version" value={version} />
      <KindsFields {...props} />
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
      <DigestFields {...props} />
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

const KindsFields = ({ context: { say }, email: { kinds } }: KindsFormProps) => (
  <>
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
  </>
);

const DigestFields = ({ context: { say }, email: { digest }, zones, refusal }: KindsFormProps) => (
  <>
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
  </>
);
