import { useContext } from 'preact/hooks';
import { Day } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { programmeAddress } from './programme-address.ts';
import type { ProgrammeShape } from './programme-props.ts';

/** The days of a conference; while it goes on, today is the one that is shown. */
export function DayTabs({ programme, here }: { programme: ProgrammeShape; here: string }) {
  const { say } = useContext(LocaleContext);
  const { days, chosen, today } = programme;
  if (days.length < 2) return null;
  const shown = chosen['day'] ?? today;
  const to = (day: string): string => programmeAddress(here, programme, { day });
  return (
    <nav class="days" aria-label={say('pages.conference.filter.day')}>
      {days.map((each) => (
        <a key={each} href={to(each)} aria-current={each === shown ? 'date' : undefined}>
          <Day on={each} short />
          {each === today && ` · ${say('pages.conference.today')}`}
        </a>
      ))}
      <a href={to('all')} aria-current={shown === null ? 'true' : undefined}>
        {say('pages.conference.allDays')}
      </a>
    </nav>
  );
}
