import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf, type ListPart } from './list-part.tsx';
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

export function SpeakersSection({
  speakers,
  here,
  say,
}: {
  speakers: SpeakerChoice;
  here: string;
  say: PageContext['say'];
}) {
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
      <SpeakersTable speakers={speakers} say={say} />
      <ListPages
        part={speakers}
        at={(page) => `${here}/speakers${queryOf({ ...chosen, page: pageField(page) })}#list`}
        say={say}
      />
    </section>
  );
}

const SpeakersTable = ({ speakers, say }: { speakers: SpeakerChoice; say: PageContext['say'] }) => (
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
);
