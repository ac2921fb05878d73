import { useContext } from 'preact/hooks';
import { Day } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { programmeAddress } from './programme-address.ts';
import type { ProgrammeShape } from './programme-props.ts';
import { TabBar } from '../components/tab-bar.tsx';

/** The days of a conference; while it goes on, today is the one that is shown. */
export function DayTabs({ programme, here }: { programme: ProgrammeShape; here: string }) {
  const { say } = useContext(LocaleContext);
  const { days, chosen, today } = programme;
  if (days.length < 2) return null;
  const shown = chosen['day'] ?? today;
  const to = (day: string): string => programmeAddress(here, programme, { day });
  return (
    <TabBar
      label={say('pages.conference.filter.day')}
      tabs={[
        ...days.map((each) => ({
          href: to(each),
          label: (
            <>
              <Day on={each} short />
              {each === today && ` · ${say('pages.conference.today')}`}
            </>
          ),
          current: each === shown ? ('date' as const) : undefined,
        })),
        { href: to('all'), label: say('pages.conference.allDays'), current: shown === null ? 'true' : undefined },
      ]}
    />
  );
}
