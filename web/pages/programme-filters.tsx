import { useContext } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { programmeAddress } from './programme-address.ts';
import type { ProgrammeShape } from './programme-props.ts';
import { trackColour } from './track-colour.ts';

interface ProgrammeFiltersProps {
  programme: ProgrammeShape;
  here: string;
}

/**
 * Draws the choices that narrow the programme: its rooms and tracks as links, so that a choice needs neither a button
 * nor a script.
 */
export function ProgrammeFilters({ programme, here }: ProgrammeFiltersProps) {
  const { say } = useContext(LocaleContext);
  const { rooms, tracks, chosen } = programme;
  const facets = (
    [
      ['room', rooms],
      ['track', tracks],
    ] as const
  ).filter(([, values]) => values.length > 1);
  const narrowing = ['room', 'track', 'q'].flatMap((name) =>
    chosen[name] === undefined ? [] : [[name, chosen[name]] as const],
  );
  if (facets.length === 0 && narrowing.length === 0) return null;
  return (
    <div class="narrowing">
      {facets.length > 0 && (
        <details class="filter">
          <summary>
            <Icon name="list" small />
            {say('pages.conference.filter.open')}
          </summary>
          {facets.map(([name, values]) => (
            <Facet key={name} name={name} values={values} programme={programme} here={here} />
          ))}
        </details>
      )}
      {narrowing.map(([name, value]) => (
        <a key={name} class="chip chosen" href={programmeAddress(here, programme, { [name]: null })}>
          <span dir="auto">{value}</span>
          <span class="unseen"> ({say('pages.conference.filter.remove')})</span>
          <span aria-hidden="true">×</span>
        </a>
      ))}
    </div>
  );
}

interface FacetProps extends ProgrammeFiltersProps {
  name: 'room' | 'track';
  values: readonly string[];
}

function Facet({ name, values, programme, here }: FacetProps) {
  const { say } = useContext(LocaleContext);
  return (
    <section aria-labelledby={`filter-${name}`}>
      <h3 id={`filter-${name}`}>{say(`pages.conference.filter.${name}`)}</h3>
      <ul>
        {values.map((value) => (
          <li key={value}>
            <a
              class={`chip ${name === 'track' ? `track-chip ${trackColour(value)}` : ''}`}
              rel="nofollow"
              href={programmeAddress(here, programme, { [name]: value })}
              aria-current={programme.chosen[name] === value ? 'true' : undefined}
            >
              {value}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
