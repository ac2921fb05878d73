import { ruleIn } from '../../locales/rules.ts';
import { Field } from '../components/field.tsx';
import { errorIn } from './form-fields.tsx';
import type { PageContext } from './page.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';

/** A row of the form: a rule in the conference's language and in the other one, as typed. */
export type RuleRow = Record<'key' | 'title' | 'text' | 'otherTitle' | 'otherText', string>;

interface RuleFieldsProps {
  number: number;
  rule: RuleRow;
  conference: ConferenceShape;
  refusal: ProblemShape | null;
  say: PageContext['say'];
}

/** A rule: its title, and folded below it what it means and how it is said in the other language. */
export function RuleFields(props: RuleFieldsProps) {
  const { number, rule, conference, refusal, say } = props;
  return (
    <li>
      <input type="hidden" name={`key${number}`} value={rule.key} />
      <Field
        id={`title${number}`}
        label={<span class="unseen">{say('pages.conduct.rule', { number: number + 1 })}</span>}
        defaultValue={rule.title}
        lang={conference.locale}
        maxlength={200}
        autocomplete="off"
        fault={errorIn(refusal, `rules/${number}/title`) ?? errorIn(refusal, `rules/${number}/key`)}
      />
      <MeaningFields {...props} />
    </li>
  );
}

function MeaningFields({ number, rule, conference, refusal, say }: RuleFieldsProps) {
  const other = conference.locale === 'fr' ? 'en' : 'fr';
  const at = `rules/${number}`;
  const faults = {
    text: errorIn(refusal, `${at}/text`),
    otherTitle: errorIn(refusal, `${at}/translations/${other}/title`),
    otherText: errorIn(refusal, `${at}/translations/${other}/text`),
  };
  const field = (name: keyof typeof faults, language: 'fr' | 'en') => ({
    id: `${name}${number}`,
    label: say(`pages.conduct.${name === 'otherTitle' ? 'ruleTitleIn' : 'ruleTextIn'}`, {
      language: say(`pages.language.${language}`),
    }),
    defaultValue: rule[name],
    lang: language,
    autocomplete: 'off',
    fault: faults[name],
  });
  const isOpen = [rule.text, rule.otherTitle, rule.otherText, ...Object.values(faults)].some(Boolean);
  return (
    <details open={isOpen}>
      <summary>
        {say('pages.conduct.ruleMore')}
        <span class="unseen"> · {rule.title || say('pages.conduct.rule', { number: number + 1 })}</span>
      </summary>
      <Field {...field('text', conference.locale)} rows={2} maxlength={500} />
      <Field
        {...field('otherTitle', other)}
        maxlength={200}
        placeholder={ruleIn(rule, other).title}
        help={say('pages.conduct.ruleOtherHelp')}
      />
      <Field {...field('otherText', other)} rows={2} maxlength={500} />
    </details>
  );
}
