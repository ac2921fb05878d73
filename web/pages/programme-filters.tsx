import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import type { ProgrammeShape } from './programme-props.ts';

export function ProgrammeFilters({ rooms, tracks, chosen, here }: ProgrammeShape & { here: string }) {
  const { say } = useContext(LocaleContext);
  const choices = [
    { name: 'room', values: rooms },
    { name: 'track', values: tracks },
  ].filter(({ values }) => values.length > 1);
  return (
    <form class="filters" method="get" action={here}>
      {chosen['day'] && <input type="hidden" name="day" value={chosen['day']} />}
      <label>
        {say('pages.conference.filter.q')} <input name="q" maxlength={200} defaultValue={chosen['q'] ?? ''} />
      </label>
      {choices.map(({ name, values }) => (
        <label key={name}>
          {say(`pages.conference.filter.${name}`)}
          <select name={name}>
            <option value="">{say('pages.conference.filter.all')}</option>
            {values.map((value) => (
              <option key={value} value={value} selected={chosen[name] === value}>
                {value}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button>{say('pages.conference.filter.apply')}</button>
      {Object.keys(chosen).length > 0 && <a href={here}>{say('pages.conference.filter.none')}</a>}
    </form>
  );
}
