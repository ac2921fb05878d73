import type { ConferenceShape, ProblemShape, TalkShape } from '../components/shapes.ts';
import { OnceField } from '../components/once-field.tsx';
import { Field } from '../components/field.tsx';
import { errorIn, TextField } from './form-fields.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { cityOf } from '../components/zone-name.ts';

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

interface TalkEditorProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Null for a new talk. */
  talk: TalkShape | null;
  version: string;
  choice: TalkChoice;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/programme/{talk}`: a talk to change, and `…/new` to add one. */
export function TalkEditorPage({ context, conference, talk, version, choice, refusal }: TalkEditorProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/programme`;
  const field = (name: keyof TalkChoice) => ({
    name,
    label: say(`pages.talkForm.${name}`),
    value: String(choice[name]),
    error: errorIn(refusal, name),
  });
  return (
    <OrganizeShell
      context={context}
      part="programme"
      title={talk?.title ?? say('pages.programme.add')}
      lead={talk && say('pages.talkForm.wins')}
      refusal={refusal}
    >
      <form method="post" action={talk ? `${here}/${talk.id}` : here} class="card fields">
        <input type="hidden" name="version" value={version} />
        <OnceField context={context} />
        <TextField {...field('title')} required maxlength={300} />
        <TextField {...field('subtitle')} maxlength={300} />
        <p>
          <label for="speakers">{say('pages.talkForm.speakers')}</label>
          <textarea id="speakers" name="speakers" rows={3} aria-describedby="speakers-help">
            {choice.speakers}
          </textarea>
          <span class="help" id="speakers-help">
            {say('pages.talkForm.speakersHelp')}
          </span>
        </p>
        <div class="two">
          <TextField
            {...field('day')}
            type="date"
            error={errorIn(refusal, 'startsAt')}
            help={say('pages.talkForm.zone', { city: cityOf(conference.timeZone) })}
          />
          <p>
            <label for="time">{say('pages.talkForm.time')}</label>
            <input id="time" name="time" type="time" value={choice.time} />
          </p>
          <TextField {...field('durationMinutes')} type="number" />
        </div>
        <div class="two">
          <TextField {...field('room')} maxlength={200} />
          <TextField {...field('track')} maxlength={200} />
          <TextField {...field('language')} maxlength={40} />
        </div>
        <p>
          <label for="abstract">{say('pages.talkForm.abstract')}</label>
          <textarea id="abstract" name="abstract" rows={6} maxlength={50_000} aria-describedby="abstract-help">
            {choice.abstract}
          </textarea>
          <span class="help" id="abstract-help">
            {say(`pages.talkForm.${talk?.abstractHtml ? 'abstractKept' : 'abstractHelp'}`)}
          </span>
        </p>
        {talk?.abstractHtml && (
          <details>
            <summary>{say('pages.talkForm.abstractNow')}</summary>
            <div dir="auto" dangerouslySetInnerHTML={{ __html: talk.abstractHtml }} />
          </details>
        )}
        <TextField {...field('url')} type="url" maxlength={2_000} error={faultAt(refusal, '#/url')} />
        {(['links', 'attachments'] as const).map((name) => (
          <Field
            key={name}
            id={name}
            label={field(name).label}
            rows={2}
            defaultValue={choice[name]}
            help={say('pages.talkForm.linksHelp')}
            fault={faultAt(refusal, `#/${name}`)}
          />
        ))}
        <TextField {...field('licence')} maxlength={200} />
        <p>
          <label>
            <input type="checkbox" name="cancelled" checked={choice.isCancelled} /> {say('pages.talkForm.cancelled')}
          </label>
          <label>
            <input type="checkbox" name="doNotRecord" checked={choice.doNotRecord} />{' '}
            {say('pages.talkForm.doNotRecord')}
          </label>
        </p>
        <p class="inline">
          <button class="primary">{say('pages.form.save')}</button>
          <a href={here}>{say('pages.talkForm.back')}</a>
        </p>
      </form>
    </OrganizeShell>
  );
}

/** The error at a field or at one of its lines. */
const faultAt = (refusal: ProblemShape | null, pointer: string): string | undefined =>
  refusal?.errors?.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.detail;
