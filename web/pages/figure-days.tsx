import { Segmented } from '../components/segmented.tsx';
import type { PageContext } from './page.tsx';

/** A day of the programme, as 2026-11-30, with its name. */
export interface FigureDay {
  day: string;
  label: string;
}

interface FigureDaysProps {
  path: string;
  days: readonly FigureDay[];
  chosenDay: string | null;
  say: PageContext['say'];
}

/** The whole conference or one of its days; nothing where there is one day. */
export function FigureDays({ path, days, chosenDay, say }: FigureDaysProps) {
  if (days.length < 2) return null;
  return (
    <Segmented
      current="page"
      label={say('pages.figures.windows')}
      segments={[
        { href: path, label: say('pages.figures.whole'), isChosen: chosenDay === null },
        ...days.map(({ day, label }) => ({ href: `${path}?day=${day}`, label, isChosen: day === chosenDay })),
      ]}
    />
  );
}
