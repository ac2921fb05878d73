import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape, ProblemShape, SlowModeShape } from '../components/shapes.ts';
import { ChoiceField, errorIn, TextField } from './form-fields.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { SlowModeFields } from './slow-mode-fields.tsx';

/** The fields of the form, as typed or stored. */
export type SettingsChoice = Record<
  | 'title'
  | 'url'
  | 'startsOn'
  | 'endsOn'
  | 'timeZone'
  | 'locale'
  | 'venue'
  | 'screening'
  | 'guests'
  | 'opensHoursBefore'
  | 'readonlyAfterDays'
  | 'archiveAfterDays'
  | 'robots'
  | 'archiveUrl',
  string
>;

export interface SettingsProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  choice: SettingsChoice;
  /** Of the whole conference, with its end as a field shows it. */
  slow: { slowMode: SlowModeShape | null; until: string };
  readonlyAt: string;
  archivedAt: string;
  /** Whether its last day is over, so that it can be closed. */
  mayClose: boolean;
  isDemo: boolean;
  /** Whether it can be deleted: the demo, or nobody has written. */
  mayRemove: boolean;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/settings`: what it is called, when it is, who may take part, and when it closes. */
export function SettingsPage({
  context,
  conference,
  version,
  choice,
  slow,
  refusal,
  isDemo,
  mayRemove,
  ...closing
}: SettingsProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  const options = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`pages.settingsOf.${name}.${value}`) }));
  const field = (name: keyof SettingsChoice) => ({
    name,
    label: say(`pages.settingsOf.${name}Label`),
    value: choice[name],
    error: errorIn(refusal, name),
  });
  return (
    <OrganizeShell context={context} part="settings" refusal={refusal}>
      <form method="post" action={`${here}/settings`} class="fields">
        <input type="hidden" name="version" value={version} />
        <section class="card fields">
          <h2>{say('pages.settingsOf.conference')}</h2>
          <TextField {...field('title')} required maxlength={200} />
          <div class="two">
            <TextField {...field('startsOn')} type="date" required />
            <TextField {...field('endsOn')} type="date" required />
          </div>
          <div class="two">
            <TextField {...field('timeZone')} required maxlength={64} help={say('pages.settingsOf.timeZoneHelp')} />
            <ChoiceField
              {...field('locale')}
              options={['fr', 'en'].map((value) => ({ value, label: say(`pages.language.${value}`) }))}
              help={say('pages.settingsOf.localeHelp')}
            />
          </div>
          <TextField {...field('venue')} maxlength={200} help={say('pages.settingsOf.venueHelp')} />
          <TextField {...field('url')} type="url" maxlength={2_000} />
        </section>
        <section class="card fields">
          <h2>{say('pages.settingsOf.takingPart')}</h2>
          <ChoiceField
            {...field('screening')}
            options={options('screening', ['none', 'first', 'all'])}
            help={say('pages.settingsOf.screeningHelp')}
          />
          <ChoiceField
            {...field('guests')}
            label={say('pages.guests.label')}
            options={['nothing', 'vote', 'ask-live', 'everything-held'].map((value) => ({
              value,
              label: say(`pages.guests.choices.${value}`),
            }))}
            help={say('pages.guests.help')}
          />
          <TextField {...field('opensHoursBefore')} type="number" help={say('pages.settingsOf.opensHoursBeforeHelp')} />
          <div class="two">
            <SlowModeFields {...slow} say={say} />
          </div>
        </section>
        <Ending {...closing} field={field} say={say} />
        <section class="card fields">
          <h2>{say('pages.settingsOf.finding')}</h2>
          <ChoiceField {...field('robots')} options={options('robots', ['index', 'noindex'])} />
          <TextField
            {...field('archiveUrl')}
            type="url"
            maxlength={2_000}
            help={say('pages.settingsOf.archiveUrlHelp')}
          />
        </section>
        <p>
          <button class="primary">{say('pages.form.save')}</button>
        </p>
      </form>
      <GuestsOff conference={conference} say={say} />
      <Closing conference={conference} mayClose={closing.mayClose} say={say} />
      {mayRemove && <Removal conference={conference} isDemo={isDemo} error={errorIn(refusal, 'sure')} say={say} />}
    </OrganizeShell>
  );
}

interface EndingProps {
  readonlyAt: string;
  archivedAt: string;
  field: (name: keyof SettingsChoice) => { name: string; label: string; value: string; error: string | undefined };
  say: PageContext['say'];
}

/** Draws the end of the discussions, as days and as the dates that follow from them. */
const Ending = ({ readonlyAt, archivedAt, field, say }: EndingProps) => (
  <section class="card fields">
    <h2>{say('pages.settingsOf.ending')}</h2>
    <TextField
      {...field('readonlyAfterDays')}
      type="number"
      help={
        <>
          {say('pages.settingsOf.readonlyFrom')} <DateTime at={readonlyAt} zone />
        </>
      }
    />
    <TextField
      {...field('archiveAfterDays')}
      type="number"
      help={
        <>
          {say('pages.settingsOf.archivedFrom')} <DateTime at={archivedAt} zone />
        </>
      }
    />
  </section>
);

interface ButtonProps {
  conference: ConferenceShape;
  say: PageContext['say'];
}

/** One press that ends taking part without an address. */
const GuestsOff = ({ conference, say }: ButtonProps) =>
  conference.settings.guests === 'nothing' ? null : (
    <form method="post" action={`/organize/${conference.slug}/guests`} class="card" id="guests">
      <h2>{say('pages.guests.title')}</h2>
      <p class="help">{say('pages.guests.offHelp')}</p>
      <input type="hidden" name="guests" value="nothing" />
      <button>{say('pages.guests.off')}</button>
    </form>
  );

/** *Close now* once the last day is over, *Reopen* once it is closed. */
function Closing({ conference, mayClose, say }: ButtonProps & { mayClose: boolean }) {
  const isClosed = conference.phase === 'readonly' || conference.phase === 'archived';
  if (!mayClose && !isClosed) return <p class="help">{say('pages.settingsOf.closeLater')}</p>;
  return (
    <form method="post" action={`/organize/${conference.slug}/closing`} class="card" id="closing">
      <h2>{say(`pages.settingsOf.${isClosed ? 'reopen' : 'close'}`)}</h2>
      <p class="help">{say(`pages.settingsOf.${isClosed ? 'reopenHelp' : 'closeHelp'}`)}</p>
      <button name="do" value={isClosed ? 'reopen' : 'close'} class={isClosed ? undefined : 'danger'}>
        {say(`pages.settingsOf.${isClosed ? 'reopen' : 'close'}`)}
      </button>
    </form>
  );
}

/** One press removes the demo; an own conference asks whether one is sure. */
function Removal({ conference, isDemo, error, say }: ButtonProps & { isDemo: boolean; error: string | undefined }) {
  const text = (part: string) => say(`pages.settingsOf.${isDemo ? 'removeDemo' : 'remove'}${part}`);
  return (
    <form method="post" action={`/organize/${conference.slug}/removal`} class="card" id="removal">
      <h2>{text('')}</h2>
      <p class="help">{text('Help')}</p>
      {!isDemo && (
        <p>
          <label>
            <input type="checkbox" name="sure" required aria-invalid={error ? 'true' : undefined} />{' '}
            {say('pages.settingsOf.removeSure')}
          </label>
        </p>
      )}
      <button class="danger">{text('')}</button>
    </form>
  );
}
