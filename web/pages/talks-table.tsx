import { DateTime } from '../components/date-time.tsx';
import { Chip } from '../components/chip.tsx';
import { Names } from '../components/name.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { organizedProgramme, placeOf, talkAction, type ProgrammeChoice } from './organized-address.ts';
import type { PageContext } from './page.tsx';
import { TalkButtons, TalkFields, type TalkFormShape } from './talk-form.tsx';

interface TalksTableProps {
  conference: ConferenceShape;
  talks: readonly TalkShape[];
  choice: ProgrammeChoice;
  /** The talk whose row is unfolded; null without one. */
  edited: TalkFormShape | null;
  say: PageContext['say'];
}

/** The talks, a row each; one of them may be unfolded as the form that changes it. */
export const TalksTable = ({ conference, talks, choice, edited, say }: TalksTableProps) => (
  <table class="rows">
    <thead>
      <tr>
        <th scope="col">{say('pages.organize.speakerOf')}</th>
        <th scope="col">{say('pages.programme.when')}</th>
        <th scope="col">{say('pages.programme.room')}</th>
        <th scope="col">{say('pages.programme.track')}</th>
      </tr>
    </thead>
    <tbody>
      {talks.map((talk) =>
        talk.id === edited?.talk?.id ? (
          <tr key={talk.id} id={placeOf(talk.id)} class="unfolded">
            <td colspan={4}>
              <TalkForm conference={conference} form={edited} choice={choice} say={say} />
            </td>
          </tr>
        ) : (
          <TalkRow key={talk.id} talk={talk} address={organizedProgramme(conference.slug, choice, talk.id)} say={say} />
        ),
      )}
    </tbody>
  </table>
);

const TalkRow = ({ talk, address, say }: { talk: TalkShape; address: string; say: PageContext['say'] }) => (
  <tr id={placeOf(talk.id)}>
    <td>
      <a href={address} rel="nofollow">
        {talk.title}
      </a>{' '}
      {talk.status === 'cancelled' && <Chip>{say('pages.programme.cancelled')}</Chip>}
      {talk.doNotRecord && <Chip>{say('pages.talkForm.doNotRecord')}</Chip>}
      {talk.speakers.length > 0 && (
        <span class="help">
          <Names of={talk.speakers} />
        </span>
      )}
    </td>
    <td>{talk.startsAt ? <DateTime at={talk.startsAt} /> : say('pages.programme.noTime')}</td>
    <td dir="auto">{talk.room}</td>
    <td dir="auto">{talk.track}</td>
  </tr>
);

interface TalkFormProps {
  conference: ConferenceShape;
  form: TalkFormShape;
  choice: ProgrammeChoice;
  say: PageContext['say'];
}

/** A talk to change, in its place in the programme, with why its form was refused. */
export function TalkForm({ conference, form, choice, say }: TalkFormProps) {
  const { refusal, talk } = form;
  return (
    <form method="post" action={talkAction(conference.slug, choice, talk!.id)} class="card fields">
      <h2>{talk!.title}</h2>
      {refusal && <Refusal {...refusal} fields={TALK_FIELDS} />}
      <p class="help">{say('pages.talkForm.wins')}</p>
      <TalkFields conference={conference} form={form} say={say} />
      <TalkButtons
        back={`${organizedProgramme(conference.slug, choice)}#${placeOf(talk!.id)}`}
        preview={talkAction(conference.slug, choice, talk!.id, '/preview')}
        say={say}
      />
    </form>
  );
}

/** The fields of the form that a refusal may name. */
const TALK_FIELDS = [
  'title',
  'subtitle',
  'day',
  'time',
  'durationMinutes',
  'room',
  'track',
  'language',
  'url',
  'licence',
];
