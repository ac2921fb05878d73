import { DateTime } from '../components/date-time.tsx';
import { ChoiceField, TextField } from './form-fields.tsx';
import type { PageContext } from './page.tsx';
import { SlowModeFields } from './slow-mode-fields.tsx';
import type { SlowModeShape } from '../components/shapes.ts';

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

/** The slow mode of a whole conference, with its end as a field shows it. */
export interface SlowChoice {
  slowMode: SlowModeShape | null;
  until: string;
}

interface EndingProps {
  readonlyAt: string;
  archivedAt: string;
  field: FieldOf;
  say: PageContext['say'];
}

/** Draws the end of the discussions, as days and as the dates that follow from them. */
export const Ending = ({ readonlyAt, archivedAt, field, say }: EndingProps) => (
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

interface FieldsProps {
  /** The attributes of a field, by its name. */
  field: FieldOf;
  say: PageContext['say'];
}

/** The name of the conference, its days, its language and its place. */
export const ConferenceFields = ({ field, say }: FieldsProps) => (
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
);

/** The rights of readers and guests, and the time from which they have them. */
export const TakingPartFields = ({ field, slow, say }: FieldsProps & { slow: SlowChoice }) => (
  <section class="card fields">
    <h2>{say('pages.settingsOf.takingPart')}</h2>
    <ChoiceField
      {...field('screening')}
      options={optionsOf('screening', ['none', 'first', 'all'], say)}
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
);

/** A field's choices, each with its words. */
const optionsOf = (name: string, values: readonly string[], say: PageContext['say']) =>
  values.map((value) => ({ value, label: say(`pages.settingsOf.${name}.${value}`) }));

export type FieldOf = (name: keyof SettingsChoice) => {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
};

/** Whether search engines may list it, and where its archive is. */
export const FindingFields = ({ field, say }: FieldsProps) => (
  <section class="card fields">
    <h2>{say('pages.settingsOf.finding')}</h2>
    <ChoiceField {...field('robots')} options={optionsOf('robots', ['index', 'noindex'], say)} />
    <TextField {...field('archiveUrl')} type="url" maxlength={2_000} help={say('pages.settingsOf.archiveUrlHelp')} />
  </section>
);
