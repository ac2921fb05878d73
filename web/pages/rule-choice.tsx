import { useContext } from 'preact/hooks';
import { ruleIn, type Rule } from '../../locales/rules.ts';
import { LocaleContext } from '../components/locale-context.ts';
import type { PageContext } from './page.tsx';

interface RuleChoiceProps {
  rules: readonly Rule[];
  say: PageContext['say'];
  id: string;
  /** The key of the rule that is chosen; the first without one. */
  chosen?: string;
}

export function RuleChoice({ rules, say, id, chosen }: RuleChoiceProps) {
  const { locale } = useContext(LocaleContext);
  return (
    <>
      <label for={id}>{say('pages.moderation.rule')}</label>
      <select id={id} name="rule">
        {rules.map((rule) => (
          <option key={rule.key} value={rule.key} selected={rule.key === chosen}>
            {ruleIn(rule, locale).title}
          </option>
        ))}
      </select>
    </>
  );
}
