import { ruleTitle } from '../../locales/rules.ts';
import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';

export interface YearOfFigures {
  year: number;
  figures: { name: string; value: number | null }[];
  grounds: { rule: string; value: number | null }[];
}

interface ModerationYearsProps {
  conference: ConferenceShape;
  years: readonly YearOfFigures[];
}

/** Reports and decisions year by year, as a host reports them (Regulation (EU) 2022/2065, article 15). */
export function ModerationYears({ conference, years }: ModerationYearsProps) {
  const { say, locale } = useContext(LocaleContext);
  const value = (number: number | null) =>
    number === null ? <i>{say('pages.figures.few')}</i> : <b>{number.toLocaleString(locale)}</b>;
  return (
    <>
      {years.map(({ year, figures, grounds }) => (
        <section key={year} class="card">
          <h2>{say('pages.figures.moderationIn', { year: String(year) })}</h2>
          <dl class="figures">
            {figures.map(({ name, value: number }) => (
              <div key={name}>
                <dt>
                  {say(`pages.figures.names.${name}`)}
                  <p class="help">{say(`pages.figures.formula.${name}`)}</p>
                </dt>
                <dd>{value(number)}</dd>
              </div>
            ))}
            {grounds.map(({ rule, value: number }) => (
              <div key={rule}>
                <dt>
                  {say('pages.figures.byRule', { rule: ruleTitle(conference.settings.rules, rule, locale) })}
                  <p class="help">{say('pages.figures.formula.ground')}</p>
                </dt>
                <dd>{value(number)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
