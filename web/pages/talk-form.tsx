import { Field } from '../components/field.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../components/shapes.ts';
import { cityOf } from '../components/zone-name.ts';
import { faultAt, faultAtLine } from './fault-at-line.ts';
import { TextField } from './form-fields.tsx';
import type { PageContext } from './page.tsx';

/** The form of a talk, as typed or stored. */
export type TalkChoice = Record<
  | 'title'
  | 'subtitle'
  | 'day'
  | 'time'
  | 'durationMinutes'
  | 'room'
  | 'track'
  | 'language'
  | 'url'
  | 'links'
  | 'attachments'
  | 'licence'
  | 'speakers'
  | 'abstract',
  string
> & { isCancelled: boolean; doNotRecord: boolean };

/** A talk to add or to change, and what came of its form so far. */
export interface TalkFormShape {
  /** Null for a new talk. */
  talk: TalkShape | null;
  /** The version that the form was shown with; `was` has its fields then, as JSON, which tell what was changed. */
  version: string;
  was: string;
  choice: TalkChoice;
  /** The values that another organizer saved in fields that were typed in, too. */
  meanwhile: Partial<TalkChoice>;
  /** The typed abstract as the page of the talk would show it; null unless asked for. */
  preview: string | null;
  refusal: ProblemShape | null;
}

interface TalkFieldsProps {
  conference: Pick<ConferenceShape, 'timeZone'>;
  form: TalkFormShape;
  say: PageContext['say'];
}

/** The fields of a talk, each with its fault and with what was saved there meanwhile. */
export function TalkFields({ conference, form, say }: TalkFieldsProps) {
  const { talk, choice } = form;
  const { field, linesOf } = fieldsOf(form, say);
  return (
    <>
      <input type="hidden" name="version" value={form.version} />
      {talk && <input type="hidden" name="was" value={form.was} />}
      <TextField {...field('title')} required maxlength={300} />
      <TextField {...field('subtitle')} maxlength={300} />
      {linesOf('speakers', 3)}
      <div class="two">
        <TextField
          {...field('day')}
          type="date"
          help={both(field('day').help, say('pages.talkForm.zone', { city: cityOf(conference.timeZone) }))}
        />
        <TextField {...field('time')} type="time" />
        <TextField {...field('durationMinutes')} type="number" />
      </div>
      <div class="two">
        <TextField {...field('room')} maxlength={200} />
        <TextField {...field('track')} maxlength={200} />
        <TextField {...field('language')} maxlength={40} />
      </div>
      <p>
        <label>
          <input type="checkbox" name="cancelled" checked={choice.isCancelled} /> {say('pages.talkForm.cancelled')}
        </label>
        <label>
          <input type="checkbox" name="doNotRecord" checked={choice.doNotRecord} /> {say('pages.talkForm.doNotRecord')}
        </label>
      </p>
      <MoreFields form={form} say={say} />
    </>
  );
}

/** The attributes of a field by its name, and a field of several lines. */
function fieldsOf(form: TalkFormShape, say: PageContext['say']) {
  const { choice, refusal } = form;
  const field = (name: Exclude<keyof TalkChoice, 'isCancelled' | 'doNotRecord'>) => ({
    name,
    label: say(`pages.talkForm.${name}`),
    value: choice[name],
    error: faultAt(refusal, name),
    help: sayMeanwhile(form, name, say),
  });
  const linesOf = (name: 'speakers' | 'links' | 'attachments', rows: number) => {
    const { label, value, help } = field(name);
    return (
      <Field
        id={name}
        label={label}
        rows={rows}
        defaultValue={value}
        help={both(help, say(`pages.talkForm.${name === 'speakers' ? 'speakersHelp' : 'linksHelp'}`))}
        fault={faultAtLine(refusal, name, { typed: value, say })}
      />
    );
  };
  return { field, linesOf };
}

const MORE = ['abstract', 'url', 'links', 'attachments', 'licence'] as const;

/** A new talk is asked for everything; of one that is there, the rest is unfolded where something is to be seen. */
const isMoreOpen = ({ talk, refusal, meanwhile, preview }: TalkFormShape): boolean =>
  talk === null ||
  preview !== null ||
  MORE.some((name) => meanwhile[name] !== undefined || faultAt(refusal, name) !== undefined);

/** The buttons of the form. The first one is what the enter key presses. */
export const TalkButtons = ({ back, preview, say }: { back: string; preview: string; say: PageContext['say'] }) => (
  <p class="inline">
    <button class="primary">{say('pages.form.save')}</button>
    <button formaction={preview} formnovalidate>
      {say('pages.talkForm.preview')}
    </button>
    <a href={back}>{say('pages.talkForm.back')}</a>
  </p>
);

/** Draws the value that another organizer saved in a field, or nothing. */
function sayMeanwhile({ meanwhile }: TalkFormShape, name: keyof TalkChoice, say: PageContext['say']) {
  const value = meanwhile[name];
  if (value === undefined) return undefined;
  return (
    <strong dir="auto">
      {value === '' ? say('pages.talkForm.meanwhileEmpty') : say('pages.talkForm.meanwhile', { value: String(value) })}
    </strong>
  );
}

const both = (note: ReturnType<typeof sayMeanwhile>, help: string) => (
  <>
    {note} {help}
  </>
);

/** The fields below the fold. */
function MoreFields({ form, say }: { form: TalkFormShape; say: PageContext['say'] }) {
  const { talk } = form;
  const { field, linesOf } = fieldsOf(form, say);
  const abstract = field('abstract');
  return (
    <details open={isMoreOpen(form)}>
      <summary>{say('pages.talkForm.more')}</summary>
      <div class="fields">
        <Field
          id="abstract"
          label={abstract.label}
          rows={6}
          maxlength={50_000}
          defaultValue={abstract.value}
          help={both(abstract.help, say(`pages.talkForm.${talk?.abstractHtml ? 'abstractStored' : 'abstractHelp'}`))}
          fault={abstract.error}
        />
        {form.preview !== null && (
          <section id="preview" class="card" aria-label={say('pages.talkForm.abstractPreview')}>
            <p class="help">{say('pages.talkForm.abstractPreview')}</p>
            <div dir="auto" dangerouslySetInnerHTML={{ __html: form.preview }} />
          </section>
        )}
        {talk?.abstractHtml && (
          <details>
            <summary>{say('pages.talkForm.abstractNow')}</summary>
            <div dir="auto" dangerouslySetInnerHTML={{ __html: talk.abstractHtml }} />
          </details>
        )}
        {/* A browser could not show what it finds wrong with an address in folded fields; the server can. */}
        <TextField {...field('url')} maxlength={2_000} />
        {linesOf('links', 2)}
        {linesOf('attachments', 2)}
        <TextField {...field('licence')} maxlength={200} />
      </div>
    </details>
  );
}
